/** Hands a video that a person chose to the one who holds the element: the event bubbles within its shadow root and no further. */
export const handVideo = (from: HTMLElement, video: Blob): void => {
  from.dispatchEvent(new CustomEvent<Blob>('video-chosen', { detail: video, bubbles: true }));
};
