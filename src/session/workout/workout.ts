import {
  advance,
  begin,
  beginFilm,
  changeRest,
  close,
  easeForPain,
  rangesOf,
  recalibrate,
  skipPractice,
  type CoachState,
} from '../../engine/coach/coach.ts';
import type { Coaching } from '../../engine/coach/coaching.ts';
import { correctCount } from '../../engine/coach/correct-count.ts';
import type { HintId } from '../../engine/exercise/hints.ts';
import { filmUnsearched, isFilmFound, searchFilm, type FilmSearch } from '../../engine/coach/film-start.ts';
import type { CoachingEvent } from '../../engine/exercise/events.ts';
import type { Plan } from '../../engine/rules/plan.ts';
import type { PersonalRange } from '../../engine/rules/personal-range.ts';
import type { Sight } from '../../engine/coach/sight.ts';
import type { TimedPose } from '../../engine/pose/pose.ts';
import { inSession, millis, sessionTime, type SessionTime, type SourceTime } from '../../engine/units.ts';
import { sessionExport, settingOf, type SessionExport, type SessionSetting } from '../record/export.ts';
import { Gate } from '../async/gate.ts';
import type { PoseSource } from '../ports.ts';
import { Stream, type Listenable } from '../../async/stream.ts';
import { summarise, type Summary } from '../summary/summary.ts';
import type { PoseRecorder } from '../record/pose-recorder.ts';
import { TraceRecorder, type Trace } from '../record/traces.ts';
import { untilAborted } from '../../async/until-aborted.ts';
import type { CorrectionBy } from '../../engine/feedback/correction.ts';
import type { Counted } from '../../engine/feedback/counts.ts';

/** The progress of an exercise: its events, its counts and its traces. */
export interface StepProgress {
  readonly events: readonly CoachingEvent[];
  readonly counted: Counted;
  /** Missing in data of earlier versions. */
  readonly traces?: readonly Trace[] | undefined;
  /** What it is judged by; missing in data of earlier versions. */
  readonly setting?: SessionSetting | undefined;
}

/**
 * Why a session ended before the engine ended it: the user ended it, skipped it or went back, pain, something felt
 * wrong, the source had no more frames, or the page was left.
 */
export type EarlyEnd = 'person' | 'skipped' | 'back' | 'pain' | 'red-flag' | 'source-ended' | 'left';

/** Why a session is paused from outside the engine. */
export type PauseReason = 'person' | 'page-hidden';

/** The result of one frame; `sight` is `undefined` for a change between two frames, such as a pause. */
export interface WorkoutStep {
  readonly sight: Sight | undefined;
  /** All that the engine keeps after it, from which a replay goes on. */
  readonly state: CoachState;
  /** The same object as before if nothing in it has changed. */
  readonly coaching: Coaching;
  readonly events: readonly CoachingEvent[];
}

/**
 * One running session, the only mutable state. It pulls poses, advances the engine by each, and publishes each result
 * as one step, so that a listener has the coaching that belongs to an event. While the user pauses, nothing is pulled,
 * so a film or the figure stands still as well.
 */
export class Workout {
  readonly plan: Plan;
  readonly #steps = new Stream<WorkoutStep>();
  readonly #gate = new Gate();
  readonly #ending = new AbortController();
  readonly #traces: TraceRecorder;
  readonly #recorder: PoseRecorder | undefined;
  readonly #log: CoachingEvent[];
  /** When this run begins, ms: after the events of an earlier run, if there was one. */
  readonly #begins: SessionTime;
  /** The time of this run's first pose; `undefined` before it. */
  #zero: SourceTime | undefined;
  #state: CoachState;
  #at: SessionTime;
  /** For how long each set-up hint was shown before judging began, ms. */
  readonly #hinted = new Map<HintId, number>();
  /** Of a film: the search for its neutral, and the poses that wait for it. */
  #ahead: { readonly search: FilmSearch; readonly poses: TimedPose[] } | undefined;

  /** Continues from the progress of an earlier run of the same plan, if there was one; records its poses if asked to. */
  constructor(plan: Plan, earlier?: StepProgress, recorder?: PoseRecorder) {
    this.plan = plan;
    this.#recorder = recorder;
    this.#traces = new TraceRecorder(plan, earlier?.traces);
    this.#log = [...(earlier?.events ?? [])];
    const last = this.#log.at(-1);
    this.#begins = sessionTime(last ? last.at + 1 : 0);
    this.#at = this.#begins;
    this.#state = begin(plan, earlier?.counted);
  }

  /** The result of each frame, in order. */
  get steps(): Listenable<WorkoutStep> {
    return this.#steps;
  }

  get coaching(): Coaching {
    return this.#state.coaching;
  }

