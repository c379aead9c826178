import type { Exercise } from '../engine/exercise/exercise.ts';
import type {
  OpenSource,
  PageVisibility,
  RangeStore,
  RecordVideo,
  SettingsStore,
  Speaker,
  WakeLock,
} from '../session/ports.ts';
import type { KnownBackends } from '../ports/backend.ts';
import type { ListCameras } from '../ports/camera-device.ts';
import type { Demonstrate } from '../ports/demonstration.ts';
import type { OfflineCopy } from '../ports/offline-state.ts';
import type { History } from '../session/history/history.ts';
import type { Recordings } from '../session/history/recordings.ts';
import type { ProgressStore } from '../session/guide/progress.ts';
import type { TrainingPlanStore } from '../session/planning/training-plan.ts';
import type { RoutineStore } from '../session/planning/routines.ts';
import type { Listenable } from '../async/stream.ts';
import type { Texts } from '../texts/texts.ts';
import type { Outlook } from './controllers/foresight.ts';
import type { LoadCode } from './controllers/screen-code.ts';

/** What the app needs from outside; the composition root passes it in. */
export interface AppContext {
  readonly exercises: readonly Exercise[];
  /**
   * Called on each visit of a screen, so that what a session needs is opened ahead; left out where nothing is. Resolves
   * when nothing is being opened any more; never rejects.
   */
  readonly foresee?: (outlook: Outlook) => Promise<void>;
  readonly openSource: OpenSource;
  readonly record: RecordVideo;
  /** Shows the figure; `undefined` where none can be drawn. */
  readonly demonstrate: Demonstrate | undefined;
  readonly ranges: RangeStore;
  readonly settings: SettingsStore;
  readonly routines: RoutineStore;
  readonly plan: TrainingPlanStore;
  readonly unfinished: ProgressStore;
  /** The finished sessions on this device. */
  readonly history: History;
  /** The recordings of movements on this device; left out where none can be kept. */
  readonly recordings?: Recordings | undefined;
  /** The version of the app. */
  readonly app: string;
  /** False while the device fails to store data, so that it lasts only as long as the page. */
  readonly isKeeping: () => boolean;
  readonly speaker: Speaker;
  readonly wakeLock: WakeLock;
  readonly pageVisibility: PageVisibility;
  /** Publishes when a camera was plugged in or went away. */
  readonly cameraChanges?: Listenable<void>;
  /** Lists the cameras to choose from; left out where there is no choice. */
  readonly listCameras?: ListCameras;
  /** What is known of the backends of the detector on this device; left out where there is no choice. */
  readonly knownBackends?: () => KnownBackends;
  /** Whether drawing slows down detection on this device, so that the figure beside the user does not move. */
  readonly isDrawingSlow: boolean;
  readonly texts: Texts;
  /** Loads the code of screens that is fetched on first use. */
  readonly loadCode: LoadCode;
  /** Loads the page again after code could not be fetched. */
  readonly reload: () => void;
  /** The copy of the app on this device; left out where none can be made. */
  readonly offline?: OfflineCopy | undefined;
}
