/*
 * Over 300 lines: one state machine. Each command reads the state that the steps write, so parting them would share that state.
 */

import { isNear } from '../../engine/calibration/framing.ts';
import type { CoachingEvent } from '../../engine/exercise/events.ts';
import type { Side } from '../../engine/pose/keypoints.ts';
import type { Plan } from '../../engine/rules/plan.ts';
import type { GuideState, RestChoice } from './guide-state.ts';
import { openVisible } from '../sources/open-visible.ts';
import type { VisibilityAwareSource } from '../sources/visibility-source.ts';
import {
  easedForPain,
  painAdvice,
  painEffect,
  type PainAnswer,
  type PainEffect,
  type PainMoment,
} from '../planning/pain.ts';
import type { PoseSource } from '../ports.ts';
import type { OpeningProgress } from '../../ports/opening-progress.ts';
import { problemKindOf } from '../sources/problem.ts';
import { planOfStep, usualReader, type GuideSetting } from './guide-setting.ts';
import { isWorthKeeping, type RoutineProgress } from './progress.ts';
import { runWhileSeen } from './run-while-seen.ts';
import { hasDone, routineOutcome, stepOutcome } from './step-outcome.ts';
import { isWorthHistory, sessionIdOf } from '../record/kept-session.ts';

import { movementOf } from '../record/movement.ts';
import { PoseRecorder } from '../record/pose-recorder.ts';
import { keptOutcome, type RoutineOutcome } from '../summary/routine-outcome.ts';
import type { Routine } from '../planning/routines.ts';
import { Stream, type Listenable } from '../../async/stream.ts';
import { TimedChoice } from './timed-choice.ts';
import { Workout, type EarlyEnd } from '../workout/workout.ts';

/** How long a question for pain waits for an answer, ms. */
export const painWaits = 8000;

/**
 * Progress is written after these events: a repetition or an attempt is over, the count is corrected, or the exercise is paused, which
 * a page that is closed does as well. A page that is killed loses at most the repetition under way.
 */
const keptAfter: ReadonlySet<CoachingEvent['type']> = new Set([
  'rep-completed',
  'rep-attempted',
  'repetition-timed',
  'count-corrected',
  'session-paused',
]);

/** How a step ended. */
type Leaving = 'done' | 'again' | EarlyEnd;

/** Why the session ends with a step. */
type Ending = Exclude<EarlyEnd, 'skipped' | 'back'>;

/**
 * Leads through a routine from the first question to the summary, over one open source: it asks for pain, trains, rests, and goes on
 * by itself. It is the only part that knows what comes next.
 */
export class Guide {
  readonly #setting: GuideSetting;
  readonly #states = new Stream<GuideState>();
  readonly #events = new Stream<CoachingEvent>();
  #state: GuideState = { is: 'opening', progress: undefined };
  #progress: RoutineProgress;
  #source: VisibilityAwareSource | undefined;
  #lastCamera: PoseSource['camera'];
  /** Why the step under way is to end, once that is asked for. */
  #leaving: Leaving | undefined;
  /** The arm that was chosen to train alone in this session. */
  #arm: Side | undefined;
  /** Whether the movement of the exercise under way is kept as a recording. */
  #isMovementKept = false;

