import {
  advance,
  begin,
  ease,
  rangesOf,
  recalibrate,
  skipPractice,
  type CoachState,
} from '../engine/coaching/coach.ts';
import type { Coaching } from '../engine/coaching/coaching.ts';
import type { CoachingEvent } from '../engine/coaching/events.ts';
import type { Plan } from '../engine/coaching/plan.ts';
import type { PersonalRange } from '../engine/coaching/ranges.ts';
import type { Sight } from '../engine/coaching/sight.ts';
import type { TimedPose } from '../engine/pose/pose.ts';
import { millis } from '../engine/units.ts';
import { sessionExport, type SessionExport } from './export.ts';
import { Gate } from './gate.ts';
import type { PoseSource } from './ports.ts';
import type { StepProgress } from './progress.ts';
import { Stream, type Listenable } from './stream.ts';
import { summarise, type Summary } from './summary.ts';
import { TraceRecorder } from './traces.ts';
import { UnjudgedClock } from './unjudged.ts';
import { untilAborted } from './until-aborted.ts';

/**
 * Why a session ended before the engine ended it: the person asked, skipped it or went back, it hurt, something felt wrong, the
 * source had no more, or the page was left.
 */
export type EarlyEnd = 'person' | 'skipped' | 'back' | 'pain' | 'red-flag' | 'source-ended' | 'left';

/** Why a session waits that the engine does not make wait. */
export type PauseReason = 'person' | 'page-hidden';

/**
 * One running session: the only cell that changes. It pulls poses, advances the engine by each, and publishes four
 * streams: what was seen (every frame), the coaching (only when it changes), the events, and the person's own ranges.
 * While the person pauses, nothing is pulled, so a film or the figure stands still as well.
 */
export class Workout {
  readonly plan: Plan;
  readonly #sights = new Stream<Sight>();
  readonly #coachings = new Stream<Coaching>();
  readonly #events = new Stream<CoachingEvent>();
  readonly #ranges = new Stream<readonly PersonalRange[]>();
  readonly #gate = new Gate();
  readonly #ending = new AbortController();
  readonly #unjudged: UnjudgedClock;
  readonly #traces: TraceRecorder;
  readonly #log: CoachingEvent[];
  /** When this run begins, ms: after what an earlier one told, if there was one. */
  readonly #begins: number;
  #state: CoachState;
  #coaching: Coaching;
  #at: number;

  /** Goes on from what an earlier run of the same plan had come to, where there was one. */
  constructor(plan: Plan, earlier?: StepProgress) {
    this.plan = plan;
    this.#traces = new TraceRecorder(plan, earlier?.traces);
    this.#unjudged = new UnjudgedClock(earlier?.unjudged);
    this.#log = [...(earlier?.events ?? [])];
    const last = this.#log.at(-1);
    this.#begins = last ? last.at + 1 : 0;
    this.#at = this.#begins;
    this.#state = begin(plan, earlier?.counted);
    this.#coaching = this.#state.coaching;
  }

  /** Every frame: for a canvas. */
  get sights(): Listenable<Sight> {
    return this.#sights;
  }

  /** A few times a second at the most: for the screens. */
  get coachings(): Listenable<Coaching> {
    return this.#coachings;
  }

  get events(): Listenable<CoachingEvent> {
    return this.#events;
  }

  /** The person's own ranges, each time that practice has shown some. */
  get ranges(): Listenable<readonly PersonalRange[]> {
    return this.#ranges;
  }

  get coaching(): Coaching {
    return this.#coaching;
  }

