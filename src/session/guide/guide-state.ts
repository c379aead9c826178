import type { OpeningProgress, ProblemKind } from '../ports.ts';
import type { PainMoment } from '../planning/pain.ts';
import type { RoutineOutcome, RoutineStepOutcome } from '../summary/routine-outcome.ts';
import type { TimedChoice } from './timed-choice.ts';
import type { Workout } from '../workout/workout.ts';

/** What one may do with a rest: begin the next exercise, do the last one again, or end. */
export type RestChoice = 'next' | 'back' | 'end';

/** Where a guided session stands; `step` counts the routine's exercises from 0. */
export type GuideState =
  | { readonly is: 'opening'; readonly progress: OpeningProgress | undefined }
  /** The question for pain, 0-10; `undefined` is an answer as well: none. */
  | {
      readonly is: 'asking';
      readonly step: number;
      readonly moment: PainMoment;
      readonly choice: TimedChoice<number | undefined>;
    }
  | { readonly is: 'training'; readonly step: number; readonly workout: Workout }
  /** Between two exercises: `step` is the next one. */
  | {
      readonly is: 'resting';
      readonly step: number;
      readonly last: RoutineStepOutcome;
      readonly choice: TimedChoice<RestChoice>;
    }
  /** `outcome`: what it had come to until then, where that is anything. */
  | { readonly is: 'problem'; readonly kind: ProblemKind; readonly outcome: RoutineOutcome | undefined }
  | { readonly is: 'over'; readonly outcome: RoutineOutcome };
