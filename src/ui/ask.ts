/** The type of an event by which an element asks for an action; it has no detail. */
export type Wish =
  | 'add-one-asked'
  | 'again-asked'
  | 'back-asked'
  | 'cancel-asked'
  | 'end-asked'
  | 'figure-asked'
  | 'forget-asked'
  | 'home-asked'
  | 'keep-asked'
  | 'longer-asked'
  | 'mute-asked'
  | 'next-asked'
  | 'one-arm-asked'
  | 'other-camera-asked'
  | 'pause-asked'
  | 'recalibrate-asked'
  | 'red-flag-asked'
  | 'remove-asked'
  | 'repeat-asked'
  | 'resume-asked'
  | 'skip-asked'
  | 'skip-practice-asked'
  | 'summary-asked'
  | 'take-back-asked'
  | 'unkeep-asked'
  | 'update-asked';

/** Dispatches a wish to the parent element: the event bubbles within the shadow root and no further. */
export const ask = (from: HTMLElement, wish: Wish): void => {
  from.dispatchEvent(new Event(wish, { bubbles: true }));
};
