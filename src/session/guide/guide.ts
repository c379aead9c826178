import type { CoachingEvent } from '../../engine/exercise/events.ts';
import type { Exercise } from '../../engine/exercise/exercise.ts';
import type { Plan } from '../../engine/rules/plan.ts';
import type { Clock } from '../async/clock.ts';
import type { GuideState, RestChoice } from './guide-state.ts';
import { VisibilityAwareSource } from '../sources/visibility-source.ts';
import { easedForPain, painAdvice, type PainAnswer, type PainEffect, type PainMoment } from '../planning/pain.ts';
import { planFor } from '../planning/plan-for.ts';
import type {
  ModelInUse,
  OpenSource,
  PageVisibility,
  PoseSource,
  RangeStore,
  SourceRequest,
  WakeLock,
} from '../ports.ts';
import { problemKindOf } from '../sources/problem.ts';
import { isWorthKeeping, type ProgressSlot, type RoutineProgress } from './progress.ts';
import type { RoutineOutcome, RoutineStepOutcome } from '../summary/routine-outcome.ts';
import type { Routine } from '../planning/routines.ts';
import { Stream, type Listenable } from '../async/stream.ts';
import { TimedChoice } from './timed-choice.ts';
import type { TrainingOptions } from '../planning/training-options.ts';
import { Workout, type EarlyEnd } from '../workout/workout.ts';

/** How long a question for pain waits for an answer, ms. */
export const painWaits = 8000;

/** What reads a source that does not say which model reads it. */
const usualModel: ModelInUse = { model: 'lightning', nextModel: 'lightning' };

/** What a guided session is made of. */
export interface GuideSetting {
  readonly routine: Routine;
  readonly exercises: readonly Exercise[];
  /** What the link and the settings ask for; a step of the routine may ask for its own dose. */
  readonly options: TrainingOptions;
  /** The link that trains it. */
  readonly link: string;
  readonly clock: Clock;
  readonly openSource: OpenSource;
  readonly given: Pick<SourceRequest, 'frames' | 'video'>;
  /** Where the person's own ranges are kept; none where it is not the person who trains. */
  readonly ranges: RangeStore | undefined;
  readonly pageVisibility: PageVisibility;
  readonly wakeLock: WakeLock;
  /** Where an unfinished routine is kept; none where there is no person to continue it. */
  readonly store: ProgressSlot | undefined;
  /** The time of day, ms since 1970. */
  readonly now: () => number;
}

/**
 * After these events progress is written: a repetition or an attempt is over, or the exercise waits, as it does where the page is
 * hidden, which is also how a page ends. A page that is killed loses no more than the repetition under way.
 */
const keptAfter: ReadonlySet<CoachingEvent['type']> = new Set([
  'rep-completed',
  'rep-attempted',
  'repetition-timed',
  'session-paused',
]);

/** How a step was left. */
type Leaving = 'done' | EarlyEnd;

/** Why everything ends with a step. */
type Ending = Exclude<EarlyEnd, 'skipped' | 'back'>;

/**
 * A routine from the first question to its summary, over one open source: it asks for pain, trains, lets rest, and goes on by
 * itself where nobody says anything. The one place that knows what comes next.
 */
export class Guide {
  readonly #setting: GuideSetting;
  readonly #states = new Stream<GuideState>();
  readonly #events = new Stream<CoachingEvent>();
  #state: GuideState = { is: 'opening', progress: undefined };
  #progress: RoutineProgress;
  #source: VisibilityAwareSource | undefined;
  /** What the person asked for that ends the step under way. */
  #leaving: Leaving | undefined;

