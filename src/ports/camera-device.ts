/** A camera as a browser names it. The id may change, as when the data of a site is deleted; the name does not. */
export interface CameraDevice {
  readonly deviceId: string;
  readonly label: string;
}

/** The camera that is open, and whether it is the one that the user chose, if any was chosen. */
export interface OpenedCamera extends CameraDevice {
  readonly isAsChosen: boolean;
}

/**
 * The cameras of this device that have a name: browsers give none before the camera was allowed. Never rejects.
 */
export type ListCameras = () => Promise<readonly CameraDevice[]>;
