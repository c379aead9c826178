import type { CameraDevice } from '../ports/camera-device.ts';

/**
 * The cameras of this device that have a name; browsers give names once the camera was allowed. Never rejects: a browser
 * that lists no devices has none to choose from.
 */
export const listCameras = async (
  // Browsers hide the whole interface from insecure pages.
  devices: Pick<MediaDevices, 'enumerateDevices'> | undefined = navigator.mediaDevices,
): Promise<readonly CameraDevice[]> => {
  try {
    const all = (await devices?.enumerateDevices()) ?? [];
    return all
      .filter(({ kind, label }) => kind === 'videoinput' && label !== '')
      .map(({ deviceId, label }) => ({ deviceId, label }));
  } catch {
    return [];
  }
};

/** The listed camera that was chosen: by its id, or, since ids change, by its name; `undefined` if it is not there. */
export const findCamera = (chosen: CameraDevice, cameras: readonly CameraDevice[]): CameraDevice | undefined =>
  cameras.find(({ deviceId }) => deviceId === chosen.deviceId) ?? cameras.find(({ label }) => label === chosen.label);