  /** Goes on with `progress`, where there is one. */
  constructor(setting: GuideSetting, progress?: RoutineProgress) {
    this.#setting = setting;
    this.#progress = progress ?? {
      routine: setting.routine.id,
      link: setting.link,
      startedAt: setting.now(),
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

  /** The events of every exercise, and the routine's own. */
  get events(): Listenable<CoachingEvent> {
    return this.#events;
  }

  /** What is watched, while it is open. */
  get source(): PoseSource | undefined {
    return this.#source;
  }

  /** What an exercise of the routine asks for. */
  planOf(step: number): Plan {
    const { routine, exercises, options, ranges } = this.#setting;
    const wanted = routine.steps[step];
    const exercise = exercises.find(({ id }) => id === wanted?.exercise);
    if (!wanted || !exercise) throw new Error(`${routine.id} has no exercise ${step + 1}.`);
    return planFor(
      exercise,
      {
        ...options,
        easeLevel: easedForPain(this.#progress.pain),
        view: wanted.view ?? options.view,
        sets: options.sets ?? (options.reps === undefined ? wanted.sets : undefined),
        reps: options.reps ?? wanted.reps,
        holdSeconds: options.holdSeconds ?? wanted.holdSeconds,
      },
      ranges && {
        read: (id, view) => ranges.read(id, view, (this.#source?.reader ?? usualModel).nextModel),
      },
    );
  }

  /** Runs to the end, or to a problem, which it shows; it may then be run again and goes on where it was. */
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
      if (kind === 'unknown') console.error(thrown);
      this.#become({ is: 'problem', kind, outcome: this.#outcomeSoFar });
    } finally {
      source?.close();
      // It may have been run again before this run had ended.
      if (this.#source === source) this.#source = undefined;
    }
  }

  /** Pauses what is under way, or goes on. */
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

  /** On to what comes next: past the question, the rest, also that between two sets, or the exercise. */
  next(): void {
    if (this.#state.is === 'asking') this.#state.choice.answer(undefined);
    if (this.#state.is === 'resting') this.#state.choice.answer('next');
    if (this.#state.is === 'training' && this.#state.workout.coaching.phase === 'resting')
      this.#state.workout.endRest();
    else this.#leave('skipped');
  }

  /** Back: this exercise from its beginning, or the one before where nothing of it was done. */
  back(): void {
    if (this.#state.is === 'resting') this.#state.choice.answer('back');
    this.#leave('back');
  }

  /** Lets rest for longer, ms. */
  restLonger(ms: number): void {
    if (this.#state.is === 'resting') this.#state.choice.lengthen(ms);
    if (this.#state.is === 'training') this.#state.workout.restLonger(ms);
  }

  /** Takes how much it hurts, 0-10, asked for or said at any moment, and returns what that did; no value is no answer. */
  answerPain(value: number | undefined): PainEffect {
    const { state } = this;
    if (state.is === 'asking') state.choice.answer(value);
    if (value === undefined) return 'none';
    if (state.is === 'asking') return this.#effectOf(value, state.step + (state.moment === 'after' ? 1 : 0));
    if (state.is === 'training') return this.#hurtsInTraining(value, state);
    return state.is === 'resting' ? this.#hurtsInRest(value, state) : 'none';
  }

  /** Ends everything at the person's wish. */
  end(): void {
    this.#stop('person');
  }

  /** Ends everything at once, since something feels wrong. */
  raiseRedFlag(): void {
    this.#stop('red-flag');
  }

  get #steps(): Routine['steps'] {
    return this.#setting.routine.steps;
  }

  async #opened(signal: AbortSignal): Promise<VisibilityAwareSource> {
    const { openSource, options, given, clock, pageVisibility } = this.#setting;
    const source = await openSource({
      kind: options.source,
      clock,
      ...given,
      onProgress: (progress) => {
        if (!signal.aborted && this.#state.is === 'opening') this.#become({ is: 'opening', progress });
      },
      signal,
    });
    const lasting = new VisibilityAwareSource(source, pageVisibility);
    try {
      await lasting.ready(signal);
      signal.throwIfAborted();
      return lasting;
    } catch (thrown) {
      lasting.close();
      throw thrown;
    }
  }

  /** Through all that is left; why it ended. */
  async #goThrough(signal: AbortSignal): Promise<RoutineOutcome['why']> {
    for (;;) {
      const step = this.#progress.steps.length;
      const asksBefore = step === 0 && this.#progress.pain.length === 0;
      if (asksBefore && (await this.#ask(step, 'before', signal)) === 'stop') return this.#early ?? 'pain';
      const leaving = await this.#train(step, signal);
      if (leaving === 'back') continue;
      if (leaving !== 'done' && leaving !== 'skipped') return leaving;
      if (leaving === 'done' && (await this.#ask(step, 'after', signal)) === 'stop') return this.#early ?? 'pain';
      if (step + 1 >= this.#steps.length) return 'completed';
      const choice = await this.#rest(step + 1, signal);
      if (choice === 'end' || signal.aborted) return this.#early ?? 'person';
      if (choice === 'back') this.#keep({ steps: this.#progress.steps.slice(0, -1) });
    }
  }

  /** Why everything ends before the routine does, if it does. */
  get #early(): Ending | undefined {
    const leaving = this.#leaving;
    return leaving === 'done' || leaving === 'skipped' || leaving === 'back' ? undefined : leaving;
  }

  async #ask(step: number, moment: PainMoment, signal: AbortSignal): Promise<'go-on' | 'stop'> {
    if (!this.#setting.options.asksPain) return 'go-on';
    const choice = new TimedChoice<number | undefined>(this.#setting.clock, painWaits);
    this.#become({ is: 'asking', step, moment, choice });
    const answer = await choice.result(signal);
    // A page that was left has given no answer.
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
    const workout = new Workout(plan, this.#progress.current);
    this.#leaving = undefined;
    workout.steps.listen(({ events }) => {
      for (const event of events) this.#events.publish(event);
      if (events.some(({ type }) => keptAfter.has(type))) this.#keep({ current: workout.progress });
      if (!events.some(({ type }) => type === 'range-set')) return;
      const { model } = source.reader ?? usualModel;
      ranges?.write(plan.exercise.id, plan.view, workout.ranges, this.#setting.now(), model);
    });
    // A pause of the person's own stays theirs.
    let pausesHidden = !source.isSeen;
    if (pausesHidden) workout.pause('page-hidden');
    const stopListening = source.changes.listen((change) => {
      if (change === 'hidden') {
        pausesHidden = !workout.isPaused;
        workout.pause('page-hidden');
      } else if (change === 'seen') {
        if (pausesHidden) workout.resume();
      } else {
        // Who comes back may sit elsewhere; and the picture is another one.
        workout.recalibrate();
        this.#become(this.#state);
      }
    });
    this.#become({ is: 'training', step, workout });
    try {
      await workout.run(source, signal);
    } catch (thrown) {
      this.#keep({ current: workout.progress });
      throw thrown;
    } finally {
      stopListening();
    }
    // Who closes the page in the middle may go on with it.
    return signal.aborted ? 'left' : this.#left(workout);
  }

  /** Keeps what an exercise came to, and answers how it was left. */
  #left(workout: Workout): Leaving {
    const leaving: Leaving = this.#leaving ?? (workout.summary.why === 'completed' ? 'done' : 'source-ended');
    const step = this.#stepOutcome(workout, leaving === 'skipped');
    const { steps } = this.#progress;
    if (leaving !== 'back') this.#keep({ steps: [...steps, step], current: undefined });
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

  /** In a rest it hurts after the exercise that is over. */
  #hurtsInRest(value: number, { step, choice }: Extract<GuideState, { is: 'resting' }>): PainEffect {
    const effect = this.#effectOf(value, step);
    this.#note(step - 1, 'after', value);
    if (effect === 'ends') {
      this.#leaving = 'pain';
      choice.answer('end');
    }
    return effect;
  }

  /** What an answer does that is given now, where `step` is the exercise that it would make easier. */
  #effectOf(value: number, step: number): PainEffect {
    const advice = painAdvice(value);
    if (advice === 'stop') return 'ends';
    const isEasier = advice === 'ease' && easedForPain(this.#progress.pain) === 0;
    return isEasier && this.#hasTargets(step) ? 'eased' : 'noted';
  }

  /** Whether there is a target that can be made easier: nothing is where only the time is kept. */
  #hasTargets(step: number): boolean {
    if (this.#state.is === 'training') return this.#state.workout.coaching.targets !== 'timed';
    return step < this.#steps.length && this.planOf(step).range.is !== 'timed';
  }

  #note(step: number, moment: PainMoment, value: number | undefined): void {
    const exercise = this.#steps[step]?.exercise ?? '';
    const answer: PainAnswer = { exercise, moment, value };
    this.#keep({ pain: [...this.#progress.pain, answer] });
  }

  /** Leaves the exercise that is under way, if one is. */
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

  #outcome(why: RoutineOutcome['why'], steps = this.#progress.steps): RoutineOutcome {
    const { routine, startedAt, pain } = this.#progress;
    return { version: 2, routine, startedAt, steps, pain, why };
  }

  /** What it has come to, the exercise under way included; nothing where nothing was done. */
  get #outcomeSoFar(): RoutineOutcome | undefined {
    const { state } = this;
    const { steps } = this.#progress;
    const isBegun = state.is === 'training' && hasDone(state.workout);
    const all = isBegun ? [...steps, this.#stepOutcome(state.workout, false)] : steps;
    return all.some(({ outcome }) => outcome) ? this.#outcome('source-ended', all) : undefined;
  }

  #finish(why: RoutineOutcome['why']): void {
    const { steps } = this.#progress;
    this.#setting.store?.forget();
    const last = this.#steps[Math.max(0, steps.length - 1)];
    const at = steps.at(-1)?.outcome?.record.events.at(-1)?.at ?? 0;
    // After a red flag nothing is told any more; an exercise alone is no routine.
    if (why !== 'red-flag' && this.#steps.length > 1)
      this.#events.publish({ type: 'routine-ended', at, exercise: last?.exercise ?? '' });
    this.#become({ is: 'over', outcome: this.#outcome(why) });
  }

  #keep(change: Partial<RoutineProgress>): void {
    this.#progress = { ...this.#progress, ...change };
    if (isWorthKeeping(this.#progress)) this.#setting.store?.write(this.#progress);
  }

  #become(state: GuideState): void {
    this.#state = state;
    this.#states.publish(state);
  }

  /** What an exercise came to; in a routine no outcome where nothing of it was done. */
  #stepOutcome(workout: Workout, isSkipped: boolean): RoutineStepOutcome {
    const { summary, record, plan } = workout;
    const isTold = hasDone(workout) || (this.#steps.length === 1 && !isSkipped);
    return { exercise: plan.exercise.id, outcome: isTold ? { summary, record } : undefined, isSkipped };
  }
}

/** Whether anything of an exercise was done. */
const hasDone = ({ summary: { repetitions, timed, attempts } }: Workout): boolean =>
  repetitions.length + timed + attempts.length > 0;
