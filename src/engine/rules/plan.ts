import { sides, type Side } from '../pose/keypoints.ts';
import { millis, type Millis } from '../units.ts';
import type { Exercise, RuleSet } from '../exercise/exercise.ts';
import type { RangeChoice } from './targets.ts';
import type { View } from '../pose/view.ts';

/** What a person may change of an exercise's dose. */
export interface Prescription {
  readonly sets: number;
  /** Repetitions of each set, and of each side where the sides are counted apart. */
  readonly reps: number;
  /** How long an end is held; 0 where no end is held. */
  readonly hold: Millis;
  /** The rest between two sets. */
  readonly rest: Millis;
}

/** How strict the tolerances are: 1.5 gentle (first day), 1 as written, 0.8 strict. Safety limits are never scaled. */
export type Strictness = number;

/** What one exercise is to be judged by for one person, before it is known how they are turned. */
export interface Plan extends Prescription {
  readonly exercise: Exercise;
  readonly view: View;
  readonly rules: RuleSet;
  readonly strictness: Strictness;
  readonly range: RangeChoice;
  /** How often the way to the goals is eased by a tenth for pain that was told before it begins. */
  readonly easeLevel: number;
}

/** The view that an exercise asks for. */
export const viewOf = (exercise: Exercise): View => exercise.view;

/**
 * Combines an exercise, a view, a dose, a strictness, a range and how often it is eased; throws where the exercise has no rules
 * for the view.
 */
export const resolve = (
  exercise: Exercise,
  view: View,
  prescription: Partial<Prescription>,
  strictness: Strictness,
  range: RangeChoice = { is: 'norm' },
  easeLevel = 0,
): Plan => {
  const rules = exercise.views[view];
  if (!rules) throw new Error(`${exercise.id} cannot be judged in ${view} view.`);
  return {
    exercise,
    view,
    rules,
    // A number of repetitions is the whole dose, where no sets are asked for besides.
    sets: prescription.sets ?? (prescription.reps === undefined ? exercise.prescription.sets : 1),
    reps: prescription.reps ?? exercise.prescription.reps,
    hold: prescription.hold ?? millis(exercise.prescription.hold ?? 0),
    rest: prescription.rest ?? millis(exercise.prescription.rest),
    strictness,
    range,
    easeLevel,
  };
};

/** The sides whose repetitions are counted apart; one that has no name where they are not. */
export const countedSides = ({ exercise }: Pick<Plan, 'exercise'>): readonly (Side | undefined)[] =>
  exercise.sides === 'each' ? sides : [undefined];

/** How many repetitions a set asks for: for each side where the sides are counted apart. */
export const repetitionsInSet = (plan: Plan): number => plan.reps * countedSides(plan).length;

/** How many repetitions a plan asks for in all its sets. */
export const repetitionsIn = (plan: Plan): number => plan.sets * repetitionsInSet(plan);
