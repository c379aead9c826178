import type { Exercise } from '../../engine/exercise/exercise.ts';
import { resolve, viewOf, type Plan } from '../../engine/rules/plan.ts';
import type { PersonalRange } from '../../engine/rules/personal-range.ts';
import type { RangeChoice } from '../../engine/rules/targets.ts';
import { seconds } from '../../engine/units.ts';
import type { TrainingOptions } from './training-options.ts';
import type { View } from '../../engine/pose/view.ts';

/** What a plan may be asked for: what a training link says, and whether it begins eased by a tenth of the way, for pain. */
export type PlanOptions = Partial<TrainingOptions> & { readonly easeLevel?: 0 | 1 };

/** Own ranges that were kept, as the model that will judge reads them; `undefined` where there are none. */
export interface PersistedRanges {
  read(exerciseId: string, view: View): readonly PersonalRange[] | undefined;
}

/** The plan of an exercise with what is asked for, and own ranges that were kept; what nobody says is as prescribed. */
export const planFor = (
  exercise: Exercise,
  {
    sets,
    reps,
    holdSeconds,
    restSeconds,
    strictness = 1,
    range = 'personal',
    view: wanted,
    easeLevel = 0,
  }: PlanOptions = {},
  kept?: PersistedRanges,
): Plan => {
  const view = viewFor(exercise, wanted);
  const dose = {
    ...(reps === undefined ? {} : { reps }),
    ...(sets === undefined ? {} : { sets }),
    ...(restSeconds === undefined ? {} : { rest: seconds(restSeconds) }),
    ...(holdSeconds === undefined ? {} : { hold: seconds(holdSeconds) }),
  };
  const choice = range === 'personal' ? ownRange(exercise, view, kept?.read(exercise.id, view)) : { is: range };
  return resolve(exercise, view, dose, strictness, choice, easeLevel);
};

/** The person's own range: as it was kept, or by practice where something of it is not known. */
const ownRange = (exercise: Exercise, view: View, ranges: readonly PersonalRange[] | undefined): RangeChoice =>
  ranges && isWhole(exercise, view, ranges) ? { is: 'kept', ranges } : { is: 'practice' };

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
