import type { Counted } from '../engine/coaching/tally.ts';
import type { CoachingEvent } from '../engine/coaching/events.ts';
import type { PainAnswer } from './pain.ts';
import type { RoutineStepOutcome } from './routine-outcome.ts';

/** An exercise under way: what has happened in it and what was counted. */
export interface StepProgress {
  readonly events: readonly CoachingEvent[];
  readonly counted: Counted;
}

/** How far a routine has come: all that is needed to go on with it, on another day of the page's life as well. */
export interface RoutineProgress {
  readonly routine: string;
  /** The link that trains it, from `#` on. */
  readonly link: string;
  /** Ms since 1970. */
  readonly startedAt: number;
  /** What is over, in order; the next one is under way. */
  readonly steps: readonly RoutineStepOutcome[];
  readonly pain: readonly PainAnswer[];
  readonly current: StepProgress | undefined;
}

/** Where an unfinished routine is kept, on this device, for some hours. It never throws: what cannot be kept is forgotten. */
export interface ProgressStore {
  /** What was left unfinished; `undefined` where there is nothing to go on with. */
  read(): RoutineProgress | undefined;
  write(progress: RoutineProgress): void;
  forget(): void;
}