  /** What it has come to so far. */
  get summary(): Summary {
    const { ranges, eased } = this.#coaching;
    const { traces } = this.#traces;
    return summarise(this.plan, this.#log, this.#unjudged.times, ranges, { traces, eased });
  }

  /** All that happened so far, to be saved as a file. */
  get record(): SessionExport {
    const { targets } = this.#coaching;
    return sessionExport(this.plan, targets, this.#log, this.#traces.traces, this.#coaching);
  }

  /** What is kept over an interruption. */
  get progress(): StepProgress {
    const { repetitions, attempts, timed, eased } = this.#state.tally;
    return {
      events: this.#log,
      counted: { repetitions, attempts, timed, eased },
      traces: this.#traces.traces,
      unjudged: this.#unjudged.times,
    };
  }

  /** Whether it was paused from without. */
  get isPaused(): boolean {
    return this.#gate.isClosed;
  }

  /** Runs until the engine, the source, the person or the signal ends it; throws what the source throws. */
  async run(
    source: Pick<PoseSource, 'poses'> & Partial<Pick<PoseSource, 'isTruth' | 'follow'>>,
    signal: AbortSignal,
  ): Promise<Summary> {
    const over = AbortSignal.any([signal, this.#ending.signal]);
    source.follow?.(this);
    let wasTruth = source.isTruth?.() ?? false;
    for await (const pose of untilAborted(source.poses(over), over)) {
      // True joints lie elsewhere than MoveNet's: what was calibrated on the one does not hold for the other.
      const isTruth = source.isTruth?.() ?? false;
      if (isTruth !== wasTruth) this.recalibrate();
      wasTruth = isTruth;
      this.#advance(pose);
      await this.#gate.passed(over);
      if (over.aborted) break;
    }
    this.#end(signal.aborted ? 'left' : 'source-ended');
    return this.summary;
  }

  pause(why: PauseReason): void {
    if (this.isPaused || this.#ending.signal.aborted) return;
    this.#gate.close();
    this.#unjudged.skip();
    this.#emit({ ...this.#moment, type: 'session-paused', why });
  }

  resume(): void {
    if (!this.isPaused) return;
    this.#emit({ ...this.#moment, type: 'session-resumed' });
    this.#gate.open();
  }

  /** Goes on without a practice repetition. */
  skipPractice(): void {
    if (!this.isPaused) this.#state = skipPractice(this.#state);
  }

  /** Takes neutral and practice again from the next frame on, and goes on where the person had paused; what is counted stays. */
  recalibrate(): void {
    if (this.#ending.signal.aborted) return;
    this.#state = recalibrate(this.#state);
    this.resume();
  }

  /** Asks for a tenth less of the way from the next frame on. */
  ease(): void {
    if (!this.#ending.signal.aborted) this.#state = ease(this.#state);
  }

  /** Ends it before its time. */
  end(why: EarlyEnd): void {
    this.#end(why);
  }

  get #moment(): { readonly at: number; readonly exercise: string } {
    return { at: this.#at, exercise: this.plan.exercise.id };
  }

  #advance(given: TimedPose): void {
    const pose = { ...given, at: millis(this.#begins + given.at) };
    const [next, sight, events] = advance(this.plan, this.#state, pose);
    // First of all: whoever hears of this frame may ask for something.
    this.#state = next;
    this.#at = pose.at;
    this.#unjudged.pass(next.coaching, pose.at);
    this.#traces.pass(sight);
    this.#sights.publish(sight);
    // The engine hands on the same object where nothing of it has changed.
    if (next.coaching !== this.#coaching) {
      this.#coaching = next.coaching;
      this.#coachings.publish(next.coaching);
    }
    for (const event of events) {
      // Whoever hears of one may end it all: then nothing more is told.
      if (this.#ending.signal.aborted) return;
      this.#emit(event);
    }
    if (events.some(({ type }) => type === 'range-set')) this.#ranges.publish(rangesOf(next));
  }

  #emit(event: CoachingEvent): void {
    this.#log.push(event);
    this.#events.publish(event);
    if (event.type === 'session-ended') this.#ending.abort();
  }

  #end(why: EarlyEnd): void {
    if (!this.#ending.signal.aborted) this.#emit({ ...this.#moment, type: 'session-ended', why });
  }
}
