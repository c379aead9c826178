import type { PainAnswer } from '../planning/pain.ts';
import type { RoutineStepOutcome } from '../summary/routine-outcome.ts';
import type { Routine } from '../planning/routines.ts';
import type { StepProgress } from '../workout/workout.ts';
import type { KeptSession, Origin } from '../record/kept-session.ts';
import type { Listenable } from '../../async/stream.ts';

/** The progress of a routine: everything needed to resume it, also after the page was closed. */
export interface RoutineProgress extends Origin {
  readonly routine: string;
  /** The training link of the session, from `#` on. */
  readonly link: string;
  /** Ms since 1970. */
  readonly startedAt: number;
  /** The finished steps, in order; the next one is under way. The array is replaced when, and only when, it changes. */
  readonly steps: readonly RoutineStepOutcome[];
  readonly pain: readonly PainAnswer[];
  readonly current: StepProgress | undefined;
}

/**
 * Storage for the progress of a running session. Never throws: what cannot be stored is kept in memory until the page
 * is closed.
 */
export interface ProgressSlot {
  /** The progress that an earlier session left; `undefined` if there is nothing to resume. */
  read(): RoutineProgress | undefined;
  write(progress: RoutineProgress): void;
  /** Moves the session into the history: its record, or nothing where it does not belong there; ends its progress. */
  finish(session: KeptSession | undefined): void;
}

/** Storage for unfinished sessions on this device, for some hours; each routine and each lone exercise has a slot. */
export interface ProgressStore {
  /**
   * Claims the slot of a routine for this tab until the signal aborts; `undefined` if the routine runs in another tab.
   */
  claim(routine: string, signal: AbortSignal): Promise<ProgressSlot | undefined>;
  /**
   * A slot of its own for a session of a routine that runs in another tab as well: it is not offered to be resumed, and
   * what was done goes into the history.
   */
  claimBeside(routine: string, signal: AbortSignal): ProgressSlot;
  /** The unfinished sessions of these routines that run in no tab, latest first. */
  left(routines: readonly string[]): Promise<readonly RoutineProgress[]>;
  /** Deletes an unfinished session; it does not go into the history. */
  forget(routine: string): void;
  /** Publishes when another tab has changed one. */
  readonly changes: Listenable<void>;
}

/** Whether there is anything to resume: something done, or a pain rating. */
export const isWorthKeeping = ({ steps, pain, current }: RoutineProgress): boolean =>
  steps.length > 0 || pain.some(({ value }) => value !== undefined) || (current !== undefined && isBegun(current));

const isBegun = ({ counted: { repetitions, attempts, timed } }: StepProgress): boolean =>
  attempts + timed + repetitions.reduce((sum, count) => sum + count, 0) > 0;

/**
 * The part of the progress that fits the routine as it is now; `undefined` if nothing can be resumed: the routine is
 * finished, or it was changed and no longer begins with the finished exercises.
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
