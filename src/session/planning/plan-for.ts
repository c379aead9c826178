import type { Exercise } from '../../engine/exercise/exercise.ts';
import { countedSides, oneArmView, resolve, viewOf, type Plan } from '../../engine/rules/plan.ts';
import type { PersonalRange } from '../../engine/rules/personal-range.ts';
import type { Side } from '../../engine/pose/keypoints.ts';
import { needsPractice, type RangeChoice } from '../../engine/rules/targets.ts';
import { seconds } from '../../engine/units.ts';
import type { TrainingOptions } from './training-options.ts';
import type { View } from '../../engine/pose/view.ts';

/** The options of a plan: those of a training link, and whether it begins eased by a tenth of the way, for pain. */
export type PlanOptions = Partial<TrainingOptions> & { readonly easeLevel?: 0 | 1 };

/** Stored own ranges, as read by the model that will judge; `undefined` if there are none. */
export interface PersistedRanges {
  read(exerciseId: string, view: View): readonly PersonalRange[] | undefined;
}

/** Builds the plan of an exercise from options and stored own ranges; missing options default to the prescription. */
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
    arm: arms = 'both',
  }: PlanOptions = {},
  kept?: PersistedRanges,
): Plan => {
  const oneArm = arms === 'both' ? undefined : oneArmView(exercise);
  const view = oneArm ?? viewFor(exercise, wanted);
  const arm = oneArm && arms !== 'both' ? arms : undefined;
  const dose = {
    ...(reps === undefined ? {} : { reps }),
    ...(sets === undefined ? {} : { sets }),
    ...(restSeconds === undefined ? {} : { rest: seconds(restSeconds) }),
    ...(holdSeconds === undefined ? {} : { hold: seconds(holdSeconds) }),
  };
  const choice = range === 'personal' ? ownRange(exercise, view, arm, kept?.read(exercise.id, view)) : { is: range };
  return resolve(exercise, view, dose, strictness, choice, easeLevel, arm);
};

/** The largest number of repetitions: all that a film or a recording shows. */
export const everyRepetition = 99;

/**
 * The plan that a film or a recording is judged by where nothing else is known: every repetition, by the norm where the
 * exercise has one.
 */
export const planForFilm = (exercise: Exercise, options: PlanOptions = {}): Plan => {
  const rules = exercise.views[viewFor(exercise, options.view)];
  const range = options.range ?? (rules && needsPractice(rules) ? 'personal' : 'norm');
  return planFor(exercise, { ...options, reps: options.reps ?? everyRepetition, range });
};

/** The user's own range: the stored one if it is complete, otherwise one from a practice repetition. */
const ownRange = (
  exercise: Exercise,
  view: View,
  arm: Side | undefined,
  ranges: readonly PersonalRange[] | undefined,
): RangeChoice => (ranges && isWhole(exercise, view, arm, ranges) ? { is: 'kept', ranges } : { is: 'practice' });

/** The requested view if the exercise has rules for it, otherwise the exercise's own view. */
const viewFor = (exercise: Exercise, wanted: View | undefined): View =>
  wanted && exercise.views[wanted] ? wanted : viewOf(exercise);

/**
 * Whether there is a range for every endpoint, for both sides if they are counted separately, and for the arm that trains
 * alone. The exercise may have changed since the ranges were stored.
 */
const isWhole = (exercise: Exercise, view: View, arm: Side | undefined, ranges: readonly PersonalRange[]): boolean =>
  (exercise.views[view]?.ends ?? []).every(({ name, target }) => {
    const ofEnd = ranges.filter(({ end, measure }) => end === name && measure === target.measure);
    // From the side, which arm is near the lens is not known yet.
    if (exercise.sides === 'near' && view === 'side') return ofEnd.length > 0;
    return countedSides({ exercise, arm }).every((counted) => ofEnd.some(({ side }) => side === counted));
  });

/** Whether the plan's repetition has a hold at an endpoint. */
export const isHeld = (plan: Plan): boolean => plan.hold > 0 && plan.rules.ends.some(({ held }) => held);
