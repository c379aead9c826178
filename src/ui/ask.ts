/** What an element may ask for; it says nothing more. */
export type Wish =
  | 'again-asked'
  | 'back-asked'
  | 'cancel-asked'
  | 'end-asked'
  | 'figure-asked'
  | 'forget-asked'
  | 'home-asked'
  | 'longer-asked'
  | 'mute-asked'
  | 'next-asked'
  | 'pause-asked'
  | 'recalibrate-asked'
  | 'red-flag-asked'
  | 'remove-asked'
  | 'repeat-asked'
  | 'resume-asked'
  | 'skip-asked'
  | 'skip-practice-asked'
  | 'summary-asked';

/** Dispatches a wish from an element to the one that holds it: it bubbles within its shadow root and no further. */
export const ask = (from: HTMLElement, wish: Wish): void => {
  from.dispatchEvent(new Event(wish, { bubbles: true }));
};
