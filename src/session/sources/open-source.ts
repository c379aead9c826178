import { cameraSource } from './camera-source.ts';
import { figureSource } from './figure-source.ts';
import { filmSource } from './film-source.ts';
import { pageFilm } from './page-film.ts';
import type { OpenSource, PoseSource, SourceRequest } from '../ports.ts';
import type { DetectorPort, SourcePorts } from './source-ports.ts';

const sourceFor = async (request: SourceRequest, ports: SourcePorts, detector: DetectorPort): Promise<PoseSource> => {
  switch (request.kind) {
    case 'camera':
      return cameraSource(() => {
        request.onProgress({ step: 'camera' });
        return ports.openCamera(request.signal);
      }, detector);
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
 * Opens sources through the ports: the detector first, so that the camera's light is not on while the detector loads.
 * If a later step fails or the signal aborts, everything opened is closed.
 */
export const createOpenSource =
  (ports: SourcePorts): OpenSource =>
  async (request) => {
    const detector = await ports.openDetector(request);
    try {
      request.signal.throwIfAborted();
      const source = await sourceFor(request, ports, detector);
      if (request.signal.aborted) source.close();
      request.signal.throwIfAborted();
      return source;
    } catch (thrown) {
      detector.close();
      throw thrown;
    }
  };
