import { sides, type Side } from '../pose/keypoints.ts';
import { millis, type Millis } from '../units.ts';
import { ofOneArm } from '../figure/one-arm.ts';
import { isOfOneSide } from '../kinematics/measures.ts';
import type { End, Exercise, RuleSet } from '../exercise/exercise.ts';
import type { RangeChoice } from './targets.ts';
import type { View } from '../pose/view.ts';

/** The parts of an exercise's dose that the user may change. */
export interface Prescription {
  readonly sets: number;
  /** Repetitions per set, and per side if the sides are counted separately. */
  readonly reps: number;
  /** How long an endpoint is held, ms; 0 if no endpoint is held. */
  readonly hold: Millis;
  /** The rest between two sets, ms. */
  readonly rest: Millis;
}

/** The factor on the tolerances: 1.5 gentle (first day), 1 as written, 0.8 strict. Safety limits are never scaled. */
export type Strictness = number;

/** What one exercise is judged by, for one user: rules, dose, strictness and range, before the orientation is known. */
export interface Plan extends Prescription {
  readonly exercise: Exercise;
  readonly view: View;
  readonly rules: RuleSet;
  readonly strictness: Strictness;
  readonly range: RangeChoice;
  /**
   * How many times the distance to the goals is eased by a tenth for pain that was reported before the exercise begins.
   */
  readonly easeLevel: number;
  /** The arm that trains alone in an exercise of both arms; the other one is not judged. `undefined`: both arms. */
  readonly arm: Side | undefined;
}

/** Where an exercise is judged: in a room, at some two metres, or also at a desk, from half a metre on. */
export type JudgedAt = 'room' | 'desk';

/** Where a plan is judged. */
export const judgedAt = ({ rules }: Pick<Plan, 'rules'>): JudgedAt => (rules.atDesk === true ? 'desk' : 'room');

/** The default view of an exercise. */
export const viewOf = (exercise: Exercise): View => exercise.view;

/**
 * The view in which one arm can train an exercise of both arms alone: each end is led by a measure that every arm has
 * for itself. `undefined` if there is none; an exercise whose sides are counted separately is not one of both arms.
 */
export const oneArmView = ({ sides: counted, views: rules }: Exercise): View | undefined => {
  const isOfOneArm = ({ target }: End): boolean => isOfOneSide(target.measure);
  return counted !== 'each' && rules.front?.ends.every(isOfOneArm) ? 'front' : undefined;
};

const oneArmed = new WeakMap<Exercise, Map<Side, Exercise>>();

/** The exercise with the motion of one arm; the same object each time, so that a figure that shows it goes on moving. */
const trainedBy = (exercise: Exercise, arm: Side): Exercise => {
  const known = oneArmed.get(exercise) ?? new Map<Side, Exercise>();
  const own = known.get(arm) ?? { ...exercise, motion: ofOneArm(exercise.motion, arm) };
  oneArmed.set(exercise, known.set(arm, own));
  return own;
};

/**
 * Combines an exercise, a view, a dose, a strictness, a range, an ease level and the arm that trains alone; throws if the
 * exercise has no rules for the view, or if one arm cannot train it alone there.
 */
export const resolve = (
  exercise: Exercise,
  view: View,
  prescription: Partial<Prescription>,
  strictness: Strictness,
  range: RangeChoice = { is: 'norm' },
  easeLevel = 0,
  arm?: Side,
): Plan => {
  const rules = exercise.views[view];
  if (!rules) throw new Error(`${exercise.id} cannot be judged in ${view} view.`);
  if (arm && oneArmView(exercise) !== view)
    throw new Error(`One arm alone cannot train ${exercise.id} in ${view} view.`);
  return {
    exercise: arm ? trainedBy(exercise, arm) : exercise,
    view,
    rules,
    // Repetitions without sets are the whole dose: one set.
    sets: prescription.sets ?? (prescription.reps === undefined ? exercise.prescription.sets : 1),
    reps: prescription.reps ?? exercise.prescription.reps,
    hold: prescription.hold ?? millis(exercise.prescription.hold ?? 0),
    rest: prescription.rest ?? millis(exercise.prescription.rest),
    strictness,
    range,
    easeLevel,
    arm,
  };
};

/** The sides whose repetitions are counted: both, the arm that trains alone, or a single `undefined` for both as one. */
export const countedSides = ({ exercise, arm }: Pick<Plan, 'exercise' | 'arm'>): readonly (Side | undefined)[] =>
  exercise.sides === 'each' ? sides : [arm];

/** The repetitions in a set, of both sides if the sides are counted separately. */
export const repetitionsInSet = (plan: Plan): number => plan.reps * countedSides(plan).length;

/** The repetitions in all sets of a plan. */
export const repetitionsIn = (plan: Plan): number => plan.sets * repetitionsInSet(plan);
