import type { TimedPose } from '../engine/pose/pose.ts';
import type { Recording } from '../engine/pose/recording.ts';
import type { Coaching } from '../engine/coach/coaching.ts';
import type { CoachingEvent } from '../engine/exercise/events.ts';
import type { Plan } from '../engine/rules/plan.ts';
import type { PersonalRange } from '../engine/rules/personal-range.ts';
import type { SourceTime } from '../engine/units.ts';
import type { OpenedCamera } from '../ports/camera-device.ts';
import type { DetectorModel } from '../ports/detector-model.ts';
import type { Earcon } from '../ports/earcon.ts';
import type { OpeningProgress } from '../ports/opening-progress.ts';
import type { ProblemKind } from '../ports/problem-kind.ts';
import type { Clock } from './async/clock.ts';
import type { Settings } from './settings.ts';
import type { Listenable } from '../async/stream.ts';
import type { View } from '../engine/pose/view.ts';

/**
 * What a workout can watch: the camera, the drawn figure through MoveNet, a video file, or an embedding page's frames.
 */
export const sourceKinds = ['camera', 'figure', 'file', 'frames'] as const;

/** One of the things that a workout can watch. */
export type SourceKind = (typeof sourceKinds)[number];

/** The error that a source throws; `kind` selects the text. */
export interface SourceProblem extends Error {
  readonly kind: ProblemKind;
}

/** A frame from an embedding page; `at` in milliseconds since its first. */
export interface PageFrame {
  readonly image: ImageBitmap;
  readonly at: number;
}

/** A request to open a source. */
export interface SourceRequest {
  readonly kind: SourceKind;
  /** The clock that the figure follows. */
  readonly clock: Clock;
  /** The frames from an embedding page, for the kind `frames`. */
  readonly frames: AsyncIterable<PageFrame> | undefined;
  /** The video file, for the kind `file`. */
  readonly video: Blob | undefined;
  readonly onProgress: (progress: OpeningProgress) => void;
  readonly signal: AbortSignal;
}

/** The part of a workout that a source may follow: what is requested, as it is requested. */
export interface PoseRequests {
  readonly plan: Plan;
  /** The current coaching. */
  readonly coaching: Coaching;
  readonly steps: Listenable<{ readonly events: readonly CoachingEvent[] }>;
}

/** Timed poses of one person, and the picture in which they were found. */
export interface PoseSource {
  /**
   * What the user sees: a playing video, or the canvas on which the figure or a film is drawn; `undefined` before the
   * camera was first on.
   */
  readonly picture: HTMLVideoElement | HTMLCanvasElement | undefined;
  /** The camera that was opened last; left out if there is none, or it is unknown. */
  readonly camera?: OpenedCamera | undefined;
  /** Whether the picture is shown mirrored. */
  readonly mirrored: boolean;
  /** The duration, ms; `undefined` if unknown. */
  readonly lasts?: number | undefined;
  /** Whether it is a whole film, in which neutral may be looked for ahead; left out if it is not. */
  readonly isFilm?: boolean;
  /** Whether the poses are the figure's ground truth, not MoveNet's keypoints; it may change while the source runs. */
  readonly usesGroundTruth: () => boolean;
  /** The model that reads the source; left out if unknown, as for a source from an embedding page. */
  readonly reader?: ModelInUse | undefined;
  /**
   * Switches the camera on, before `poses` is called. Resolves when it is on, or as soon as `switchOff` was called;
   * rejects with a `SourceProblem`. Left out if the source has no camera.
   */
  switchOn?(): Promise<void>;
  /** Switches the camera off at once, and closes one that opens later; it may be switched on again. */
  switchOff?(): void;
  /**
   * Receives the requests of a workout before `poses` is called; the figure performs them. Left out if the source
   * ignores them.
   */
  follow?(requests: PoseRequests): void;
  /**
   * Yields poses until the source has no more frames; throws a `SourceProblem` when the source fails. It may be called
   * again after the previous iteration has ended.
   */
  poses(signal: AbortSignal): AsyncIterable<TimedPose<SourceTime>>;
  close(): void;
}

/** Opens a source; one that can be switched on is off at first. Rejects with a `SourceProblem`. */
export type OpenSource = (request: SourceRequest) => Promise<PoseSource>;

/**
 * Storage for the user's own ranges on this device. Never throws: what cannot be stored is kept in memory until the
 * page is closed.
 */
export interface RangeStore {
  /** The ranges of the last day, as read by `model`; `undefined` if there are none. */
  read(exerciseId: string, view: View, model: DetectorModel): readonly PersonalRange[] | undefined;
  /**
   * Stores ranges that `model` read in a session at time `at`, ms since 1970; they come before those of other sessions
   * and replace those of the same endpoints and sides of the same session.
   */
  write(
    exerciseId: string,
    view: View,
    ranges: readonly PersonalRange[],
    at: number,
    model: DetectorModel,
    session: string,
  ): void;
}

/** The model that reads the current stream of poses, and the one that will read the next stream. */
export interface ModelInUse {
  readonly model: DetectorModel;
  readonly nextModel: DetectorModel;
}

/**
 * The options of a recording: `onProgress` receives the share of the film that was read, 0-1; `signal` cancels it;
 * `model` defaults to the device's own.
 */
export interface RecordOptions {
  readonly model?: DetectorModel;
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** Records the keypoints of a whole film; rejects with a `SourceProblem`, or with the signal's reason. */
export type RecordVideo = (video: Blob, options?: RecordOptions) => Promise<Recording>;

/** The voice and the earcons of this device. Never throws: without a voice, no words are heard. */
export interface Speaker {
  /** Whether there is a voice that needs no network. It may become available shortly after the page has loaded. */
  readonly hasVoice: boolean;
  /** Whether nothing is spoken yet, since the page was not touched. */
  readonly isSilenced?: boolean;
  /** Calls the listener when a voice becomes available or unavailable. */
  readonly voiceChanges: Listenable<void>;
  /** Speaks words and cancels those being spoken; `rate` and `volume` as in the settings. */
  say(words: string, how: Pick<Settings, 'rate' | 'volume'>): void;
  /** Plays an earcon, also while the voice speaks; `volume` 0-1. */
  play(earcon: Earcon, volume: number): void;
  /** Stops speaking at once. */
  cancel(): void;
}

/**
 * Storage for the settings on this device. Never throws: what cannot be stored is kept in memory until the page is
 * closed.
 */
export interface SettingsStore {
  read(): Settings;
  write(settings: Settings): void;
  /** Publishes every change. */
  readonly changes: Listenable<Settings>;
}

/** Keeps the screen awake while a session runs. Never throws; does nothing if the browser has no wake lock. */
export interface WakeLock {
  /** Keeps the screen awake until the signal aborts, also after the page was hidden and is visible again. */
  hold(signal: AbortSignal): void;
}

/** The visibility of the page. */
export interface PageVisibility {
  readonly isVisible: boolean;
  /** Publishes each time the page is hidden or becomes visible. */
  readonly changes: Listenable<boolean>;
}