  /** Continues `progress`, if there is one. */
  constructor(setting: GuideSetting, progress?: RoutineProgress) {
    this.#setting = setting;
    this.#progress = progress ?? {
      routine: setting.routine.id,
      link: setting.link,
      startedAt: setting.now(),
      app: setting.app,
      steps: [],
      pain: [],
      current: undefined,
    };
  }

  get state(): GuideState {
    return this.#state;
  }

  get states(): Listenable<GuideState> {
    return this.#states;
  }

  /** The events of every exercise and of the routine. */
  get events(): Listenable<CoachingEvent> {
    return this.#events;
  }

  /** The source, while it is open. */
  get source(): PoseSource | undefined {
    return this.#source;
  }

  /** The camera that was opened last, also after it was lost; `undefined` if none was, or it is unknown. */
  get camera(): PoseSource['camera'] {
    return this.#source?.camera ?? this.#lastCamera;
  }

  /** The plan of an exercise of the routine; throws where it has none of that number. */
  planOf(step: number): Plan {
    const { options } = this.#setting;
    const setting = { ...this.#setting, options: { ...options, arm: this.#arm ?? options.arm } };
    return planOfStep(setting, step, this.#progress.pain, (this.#source?.reader ?? usualReader).nextModel);
  }

  /** Runs to the end, or to a problem, which becomes the state; it can be run again and continues where it was. */
  async run(signal: AbortSignal): Promise<void> {
    this.#setting.wakeLock.hold(signal);
    this.#become({ is: 'opening', progress: undefined });
    let source: VisibilityAwareSource | undefined;
    try {
      source = this.#source = await this.#opened(signal);
      const why = await this.#goThrough(signal);
      if (!signal.aborted) this.#finish(why);
    } catch (thrown) {
      if (signal.aborted) return;
      const kind = problemKindOf(thrown);
      if (kind === 'unknown' || kind === 'bad-frames') console.error(thrown);
      this.#become({ is: 'problem', kind, outcome: this.#outcomeSoFar });
    } finally {
      this.#lastCamera = source?.camera ?? this.#lastCamera;
      source?.close();
      // A new run may have started before this one ended.
      if (this.#source === source) this.#source = undefined;
    }
  }

  /** Pauses the exercise, the question or the rest, or resumes it. */
  togglePause(): void {
    if (this.#state.is === 'training') {
      const { workout } = this.#state;
      if (workout.isPaused) workout.resume();
      else workout.pause('person');
    } else if (this.#state.is === 'asking' || this.#state.is === 'resting') {
      const { choice } = this.#state;
      if (choice.isPaused) choice.resume();
      else choice.pause();
    }
    this.#become(this.#state);
  }

  /** Ends the question, the rest (also between two sets) or the exercise, and goes on to what comes next. */
  next(): void {
    if (this.#state.is === 'asking') this.#state.choice.answer(undefined);
    if (this.#state.is === 'resting') this.#state.choice.answer('next');
    if (this.#state.is === 'training' && this.#state.workout.coaching.phase === 'resting')
      this.#state.workout.endRest();
    else this.#leave('skipped');
  }

  /** Starts this exercise again, or the one before where nothing of this one was done. */
  back(): void {
    if (this.#state.is === 'resting') this.#state.choice.answer('back');
    this.#leave('back');
  }

  /**
   * Begins this exercise again with the arm that moved alone in practice, and returns it; `undefined` if none did. An arm
   * that moves alone twice in a row chooses itself, since the user is out of reach of the keys.
   */
  trainLoneArm(): Side | undefined {
    const arm = this.#state.is === 'training' ? this.#state.workout.coaching.loneArm : undefined;
    if (!arm || this.#state.is !== 'training') return undefined;
    this.#arm = arm;
    this.#leaving = 'again';
    this.#state.workout.end('back');
    return arm;
  }

  /** Opens the camera again, after another one was chosen; an exercise goes on with it, also one that was paused. */
  reopenCamera(): void {
    this.#source?.reopen();
    if (this.#state.is === 'training') this.#state.workout.resume();
    this.#become(this.#state);
  }

  /** Makes the rest under way longer by `ms`. */
  restLonger(ms: number): void {
    if (this.#state.is === 'resting') this.#state.choice.lengthen(ms);
    if (this.#state.is === 'training') this.#state.workout.restLonger(ms);
  }

  /** Takes a pain rating of 0-10 at any moment and returns its effect; `undefined` is no answer. */
  answerPain(value: number | undefined): PainEffect {
    const { state } = this;
    if (state.is === 'asking') state.choice.answer(value);
    if (value === undefined) return 'none';
    if (state.is === 'asking') return this.#effectOf(value, state.step + (state.moment === 'after' ? 1 : 0));
    if (state.is === 'training') return this.#hurtsInTraining(value, state);
    return state.is === 'resting' ? this.#hurtsInRest(value, state) : 'none';
  }

  /** Whether the movement of the exercise under way is kept as a recording once the exercise is over. */
  get isMovementKept(): boolean {
    return this.#state.is === 'training' && this.#isMovementKept;
  }

  /** Keeps the movement of the exercise under way, from its beginning; a second call takes that back. */
  toggleMovement(): void {
    if (this.#state.is !== 'training' || !this.#setting.recordings) return;
    this.#isMovementKept = !this.#isMovementKept;
    this.#become(this.#state);
  }

  /** Ends the session for the person. */
  end(): void {
    this.#stop('person');
  }

  /** Ends the session at once, since something feels wrong. */
  raiseRedFlag(): void {
    this.#stop('red-flag');
  }

  get #steps(): Routine['steps'] {
    return this.#setting.routine.steps;
  }

  /** Whether the routine is a single exercise. */
  get #isAlone(): boolean {
    return this.#steps.length === 1;
  }

  #opened(signal: AbortSignal): Promise<VisibilityAwareSource> {
    const { openSource, options, given, clock, pageVisibility } = this.#setting;
    const onProgress = (progress: OpeningProgress): void => {
      if (!signal.aborted && this.#state.is === 'opening') this.#become({ is: 'opening', progress });
    };
    return openVisible(openSource, { kind: options.source, clock, ...given, onProgress, signal }, pageVisibility);
  }

  /** Goes through the steps that are left and returns why the session ended. */
  async #goThrough(signal: AbortSignal): Promise<RoutineOutcome['why']> {
    for (;;) {
      const step = this.#progress.steps.length;
      const asksBefore = step === 0 && this.#progress.pain.length === 0;
      if (asksBefore && (await this.#ask(step, 'before', signal)) === 'stop') return this.#early ?? 'pain';
      const leaving = await this.#train(step, signal);
      if (leaving === 'back' || leaving === 'again') continue;
      if (leaving !== 'done' && leaving !== 'skipped') return leaving;
      if (leaving === 'done' && (await this.#ask(step, 'after', signal)) === 'stop') return this.#early ?? 'pain';
      if (step + 1 >= this.#steps.length) return 'completed';
      const choice = await this.#rest(step + 1, signal);
      if (choice === 'end' || signal.aborted) return this.#early ?? 'person';
      if (choice === 'back') this.#keep({ steps: this.#progress.steps.slice(0, -1) });
    }
  }

  /** Why the session ends before the routine does, if it does. */
  get #early(): Ending | undefined {
    const leaving = this.#leaving;
    return leaving === 'done' || leaving === 'again' || leaving === 'skipped' || leaving === 'back'
      ? undefined
      : leaving;
  }

  async #ask(step: number, moment: PainMoment, signal: AbortSignal): Promise<'go-on' | 'stop'> {
    if (!this.#setting.options.asksPain) return 'go-on';
    const choice = new TimedChoice<number | undefined>(this.#setting.clock, painWaits);
    this.#become({ is: 'asking', step, moment, choice });
    const answer = await choice.result(signal);
    // A page that was closed gives no answer.
    if (this.#early || signal.aborted) return 'stop';
    const value = answer === 'time-up' ? undefined : answer;
    this.#note(step, moment, value);
    return painAdvice(value) === 'stop' ? 'stop' : 'go-on';
  }

  async #train(step: number, signal: AbortSignal): Promise<Leaving> {
    const { ranges } = this.#setting;
    const source = this.#source;
    if (!source) throw new Error('There is nothing to be watched.');
    const plan = this.planOf(step);
    const { model } = source.reader ?? {};
    if (model) this.#progress = { ...this.#progress, model };
    const recorder = this.#setting.recordings && new PoseRecorder();
    const began = this.#setting.now();
    const workout = new Workout(plan, this.#progress.current, recorder);
    this.#leaving = undefined;
    this.#isMovementKept = this.#setting.keepsMovements ?? false;
    workout.steps.listen(({ events, sight, coaching }) => {
      if (coaching.isLoneArmRepeated === true) this.trainLoneArm();
      // Before the event that may be kept with it.
      if (sight && events.some(({ type }) => type === 'armed'))
        this.#progress = { ...this.#progress, place: isNear(sight.pose) ? 'near' : 'far' };
      for (const event of events) this.#events.publish(event);
      if (events.some(({ type }) => keptAfter.has(type))) this.#keep({ current: workout.progress });
      if (!events.some(({ type }) => type === 'range-set')) return;
      const { model } = source.reader ?? usualReader;
      const { routine, startedAt } = this.#progress;
      const session = sessionIdOf(routine, startedAt);
      ranges?.write(plan.exercise.id, plan.view, workout.ranges, this.#setting.now(), model, session);
    });
    this.#become({ is: 'training', step, workout });
    try {
      await runWhileSeen(workout, source, () => this.#become(this.#state), signal);
    } catch (thrown) {
      this.#keep({ current: workout.progress });
      throw thrown;
    } finally {
      if (recorder) this.#keepMovement(recorder, plan, began);
    }
    // A session of a closed page can be continued.
    return signal.aborted ? 'left' : this.#left(workout);
  }

  /** Keeps the recording of an exercise that began at this time, ms since 1970, if that was asked for. */
  #keepMovement(recorder: PoseRecorder, plan: Plan, at: number): void {
    if (!this.#isMovementKept) return;
    this.#isMovementKept = false;
    const { recording } = recorder;
    if (recording.frames.length === 0) return;
    const { app, options, recordings } = this.#setting;
    void recordings?.keep(
      movementOf(recording, plan, { at, app, source: options.source, model: this.#progress.model }),
    );
  }

  /** Keeps the outcome of an exercise and returns how it ended. */
  #left(workout: Workout): Leaving {
    const leaving: Leaving = this.#leaving ?? (workout.summary.why === 'completed' ? 'done' : 'source-ended');
    const step = stepOutcome(workout, this.#isAlone, leaving === 'skipped');
    const { steps } = this.#progress;
    if (leaving === 'again') this.#keep({ current: undefined });
    else if (leaving !== 'back') this.#keep({ steps: [...steps, step], current: undefined });
    else this.#keep({ steps: hasDone(workout) ? steps : steps.slice(0, -1), current: undefined });
    return leaving;
  }

  async #rest(step: number, signal: AbortSignal): Promise<RestChoice> {
    const { clock, routine, options } = this.#setting;
    const last = this.#progress.steps.at(-1);
    if (!last) return 'next';
    const choice = new TimedChoice<RestChoice>(clock, (options.restSeconds ?? routine.restSeconds) * 1000);
    this.#become({ is: 'resting', step, last, choice });
    const chosen = await choice.result(signal);
    return chosen === 'time-up' ? 'next' : chosen;
  }

  #hurtsInTraining(value: number, { step, workout }: Extract<GuideState, { is: 'training' }>): PainEffect {
    const effect = this.#effectOf(value, step);
    this.#note(step, 'during', value);
    workout.easeForPain(easedForPain(this.#progress.pain));
    if (effect === 'ends') this.#leave('pain');
    return effect;
  }

  /** In a rest the rating belongs to the exercise that is over. */
  #hurtsInRest(value: number, { step, choice }: Extract<GuideState, { is: 'resting' }>): PainEffect {
    const effect = this.#effectOf(value, step);
    this.#note(step - 1, 'after', value);
    if (effect === 'ends') {
      this.#leaving = 'pain';
      choice.answer('end');
    }
    return effect;
  }

  /** The effect of an answer that is given now, where `step` is the exercise that it would make easier. */
  #effectOf(value: number, step: number): PainEffect {
    return painEffect(this.#progress.pain, value, this.#hasTargets(step));
  }

  /** Whether the step has a target that can be made easier; a step that is only timed has none. */
  #hasTargets(step: number): boolean {
    if (this.#state.is === 'training') return this.#state.workout.coaching.targets !== 'timed';
    return step < this.#steps.length && this.planOf(step).range.is !== 'timed';
  }

  #note(step: number, moment: PainMoment, value: number | undefined): void {
    const exercise = this.#steps[step]?.exercise ?? '';
    const answer: PainAnswer = { exercise, moment, value };
    this.#keep({ pain: [...this.#progress.pain, answer] });
  }

  /** Ends the exercise under way, if there is one. */
  #leave(why: EarlyEnd): void {
    if (this.#state.is !== 'training') return;
    this.#leaving = why;
    this.#state.workout.end(why);
  }

  #stop(why: 'person' | 'red-flag'): void {
    this.#leaving = why;
    this.#leave(why);
    if (this.#state.is === 'asking') this.#state.choice.answer(undefined);
    if (this.#state.is === 'resting') this.#state.choice.answer('end');
  }

  /** The outcome so far, with the exercise under way; `undefined` where nothing was done. */
  get #outcomeSoFar(): RoutineOutcome | undefined {
    const { state } = this;
    const { steps } = this.#progress;
    const isBegun = state.is === 'training' && hasDone(state.workout);
    const all = isBegun ? [...steps, stepOutcome(state.workout, this.#isAlone, false)] : steps;
    return all.some(({ outcome }) => outcome)
      ? routineOutcome(this.#progress, all, 'source-ended', this.#setting.now())
      : undefined;
  }

  #finish(why: RoutineOutcome['why']): void {
    const { steps } = this.#progress;
    const outcome = routineOutcome(this.#progress, steps, why, this.#setting.now());
    const kept = keptOutcome(outcome);
    this.#setting.store?.finish(isWorthHistory(kept) ? kept : undefined);
    const last = this.#steps[Math.max(0, steps.length - 1)];
    const at = steps.at(-1)?.outcome?.record.events.at(-1)?.at ?? 0;
    // No event follows a red flag, and a single exercise is no routine.
    if (why !== 'red-flag' && !this.#isAlone)
      this.#events.publish({ type: 'routine-ended', at, exercise: last?.exercise ?? '' });
    this.#become({ is: 'over', outcome });
  }

  #keep(change: Partial<RoutineProgress>): void {
    this.#progress = { ...this.#progress, ...change };
    if (isWorthKeeping(this.#progress)) this.#setting.store?.write(this.#progress);
  }

  #become(state: GuideState): void {
    this.#state = state;
    this.#states.publish(state);
  }
}
