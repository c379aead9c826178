import type { Exercise } from '../engine/coaching/exercise.ts';
import { resolve, viewOf, type Plan } from '../engine/coaching/plan.ts';
import type { PersonalRange } from '../engine/coaching/ranges.ts';
import type { View } from '../engine/kinematics/measures.ts';
import { seconds } from '../engine/units.ts';
import type { RangeStore } from './ports.ts';
import type { TrainingOptions } from './training-options.ts';

/** The plan of an exercise with what a training link asks for, and own ranges that were kept; what nobody says is as prescribed. */
export const planFor = (
  exercise: Exercise,
  { reps, holdSeconds, strictness = 1, range = 'personal', view: wanted }: Partial<TrainingOptions> = {},
  kept?: Pick<RangeStore, 'read'>,
): Plan => {
  const view = viewFor(exercise, wanted);
  const dose = {
    ...(reps === undefined ? {} : { reps }),
    ...(holdSeconds === undefined ? {} : { hold: seconds(holdSeconds) }),
  };
  if (range === 'norm') return resolve(exercise, view, dose, strictness, { is: 'norm' });
  const ranges = kept?.read(exercise.id, view);
  const isKnown = ranges !== undefined && isWhole(exercise, view, ranges);
  return resolve(exercise, view, dose, strictness, isKnown ? { is: 'kept', ranges } : { is: 'practice' });
};

/** The view that is asked for, where the exercise has rules for it; else its own. */
const viewFor = (exercise: Exercise, wanted: View | undefined): View =>
  wanted && exercise.views[wanted] ? wanted : viewOf(exercise);

/** Whether there is a range for every end: of both sides where they are counted apart. An exercise may have changed since. */
const isWhole = (exercise: Exercise, view: View, ranges: readonly PersonalRange[]): boolean =>
  (exercise.views[view]?.ends ?? []).every(({ name, target }) => {
    const ofEnd = ranges.filter(({ end, measure }) => end === name && measure === target.measure);
    return new Set(ofEnd.map(({ side }) => side)).size >= (exercise.sides === 'each' ? 2 : 1);
  });

/** Whether the plan's repetition is held at an end. */
export const isHeld = (plan: Plan): boolean => plan.hold > 0 && plan.rules.ends.some(({ held }) => held);
