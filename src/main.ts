import { version } from '../package.json';
import { exercises } from './exercises/registry.ts';
import { createCameraChanges } from './platform/camera-changes.ts';
import { listCameras } from './platform/camera-devices.ts';
import { openCamera } from './platform/camera.ts';
import { detectedPoses } from './platform/detector/detected-poses.ts';
import { openDetector } from './platform/detector/open-detector.ts';
import { createSavedRuntime } from './platform/detector/saved-runtime.ts';
import { GraphicsProblem, hasWebgl, isDrawnBySoftware } from './platform/graphics.ts';
import { loadCode } from './platform/load-code.ts';
import { createPageVisibility } from './platform/page-visibility.ts';
import { openRecordStore } from './platform/history/database.ts';
import { forgetChoices } from './platform/history/forget-choices.ts';
import { createOtherTabs } from './platform/history/other-tabs.ts';
import { persistence } from './platform/history/persistence.ts';
import { createProgressStore } from './platform/history/progress-store.ts';
import { sha256 } from './platform/history/sha256.ts';
import { createRoutineStore } from './platform/routine-store.ts';
import { createSettingsStore } from './platform/settings-store.ts';
import { createSpeaker } from './platform/speaker.ts';
import { createOfflineCopy } from './platform/offline/offline-copy.ts';
import { createRangeStore } from './platform/range-store.ts';
import { createWakeLock } from './platform/wake-lock.ts';
import { watchStorage } from './platform/watched-storage.ts';
import { createDemonstrate } from './session/sources/demonstrate.ts';
import { createOpenSource } from './session/sources/open-source.ts';
import { createRecord } from './session/sources/record.ts';
import { leftSession } from './session/guide/left-session.ts';
import { readProgress } from './session/guide/read-progress.ts';
import { DeviceHistory } from './session/history/device-history.ts';
import { readRoutine } from './session/planning/routines.ts';
import type { SourcePorts, StagePort } from './session/sources/source-ports.ts';
import { readSettings } from './session/settings.ts';
import { en } from './texts/en/en.ts';
import './ui/limber-app.ts';
import './ui/styles/page.css';
import type { AppContext } from './ui/app-context.ts';

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

const pageSight = createPageVisibility();

const storage = watchStorage();

const settings = createSettingsStore(readSettings, storage.open);

const ports: SourcePorts = {
  openStage,
  openVideo: async (video, signal) => {
    // The code that reads films is fetched with the first film.
    const { openVideoFile } = await loadCode(() => import('./platform/video-file.ts'));
    return openVideoFile(video, signal);
  },
  openDetector: async (request) => {
    const detector = await openDetector({ ...request, savedRuntime: createSavedRuntime() });
    return {
      get model() {
        return detector.model;
      },
      get nextModel() {
        return detector.nextModel;
      },
      poses: (frames, signal, pace) => detectedPoses(frames, detector, signal, pace),
      close: () => detector.close(),
    };
  },
  openCamera: async (signal) => {
    const camera = await openCamera({ chosen: settings.read().camera, signal, sight: pageSight });
    const video = document.createElement('video');
    return {
      device: camera.device,
      video,
      frames: (until, startsAt) => camera.framesOf(video, until, startsAt),
      close: () => camera.close(),
    };
  },
};

const store = openRecordStore();
const otherTabs = createOtherTabs();
const history = new DeviceHistory({ store, sha256, now: () => Date.now(), persistence, forgetChoices, otherTabs });
const unfinished = createProgressStore(
  { readProgress, leftSession, adopt: (session, besides) => history.adopt(session, besides) },
  { store, openStorage: storage.open, otherTabs },
);

const context: AppContext = {
  exercises,
  texts: en,
  openSource: createOpenSource(ports),
  record: createRecord(ports),
  demonstrate: hasWebgl() ? createDemonstrate(openStage) : undefined,
  ranges: createRangeStore(storage.open),
  settings,
  routines: createRoutineStore(readRoutine, storage.open),
  unfinished,
  history,
  app: version,
  isKeeping: () => storage.isKeeping() && unfinished.isKeeping() && history.state.inMemory === 0,
  speaker: createSpeaker(en.language),
  wakeLock: createWakeLock(undefined, pageSight),
  pageVisibility: pageSight,
  cameraChanges: createCameraChanges(),
  listCameras: () => listCameras(),
  isDrawingSlow: isDrawnBySoftware(),
  // The server of the sources has no service worker.
  offline: import.meta.env.PROD ? createOfflineCopy(import.meta.url) : undefined,
};

for (const app of document.querySelectorAll('limber-app')) app.context = context;
