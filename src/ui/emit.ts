/** Dispatches a typed event from an element to its parent: it bubbles to the next shadow root and no further. */
export const emit = <T>(from: HTMLElement, type: string, detail: T): void => {
  from.dispatchEvent(new CustomEvent<T>(type, { detail, bubbles: true }));
};
