import type { Exercise } from '../engine/coaching/exercise.ts';
import { resolve, viewOf, type Plan } from '../engine/coaching/plan.ts';
import { seconds } from '../engine/units.ts';
import type { TrainingOptions } from './training-options.ts';

/** The plan of an exercise with what a training link asks for; what it does not say is as prescribed. */
export const planFor = (
  exercise: Exercise,
  { reps, holdSeconds, strictness = 1 }: Partial<TrainingOptions> = {},
): Plan =>
  resolve(
    exercise,
    viewOf(exercise),
    {
      ...(reps === undefined ? {} : { reps }),
      ...(holdSeconds === undefined ? {} : { hold: seconds(holdSeconds) }),
    },
    strictness,
  );

/** Whether the plan's repetition is held at an end. */
export const isHeld = (plan: Plan): boolean => plan.hold > 0 && plan.rules.ends.some(({ held }) => held);
