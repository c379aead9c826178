import { version } from '../package.json';
import { wait } from './async/wait.ts';
import { exercises } from './exercises/registry.ts';
import { createCameraChanges } from './platform/camera-changes.ts';
import { listCameras } from './platform/camera-devices.ts';
import { createSavedRuntime } from './platform/detector/saved-runtime.ts';
import { hasWebgl, isDrawnBySoftware } from './platform/graphics.ts';
import { loadCode, onFirstUse } from './platform/load-code.ts';
import { createPageVisibility } from './platform/page-visibility.ts';
import { createPlanStore } from './platform/plan-store.ts';
import { reloadPage } from './platform/reload-page.ts';
import { savesData } from './platform/saves-data.ts';
import { createRoutineStore } from './platform/routine-store.ts';
import { createSettingsStore } from './platform/settings-store.ts';
import { createSpeaker } from './platform/speaker.ts';
import { createOfflineCopy } from './platform/offline/offline-copy.ts';
import { createRangeStore } from './platform/range-store.ts';
import { createWakeLock } from './platform/wake-lock.ts';
import { watchStorage } from './platform/watched-storage.ts';
import { laterProgress } from './session/guide/later-progress.ts';
import { laterHistory } from './session/history/later-history.ts';
import { readTrainingPlan } from './session/planning/training-plan.ts';
import { laterRecordings } from './session/history/later-recordings.ts';
import { readRoutine } from './session/planning/routines.ts';
import { readSettings } from './session/settings.ts';
import { en } from './texts/en/en.ts';
import './ui/limber-app.ts';
import './ui/styles/page.css';
import type { AppContext } from './ui/app-context.ts';
import type { Outlook } from './ui/controllers/foresight.ts';

const pageSight = createPageVisibility();

const storage = watchStorage();

const settings = createSettingsStore(readSettings, storage.open);

const savedRuntime = createSavedRuntime(version);

const sources = onFirstUse(async () => {
  const { createSources } = await loadCode(() => import('./main.sources.ts'));
  return createSources({
    chosenCamera: () => settings.read().camera,
    sight: pageSight,
    chosenBackend: () => settings.read().backend,
    savedRuntime,
  });
});

/** How long the first pictures of a session may take once its detector is open, ms. */
const firstPicturesMs = 1500;

let isSessionExpected = false;
/** Resolves when the detector that was last opened ahead is open, or could not be opened. */
let opening: Promise<void> = Promise.resolve();
/** Opens the detector ahead of a session; where data is saved, only when the session starts. */
const openAhead = async (outlook: Outlook): Promise<void> => {
  const wasExpected = isSessionExpected;
  isSessionExpected = outlook === 'session' || (outlook === 'leads-to-session' && !savesData());
  if (!wasExpected && !isSessionExpected) return;
  try {
    const { expectSession } = await sources();
    await expectSession(isSessionExpected);
    // A session judges its first pictures before anything else is fetched.
    if (outlook === 'session') await wait(firstPicturesMs);
  } catch {
    // A session that starts without this code reports it.
  }
};

const foresee = (outlook: Outlook): Promise<void> => (opening = openAhead(outlook));

const ranges = createRangeStore(storage.open);
const plan = createPlanStore(readTrainingPlan, storage.open);

const records = onFirstUse(async () => {
  const { createRecords } = await loadCode(() => import('./main.records.ts'));
  return createRecords(storage.open, { plan, ranges });
});

const history = laterHistory(async () => (await records()).history);
const unfinished = laterProgress(async () => (await records()).unfinished);

const context: AppContext = {
  exercises,
  texts: en,
  // The screens that are not part of the first page read or write records, and most of them lead to a session.
  loadCode: async (load) => {
    sources().catch(() => undefined);
    const [code] = await Promise.all([loadCode(load), records()]);
    return code;
  },
  reload: () => void reloadPage(),
  foresee,
  openSource: async (request) => (await sources()).openSource(request),
  record: async (video, options) => (await sources()).record(video, options),
  demonstrate: hasWebgl() ? async (request) => (await sources()).demonstrate(request) : undefined,
  ranges,
  settings,
  routines: createRoutineStore(readRoutine, storage.open),
  plan,
  unfinished,
  history,
  recordings: laterRecordings(async () => (await records()).recordings),
  app: version,
  isKeeping: () => storage.isKeeping() && unfinished.isKeeping() && history.state.inMemory === 0,
  speaker: createSpeaker(en.language),
  wakeLock: createWakeLock(undefined, pageSight),
  pageVisibility: pageSight,
  cameraChanges: createCameraChanges(),
  listCameras: () => listCameras(),
  knownBackends: () => savedRuntime.read()?.backends ?? {},
  isDrawingSlow: isDrawnBySoftware(),
  // The server of the sources has no service worker.
  offline: import.meta.env.PROD ? createOfflineCopy(import.meta.url, () => opening) : undefined,
};

for (const app of document.querySelectorAll('limber-app')) app.context = context;
