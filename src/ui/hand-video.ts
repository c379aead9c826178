/** Dispatches a chosen video to the parent element: the event bubbles within the shadow root and no further. */
export const handVideo = (from: HTMLElement, video: Blob): void => {
  from.dispatchEvent(new CustomEvent<Blob>('video-chosen', { detail: video, bubbles: true }));
};
