/** Publishes when a camera, or another device for media, was plugged in or went away. */
export const createCameraChanges = (
  // Browsers hide the whole interface from insecure pages.
  devices: Pick<EventTarget, 'addEventListener' | 'removeEventListener'> | undefined = navigator.mediaDevices,
) => ({
  /** Calls the listener at each change; returns a function that removes it. */
  listen: (listener: () => void): (() => void) => {
    const hear = (): void => listener();
    devices?.addEventListener('devicechange', hear);
    return () => devices?.removeEventListener('devicechange', hear);
  },
});
