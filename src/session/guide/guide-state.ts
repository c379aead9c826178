import type { OpeningProgress } from '../../ports/opening-progress.ts';
import type { ProblemKind } from '../../ports/problem-kind.ts';
import type { PainMoment } from '../planning/pain.ts';
import type { RoutineOutcome, RoutineStepOutcome } from '../summary/routine-outcome.ts';
import type { TimedChoice } from './timed-choice.ts';
import type { Workout } from '../workout/workout.ts';

/** The choices during a rest between exercises: begin the next exercise, repeat the last one, or end. */
export type RestChoice = 'next' | 'back' | 'end';

/** The state of a guided session; `step` is the index of the exercise in the routine, from 0. */
export type GuideState =
  | { readonly is: 'opening'; readonly progress: OpeningProgress | undefined }
  /** The pain question, 0-10; `undefined` is a valid answer: no rating. */
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
  /** `outcome`: the result before the problem; `undefined` if there is none. */
  | { readonly is: 'problem'; readonly kind: ProblemKind; readonly outcome: RoutineOutcome | undefined }
  | { readonly is: 'over'; readonly outcome: RoutineOutcome };
