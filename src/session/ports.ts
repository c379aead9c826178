import type { TimedPose } from '../engine/pose/pose.ts';
import type { Recording } from '../engine/pose/recording.ts';
import type { Coaching } from '../engine/coach/coaching.ts';
import type { CoachingEvent } from '../engine/exercise/events.ts';
import type { Exercise } from '../engine/exercise/exercise.ts';
import type { Plan } from '../engine/rules/plan.ts';
import type { PersonalRange } from '../engine/rules/personal-range.ts';
import type { Millis } from '../engine/units.ts';
import type { Clock } from './async/clock.ts';
import type { Settings } from './settings.ts';
import type { Listenable } from './async/stream.ts';
import type { View } from '../engine/pose/view.ts';

/** What a workout can watch: the camera, the drawn figure seen by MoveNet, a video file, or frames that an embedding page hands in. */
export type SourceKind = 'camera' | 'figure' | 'file' | 'frames';

/** What is amiss with the camera. */
type CameraProblemKind = 'insecure' | 'denied' | 'dismissed' | 'absent' | 'in-use' | 'unplugged' | 'stalled';

/** What is amiss with a video file. */
export type VideoProblemKind = 'old-browser' | 'not-a-video' | 'no-picture' | 'undecodable' | 'broken-video';

/** Why a source could not be opened or went away. */
export type ProblemKind = CameraProblemKind | VideoProblemKind | 'detector' | 'unknown';

/** What a source throws: `kind` chooses the words. */
export interface SourceProblem extends Error {
  readonly kind: ProblemKind;
}

/** How far the opening of a source has come. */
export type OpeningProgress =
  | { readonly step: 'model'; readonly loadedBytes: number; readonly totalBytes: number }
  | { readonly step: 'warm-up' }
  | { readonly step: 'camera' }
  | { readonly step: 'video' };

/** One picture and its time since the source's first; whoever takes it closes the image. */
export interface Frame {
  readonly image: ImageBitmap;
  readonly at: Millis;
}

/** A frame as an embedding page hands it in: `at` in milliseconds since its first. */
export interface PageFrame {
  readonly image: ImageBitmap;
  readonly at: number;
}

/** What is asked of a source. */
export interface SourceRequest {
  readonly kind: SourceKind;
  /** The time in which the figure moves. */
  readonly clock: Clock;
  /** The frames that an embedding page hands in, for the kind of that name. */
  readonly frames: AsyncIterable<PageFrame> | undefined;
  /** The video file, for the kind `file`. */
  readonly video: Blob | undefined;
  readonly onProgress: (progress: OpeningProgress) => void;
  readonly signal: AbortSignal;
}

/** A workout as whoever is watched may know it: what is asked for, as it is asked. */
export interface PoseRequests {
  readonly plan: Plan;
  /** What it has come to now. */
  readonly coaching: Coaching;
  readonly steps: Listenable<{ readonly events: readonly CoachingEvent[] }>;
}

/** Timed poses of one person, and the picture that they lie in. */
export interface PoseSource {
  /** What the person sees: a playing video, or the canvas on which the figure or a film is drawn; none before a camera was on. */
  readonly picture: HTMLVideoElement | HTMLCanvasElement | undefined;
  /** Whether the picture is shown mirrored, as a mirror would. */
  readonly mirrored: boolean;
  /** How long it lasts, ms; `undefined` where nobody knows. */
  readonly lasts?: number | undefined;
  /** Whether the poses are the figure's true keypoints, not MoveNet's; it may change while it runs. */
  readonly usesGroundTruth: () => boolean;
  /** Which model reads it; left out where none is known, as of a source that a page hands in. */
  readonly reader?: ModelInUse | undefined;
  /**
   * Switches on what watches the person, before poses are asked for. Resolves when it is on, or as soon as `switchOff` was called;
   * rejects with a `SourceProblem`. Left out where no person is watched.
   */
  switchOn?(): Promise<void>;
  /** Switches it off at once, and closes what opens later; it may be switched on again. */
  switchOff?(): void;
  /** Hears what is asked of whoever is watched, before the poses are: the figure performs it. Left out where nobody listens. */
  follow?(requests: PoseRequests): void;
  /** Ends when the source has no more frames; throws a `SourceProblem` when it goes away. It may be asked for again, one after the other. */
  poses(signal: AbortSignal): AsyncIterable<TimedPose>;
  close(): void;
}

