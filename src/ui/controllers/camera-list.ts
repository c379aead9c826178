import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CameraDevice, ListCameras } from '../../ports/camera-device.ts';
import type { Listenable, Unsubscribe } from '../../async/stream.ts';

/** Where the cameras are listed, and what tells that they changed. */
export interface CameraSource {
  readonly listCameras: ListCameras | undefined;
  readonly cameraChanges: Listenable<void> | undefined;
}

/** Updates its host with the cameras of this device, also when one is plugged in or goes away. */
export class CameraList implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => CameraSource;
  #found: readonly CameraDevice[] = [];
  #stopListening: Unsubscribe | undefined;

  /** `source` is read before each update of the host, whose properties it may be. */
  constructor(host: ReactiveControllerHost, source: () => CameraSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  /** The cameras at the last reading. */
  get found(): readonly CameraDevice[] {
    return this.#found;
  }

  hostUpdate(): void {
    if (this.#stopListening) return;
    const { listCameras, cameraChanges } = this.#source();
    if (!listCameras) return;
    this.#stopListening = cameraChanges?.listen(this.refresh) ?? (() => undefined);
    this.refresh();
  }

  hostDisconnected(): void {
    this.#stopListening?.();
    this.#stopListening = undefined;
  }

  /** Lists them again, as after the camera was allowed: names are known from then on. */
  readonly refresh = (): void => void this.#look();

  async #look(): Promise<void> {
    const found = (await this.#source().listCameras?.()) ?? [];
    if (found.length === 0 && this.#found.length === 0) return;
    this.#found = found;
    this.#host.requestUpdate();
  }
}

/** The camera after this one in the list, from the last to the first; `undefined` if there is no other. */
export const cameraAfter = (
  current: CameraDevice | undefined,
  cameras: readonly CameraDevice[],
): CameraDevice | undefined => {
  const at = cameras.findIndex(({ deviceId }) => deviceId === current?.deviceId);
  // A camera that is not known, or not listed, is taken for the first one.
  return cameras.length > 1 ? cameras[(Math.max(0, at) + 1) % cameras.length] : undefined;
};
