import type { CameraDevice } from './ports/camera-device.ts';
import { watchBattery } from './platform/battery.ts';
import { openCamera } from './platform/camera.ts';
import { detectedPoses } from './platform/detector/detected-poses.ts';
import { createFrameRate, type FrameRate } from './platform/detector/frame-rate.ts';
import { openDetector } from './platform/detector/open-detector.ts';
import type { KnownRuntime } from './platform/detector/saved-runtime.ts';
import type { Persisted } from './platform/persisted.ts';
import { GraphicsProblem, hasWebgl, isDrawnBySoftware } from './platform/graphics.ts';
import { loadCode } from './platform/load-code.ts';
import type { PageVisibility } from './platform/page-visibility.ts';
import { createDemonstrate } from './session/sources/demonstrate.ts';
import { createOpenSource } from './session/sources/open-source.ts';
import { createReadyDetector } from './session/sources/ready-detector.ts';
import { createRecord } from './session/sources/record.ts';
import type { BackendChoice } from './session/settings.ts';
import type { SourcePorts, StagePort } from './session/sources/source-ports.ts';

/** The size in which the figure is drawn, pixels; smaller if the CPU draws it. */
const figureSize = (): { readonly width: number; readonly height: number } =>
  isDrawnBySoftware() ? { width: 480, height: 360 } : { width: 960, height: 720 };

/** Opens a stage for the figure; its code is fetched on first use. Rejects with a `GraphicsProblem` without WebGL. */
const openStage = async (): Promise<StagePort> => {
  if (!hasWebgl()) throw new GraphicsProblem('This browser has no WebGL.');
  const { createFigureStage } = await loadCode(() => import('./stage/figure-stage.ts'));
  const canvas = document.createElement('canvas');
  const stage = createFigureStage(canvas);
  const { width, height } = figureSize();
  stage.resize(width, height);
  const dispose = (): void => {
    stage.dispose();
    // A page may have about sixteen contexts at a time, and a canvas keeps its own until it is garbage-collected.
    canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  };
  return { canvas, draw: stage.draw, dispose };
};

/** What the sources need of the page. */
export interface SourcesSetting {
  /** The camera that the user chose. */
  readonly chosenCamera: () => CameraDevice | undefined;
  readonly sight: PageVisibility;
  /** The backend that the user chose. */
  readonly chosenBackend: () => BackendChoice;
  /** The best runtime found on this device. */
  readonly savedRuntime: Persisted<KnownRuntime | undefined>;
  /** Which of the camera's pictures are judged; by default what the body, the device and its battery ask for. */
  readonly frameRate?: FrameRate;
}

/** Whether WebGL is tried, by the user's choice. */
const webglTrials = { auto: 'auto', webgl: 'chosen', wasm: 'never' } as const;

/** Wires what a session watches, and the demonstrations. Its code is fetched when the first page is shown. */
export const createSources = ({
  chosenCamera,
  sight,
  chosenBackend,
  savedRuntime,
  frameRate = createFrameRate(watchBattery()),
}: SourcesSetting) => {
  const ports: SourcePorts = {
    openStage,
    openVideo: async (video, signal) => {
      // The code that reads films is fetched with the first film.
      const { openVideoFile } = await loadCode(() => import('./platform/video-file.ts'));
      return openVideoFile(video, signal);
    },
    openDetector: async (request) => {
      const detector = await openDetector({
        ...request,
        savedRuntime,
        webglTrial: webglTrials[chosenBackend()],
      });
      return {
        get model() {
          return detector.model;
        },
        get nextModel() {
          return detector.nextModel;
        },
        poses: (frames, signal, pace) => detectedPoses(frames, detector, signal, pace, frameRate),
        close: () => detector.close(),
      };
    },
    openCamera: async (signal) => {
      const camera = await openCamera({ chosen: chosenCamera(), signal, sight });
      const video = document.createElement('video');
      camera.startIn(video);
      return {
        device: camera.device,
        video,
        frames: (until, startsAt) => camera.framesOf(video, until, startsAt, frameRate),
        close: () => camera.close(),
      };
    },
  };
  const ready = createReadyDetector((request) => ports.openDetector(request), sight, chosenBackend);
  return {
    expectSession: ready.expectSession,
    openSource: createOpenSource({ ...ports, openDetector: ready.open }),
    // A recording leaves the ready detector to the session.
    record: createRecord(ports),
    demonstrate: createDemonstrate(openStage),
  };
};
