import type { PainAnswer } from '../planning/pain.ts';
import type { RoutineStepOutcome } from '../summary/routine-outcome.ts';
import type { Routine } from '../planning/routines.ts';
import type { StepProgress } from '../workout/workout.ts';

/** How far a routine has come: all that is needed to go on with it, on another day of the page's life as well. */
export interface RoutineProgress {
  readonly routine: string;
  /** The link that trains it, from `#` on. */
  readonly link: string;
  /** Ms since 1970. */
  readonly startedAt: number;
  /** What is over, in order; the next one is under way. The array is replaced when it changes, and only then. */
  readonly steps: readonly RoutineStepOutcome[];
  readonly pain: readonly PainAnswer[];
  readonly current: StepProgress | undefined;
}

/** Where a session that runs keeps how far it has come. It never throws: what cannot be kept lasts as long as the page. */
export interface ProgressSlot {
  /** What an earlier session left unfinished; `undefined` where there is nothing to go on with. */
  read(): RoutineProgress | undefined;
  write(progress: RoutineProgress): void;
  forget(): void;
}

/** Where unfinished sessions are kept, on this device, for some hours: each routine, and each exercise alone, apart. */
export interface ProgressStore {
  /** Takes the slot of a routine for this tab until the signal aborts; `undefined` where it runs in another tab. */
  claim(routine: string, signal: AbortSignal): Promise<ProgressSlot | undefined>;
  /** What was left unfinished of these routines and runs in no tab, the latest first. */
  left(routines: readonly string[]): Promise<readonly RoutineProgress[]>;
  forget(routine: string): void;
}

/** Whether there is anything to go on with: something done, or an answer of the person's. */
export const isWorthKeeping = ({ steps, pain, current }: RoutineProgress): boolean =>
  steps.length > 0 || pain.some(({ value }) => value !== undefined) || (current !== undefined && isBegun(current));

const isBegun = ({ counted: { repetitions, attempts, timed } }: StepProgress): boolean =>
  attempts + timed + repetitions.reduce((sum, count) => sum + count, 0) > 0;

/**
 * What can be continued of a routine as it is now; `undefined` where nothing can: it is over, or it was changed since and begins
 * with other exercises than those that are done.
 */
export const progressIn = (routine: Routine, progress: RoutineProgress): RoutineProgress | undefined => {
  const { steps, current } = progress;
  const areSame = steps.every(({ exercise }, index) => exercise === routine.steps[index]?.exercise);
  const next = routine.steps[steps.length];
  if (!next || !areSame || routine.id !== progress.routine) return undefined;
  const isOfNext = current?.events.every(({ exercise }) => exercise === next.exercise) ?? false;
  const fitting = { ...progress, current: isOfNext ? current : undefined };
  return isWorthKeeping(fitting) ? fitting : undefined;
};
