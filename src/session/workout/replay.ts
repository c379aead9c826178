import { advance, type CoachState } from '../../engine/coach/coach.ts';
import type { Coaching } from '../../engine/coach/coaching.ts';
import type { Sight } from '../../engine/coach/sight.ts';
import type { CoachingEvent } from '../../engine/exercise/events.ts';
import type { TimedPose } from '../../engine/pose/pose.ts';
import { posesIn } from '../../engine/pose/recording.ts';
import type { Plan } from '../../engine/rules/plan.ts';
import type { FilmTime } from '../../engine/units.ts';
import { wait } from '../../async/wait.ts';
import { isOfFilm, type Movement } from '../record/movement.ts';
import type { SessionExport } from '../record/export.ts';
import type { Summary } from '../summary/summary.ts';
import { missedAttempt, type MissedAttempt } from './missed-attempt.ts';
import { Workout } from './workout.ts';

/** An event of a replay, and the frame in which it fell. */
export interface ReplayEvent {
  readonly event: CoachingEvent;
  readonly index: number;
}

/** An attempt of a replay that did not count, and the frame in which that was decided. */
export interface ReplayMiss extends MissedAttempt {
  readonly index: number;
}

/** One frame of a replay: what is seen, and all that the engine keeps after it. */
export interface ReplayFrame {
  readonly index: number;
  readonly sight: Sight;
  readonly state: CoachState;
  readonly coaching: Coaching;
}

/** Options of a replay: `onProgress` receives the share that was judged, 0-1; `signal` cancels it. */
export interface ReplayOptions {
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** The state of every so manieth frame is kept, and those between are judged again: 64 take about 10 ms. */
const keptEvery = 64;

/** So many frames are judged at once before the page may do something else. */
const judgedAtOnce = 200;

/** The poses of a recording, the first at time 0. */
const posesFromZero = (movement: Movement): readonly TimedPose<FilmTime>[] => {
  const zero = movement.frames[0]?.at ?? 0;
  return posesIn({ ...movement, frames: movement.frames.map((frame) => ({ ...frame, at: frame.at - zero })) });
};

/**
 * A recording as the engine judges it, frame by frame. It is judged once from the first frame on by a workout, as in a
 * session; any frame is then judged again from the nearest kept state, which gives the same result.
 */
export class Replay {
  readonly plan: Plan;
  /** The events in order, as a session with these poses has them. */
  readonly events: readonly ReplayEvent[];
  /** The attempts that did not count, with what decided that. */
  readonly misses: readonly ReplayMiss[];
  readonly summary: Summary;
  readonly record: SessionExport;
  readonly #poses: readonly TimedPose<FilmTime>[];
  readonly #kept: readonly ReplayFrame[];
  #last: ReplayFrame;

  /** Judges a recording by a plan. Rejects with the signal's reason. */
  static async open(plan: Plan, movement: Movement, { onProgress, signal }: ReplayOptions = {}): Promise<Replay> {
    const poses = posesFromZero(movement);
    const workout = new Workout(plan);
    const kept: ReplayFrame[] = [];
    const events: ReplayEvent[] = [];
    const misses: ReplayMiss[] = [];
    let before: CoachState | undefined;
    let length = 0;
    workout.steps.listen(({ sight, state, coaching, events: happened }) => {
      const index = sight ? length : Math.max(0, length - 1);
      for (const event of happened) {
        events.push({ event, index });
        const miss = missedAttempt(before, event);
        if (miss) misses.push({ ...miss, index });
      }
      before = state;
      if (!sight) return;
      if (index % keptEvery === 0) kept.push({ index, sight, state, coaching });
      length += 1;
    });
    const source = {
      isFilm: isOfFilm(movement),
      async *poses(until: AbortSignal) {
        for (const [index, pose] of poses.entries()) {
          yield pose;
          if (index % judgedAtOnce !== judgedAtOnce - 1) continue;
          onProgress?.(index / poses.length);
          await wait(0, until);
        }
      },
    };
    const summary = await workout.run(source, signal ?? new AbortController().signal);
    signal?.throwIfAborted();
    return new Replay(workout, { poses: poses.slice(0, length), kept, events, misses, summary });
  }

  private constructor(
    { plan, record }: Workout,
    {
      poses,
      kept,
      events,
      misses,
      summary,
    }: {
      readonly poses: readonly TimedPose<FilmTime>[];
      readonly kept: readonly ReplayFrame[];
      readonly events: readonly ReplayEvent[];
      readonly misses: readonly ReplayMiss[];
      readonly summary: Summary;
    },
  ) {
    const [first] = kept;
    if (!first) throw new Error('A recording has at least one frame.');
    this.plan = plan;
    this.record = record;
    this.events = events;
    this.misses = misses;
    this.summary = summary;
    this.#poses = poses;
    this.#kept = kept;
    this.#last = first;
  }

  /** How many frames were judged; those after the end of the exercise are not. */
  get length(): number {
    return this.#poses.length;
  }

  /** The time of a frame since the first one, ms. */
  timeOf(index: number): number {
    return this.#poses[Math.min(Math.max(0, index), this.length - 1)]?.at ?? 0;
  }

  /** The last frame at a time since the first one, ms. */
  indexAt(ms: number): number {
    let [low, high] = [0, this.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.timeOf(middle) <= ms) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** A frame by its number, from 0; one beyond the last is the last. */
  frameAt(wanted: number): ReplayFrame {
    const index = Math.min(Math.max(0, Math.round(wanted)), this.length - 1);
    const kept = this.#kept[Math.floor(index / keptEvery)] ?? this.#last;
    const isOnward = this.#last.index <= index && this.#last.index > kept.index;
    let frame = isOnward ? this.#last : kept;
    for (const pose of this.#poses.slice(frame.index + 1, index + 1)) {
      const [state, sight] = advance(this.plan, frame.state, pose);
      frame = { index: frame.index + 1, sight, state, coaching: state.coaching };
    }
    this.#last = frame;
    return frame;
  }
}