  /** The user's own ranges, as far as they are known. */
  get ranges(): readonly PersonalRange[] {
    return rangesOf(this.#state);
  }

  /** The summary so far. */
  get summary(): Summary {
    return summarise(this.plan, this.#log);
  }

  /** The record so far, for export. */
  get record(): SessionExport {
    return sessionExport(this.plan, this.#log, this.#traces.traces);
  }

  /** The progress to store for an interruption. */
  get progress(): StepProgress {
    const { sets, repetitions, order, own, attempts, timed, eased } = this.#state.counts;
    return {
      events: [...this.#log],
      counted: { sets, repetitions, order, own, attempts, timed, eased },
      traces: this.#traces.traces,
      setting: settingOf(this.plan),
    };
  }

  /** Whether it is paused from outside the engine. */
  get isPaused(): boolean {
    return this.#gate.isClosed;
  }

  /** Runs until the engine, the source, the user or the signal ends it; throws the errors of the source. */
  async run(
    source: Pick<PoseSource, 'poses'> & Partial<Pick<PoseSource, 'usesGroundTruth' | 'follow' | 'isFilm'>>,
    signal: AbortSignal,
  ): Promise<Summary> {
    const over = AbortSignal.any([signal, this.#ending.signal]);
    source.follow?.(this);
    if (source.isFilm === true) this.#ahead = { search: filmUnsearched, poses: [] };
    let wasTruth = source.usesGroundTruth?.() ?? false;
    for await (const pose of untilAborted(source.poses(over), over)) {
      // A pose that was under way when the user paused is judged after the pause.
      await this.#gate.passed(over);
      if (over.aborted) break;
      // The ground truth differs from MoveNet's keypoints: a calibration on one does not hold for the other.
      const usesGroundTruth = source.usesGroundTruth?.() ?? false;
      if (usesGroundTruth !== wasTruth) this.recalibrate();
      wasTruth = usesGroundTruth;
      this.#pass(pose);
      await this.#gate.passed(over);
      if (over.aborted) break;
    }
    this.#end(signal.aborted ? 'left' : 'source-ended');
    return this.summary;
  }

  pause(why: PauseReason): void {
    if (this.isPaused || this.#ending.signal.aborted) return;
    this.#gate.close();
    this.#tell([{ ...this.#moment, type: 'session-paused', why }]);
  }

  resume(): void {
    if (!this.isPaused) return;
    this.#tell([{ ...this.#moment, type: 'session-resumed' }]);
    this.#gate.open();
  }

  /** Continues without a practice repetition. */
  skipPractice(): void {
    if (!this.isPaused) this.#state = skipPractice(this.#state);
  }

  /** Repeats neutral and practice from the next frame on; counts and a pause are kept. */
  recalibrate(): void {
    if (!this.#ending.signal.aborted) this.#state = recalibrate(this.#state);
  }

  /** Eases the targets for pain by so many tenths of the way, from the next time at rest on. */
  easeForPain(tenths: 0 | 1): void {
    this.#state = easeForPain(this.#state, tenths);
  }

  /** Corrects a miscount, also during a pause: adds a repetition to the count, or takes the last one back. */
  correctCount(by: CorrectionBy): void {
    if (this.#ending.signal.aborted) return;
    const [next, events] = correctCount(this.plan, this.#state, by, this.#at);
    if (events.length === 0) return;
    this.#state = next;
    this.#tell(events);
  }

  /** Ends the rest between two sets, if one is under way. */
  endRest(): void {
    this.#state = changeRest(this.#state, 'end');
  }

  /** Extends the rest between two sets, ms. */
  restLonger(ms: number): void {
    this.#state = changeRest(this.#state, { longerBy: millis(ms) });
  }

  /** Ends the session early. */
  end(why: EarlyEnd): void {
    this.#end(why);
  }

  /** The set-up hint that was shown longest, where nothing has begun. */
  get #missing(): { readonly missing?: HintId } {
    if (this.#log.some(({ type }) => type === 'armed' || type === 'begun-by-time')) return {};
    const [longest] = [...this.#hinted].toSorted(([, one], [, other]) => other - one);
    return longest ? { missing: longest[0] } : {};
  }

  get #moment(): { readonly at: SessionTime; readonly exercise: string } {
    return { at: this.#at, exercise: this.plan.exercise.id };
  }

  /** Advances by a pose, or keeps it until the film's neutral is found. */
  #pass(given: TimedPose<SourceTime>): void {
    const taken = this.#recorder?.take(given) ?? given;
    this.#zero ??= taken.at;
    const pose = { ...taken, at: inSession(taken.at, this.#zero, this.#begins) };
    if (!this.#ahead) {
      this.#advance(pose);
      return;
    }
    const { poses } = this.#ahead;
    poses.push(pose);
    const search = searchFilm(this.plan, this.#ahead.search, pose);
    this.#ahead = { search, poses };
    if (isFilmFound(search)) this.#judgeAhead();
  }

  /** Judges the poses of a film that were kept, with the calmest neutral that was found. */
  #judgeAhead(): void {
    if (!this.#ahead) return;
    const { search, poses } = this.#ahead;
    this.#ahead = undefined;
    this.#state = beginFilm(this.#state, { neutral: search.calmest });
    for (const pose of poses) if (!this.#ending.signal.aborted) this.#advance(pose);
  }

  #advance(pose: TimedPose): void {
    const [next, sight, events] = advance(this.plan, this.#state, pose);
    const { hint } = next.coaching;
    if (hint) this.#hinted.set(hint, (this.#hinted.get(hint) ?? 0) + pose.at - this.#at);
    // Listeners may call back into this object, so the state is committed before anything is published.
    this.#state = next;
    this.#at = pose.at;
    this.#traces.pass(sight);
    this.#tell(events, sight);
  }

  #tell(events: readonly CoachingEvent[], sight?: Sight): void {
    this.#log.push(...events);
    if (events.some(({ type }) => type === 'session-ended')) this.#ending.abort();
    this.#steps.publish({ sight, state: this.#state, coaching: this.coaching, events });
  }

  #end(why: EarlyEnd): void {
    this.#judgeAhead();
    if (this.#ending.signal.aborted) return;
    const closed = close(this.plan, this.#state, this.#at);
    this.#tell([...closed, { ...this.#moment, type: 'session-ended', why, ...this.#missing }]);
  }
}