/** Opens sources, which are off where they can be switched on; rejects with a `SourceProblem`. */
export type OpenSource = (request: SourceRequest) => Promise<PoseSource>;

/** Where somebody's own ranges are kept, on this device. It never throws: what cannot be kept lasts as long as the page. */
export interface RangeStore {
  /** The ranges of the last day, as a model read them; `undefined` where there are none. */
  read(exerciseId: string, view: View, model: DetectorModel): readonly PersonalRange[] | undefined;
  /** Keeps ranges that a model read at a time of day, ms since 1970; they replace those of the same ends and sides. */
  write(exerciseId: string, view: View, ranges: readonly PersonalRange[], at: number, model: DetectorModel): void;
}

/** How a demonstration is looked at; it may change while it runs. */
export interface Looking {
  /** How far the figure is turned off its view towards its own left, degrees. */
  readonly turn: number;
  /** How many times as fast as it is done; slow motion is less than 1. */
  readonly speed: number;
  readonly isPaused: boolean;
}

/** What is asked of a demonstration. */
export interface Demonstration {
  readonly canvas: HTMLCanvasElement;
  readonly exercise: Exercise;
  readonly view: View;
  /** Moving over and over, or drawn once: in the start posture, or at the end. */
  readonly moment: 'moving' | 'start' | 'end';
  /** Asked before every picture; where nothing is said it is looked at straight, at its own speed. */
  readonly lookedAt?: (() => Looking) | undefined;
  /** Hears once when the first picture has been drawn. */
  readonly onDrawn?: (() => void) | undefined;
  readonly signal: AbortSignal;
}

/** Shows the figure doing an exercise until the signal aborts; rejects where it cannot be drawn, and may then be asked again. */
export type Demonstrate = (demonstration: Demonstration) => Promise<void>;

/** The MoveNets that can watch: the fast one, and the one that sees better and takes two to four times as long on the processor. */
export const detectorModels = ['lightning', 'thunder'] as const;

/** Which MoveNet watches. */
export type DetectorModel = (typeof detectorModels)[number];

/** Which model reads a stream of poses now, and which will read the next stream. */
export interface ModelInUse {
  readonly model: DetectorModel;
  readonly nextModel: DetectorModel;
}

/** How a film is recorded: what hears how much of it has been seen, 0-1, what cancels it, and by which model; the device's own where nothing is said. */
export interface RecordOptions {
  readonly model?: DetectorModel;
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** Records the keypoints of a whole film; rejects with a `SourceProblem`, or with the signal's reason. */
export type RecordVideo = (video: Blob, options?: RecordOptions) => Promise<Recording>;

/** Sounds that stand for a moment, told apart by pitch and rhythm. */
export const earcons = ['ready', 'hold-start', 'hold-done', 'rep', 'adjust', 'done'] as const;

/** The name of a sound. */
export type Earcon = (typeof earcons)[number];

/** What speaks and sounds on this device. It never throws: where there is no voice, nothing is heard. */
export interface Speaker {
  /** Whether there is a voice that needs no network. It may come a moment after the page. */
  readonly hasVoice: boolean;
  /** Hears when a voice has come, or gone. */
  readonly voiceChanges: { listen(listener: () => void): () => void };
  /** Says words in the place of those that are being said; `rate` and `volume` as in the settings. */
  say(words: string, how: Pick<Settings, 'rate' | 'volume'>): void;
  /** Plays a sound, besides the voice; `volume` 0-1. */
  play(earcon: Earcon, volume: number): void;
  /** Falls silent at once. */
  cancel(): void;
}

/** Where the settings are kept, on this device. It never throws: what cannot be kept lasts as long as the page. */
export interface SettingsStore {
  read(): Settings;
  write(settings: Settings): void;
  /** Hears of every change. */
  readonly changes: Listenable<Settings>;
}

/** Keeps the screen awake while a session runs; it never throws, and where there is no such thing does nothing. */
export interface WakeLock {
  /** Keeps it awake until the signal aborts, also after the page was hidden and is visible again. */
  hold(signal: AbortSignal): void;
}

/** Whether somebody can see the page. */
export interface PageVisibility {
  readonly isVisible: boolean;
  /** Hears each time that the page is hidden or seen again. */
  readonly changes: Listenable<boolean>;
}
