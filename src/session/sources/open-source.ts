import { cameraSource } from './camera-source.ts';
import { figureSource } from './figure-source.ts';
import { filmSource } from './film-source.ts';
import { pageFilm } from './page-film.ts';
import type { OpeningProgress } from '../../ports/opening-progress.ts';
import type { OpenSource, PoseSource, SourceRequest } from '../ports.ts';
import type { CameraPort, DetectorPort, SourcePorts } from './source-ports.ts';

/** Reports one progress for a detector and a camera that open side by side: the camera's while it may wait for the user. */
const cameraFirst = (onProgress: SourceRequest['onProgress']) => {
  let ofDetector: OpeningProgress | undefined;
  let isCameraOpening = false;
  return {
    ofDetector: (progress: OpeningProgress): void => {
      ofDetector = progress;
      if (!isCameraOpening) onProgress(progress);
    },
    detectorOpened: (): void => {
      ofDetector = undefined;
    },
    ofCamera: async (open: () => Promise<CameraPort>): Promise<CameraPort> => {
      isCameraOpening = true;
      onProgress({ step: 'camera' });
      try {
        return await open();
      } finally {
        isCameraOpening = false;
        if (ofDetector) onProgress(ofDetector);
      }
    },
  };
};

/** The camera, which asks the user at once: the detector opens meanwhile, or is open. */
const openCameraSource = (request: SourceRequest, ports: SourcePorts): PoseSource => {
  const ending = new AbortController();
  const signal = AbortSignal.any([request.signal, ending.signal]);
  const progress = cameraFirst(request.onProgress);
  const detector = ports.openDetector({ onProgress: progress.ofDetector, signal });
  // A failure is reported when the camera is switched on.
  detector.then(progress.detectorOpened, () => undefined);
  const close = (): void => {
    ending.abort();
    detector.then(
      (opened) => opened.close(),
      () => undefined,
    );
  };
  return cameraSource(() => progress.ofCamera(() => ports.openCamera(signal)), { opened: detector, close });
};

/** The kinds that open once their detector has. */
type KindAfterDetector = Exclude<SourceRequest['kind'], 'camera'>;

const sourceAfter = async (
  detector: DetectorPort,
  kind: KindAfterDetector,
  request: SourceRequest,
  ports: SourcePorts,
): Promise<PoseSource> => {
  switch (kind) {
    case 'figure':
      return figureSource(request, await ports.openStage(), detector);
    case 'frames':
      if (!request.frames) throw new Error('The page has handed in no frames.');
      return filmSource(pageFilm(request.frames), detector);
    case 'file':
      if (!request.video) throw new Error('No video file was chosen.');
      request.onProgress({ step: 'video' });
      return { ...filmSource(await ports.openVideo(request.video, request.signal), detector), isFilm: true };
  }
};

/**
 * Opens sources through the ports. A camera is returned at once, and opens with its detector when it is switched on; for
 * another source the detector opens first. If a step fails or the signal aborts, everything opened is closed.
 */
export const createOpenSource =
  (ports: SourcePorts): OpenSource =>
  async (request) => {
    request.signal.throwIfAborted();
    const { kind } = request;
    if (kind === 'camera') return openCameraSource(request, ports);
    const detector = await ports.openDetector(request);
    try {
      request.signal.throwIfAborted();
      const source = await sourceAfter(detector, kind, request, ports);
      if (request.signal.aborted) source.close();
      request.signal.throwIfAborted();
      return source;
    } catch (thrown) {
      detector.close();
      throw thrown;
    }
  };
