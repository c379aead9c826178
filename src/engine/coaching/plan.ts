import { sidesOf, keypointsOf } from '../kinematics/measure.ts';
import type { MeasureName, View } from '../kinematics/measures.ts';
import type { Orientation } from '../kinematics/orientation.ts';
import type { MeasureKey } from '../kinematics/reading.ts';
import { keypointOn, sides, type KeypointName, type Side } from '../pose/keypoints.ts';
import { millis, type Millis } from '../units.ts';
import { cueUrgency, type CueId } from './cues.ts';
import type { Exercise, Fault, Posture, RuleSet } from './exercise.ts';
import type { JudgedPhase } from './phase.ts';
import { keyOf, type SidedThreshold } from './posture.ts';
import { asked, unwanted, type Threshold } from './threshold.ts';
import { viewFaults, type ViewFault } from './view-faults.ts';

/** What a person may change of an exercise's dose. */
export interface Prescription {
  readonly reps: number;
  /** How long an end is held; 0 where no end is held. */
  readonly hold: Millis;
}

/** How strict the tolerances are: 1.5 gentle (first day), 1 as written, 0.8 strict. Safety limits are never scaled. */
export type Strictness = number;

/** What one exercise is to be judged by for one person, before it is known how they are turned. */
export interface Plan {
  readonly exercise: Exercise;
  readonly view: View;
  readonly rules: RuleSet;
  readonly reps: number;
  readonly hold: Millis;
  readonly strictness: Strictness;
}

/** The view that an exercise asks for: the first that it names. */
export const viewOf = (exercise: Exercise): View => (exercise.views.front ? 'front' : 'side');

/** Combines an exercise, a view, a dose and a strictness; throws where the exercise has no rules for the view. */
export const resolve = (
  exercise: Exercise,
  view: View,
  prescription: Partial<Prescription>,
  strictness: Strictness,
): Plan => {
  const rules = exercise.views[view];
  if (!rules) throw new Error(`${exercise.id} cannot be judged in ${view} view.`);
  return {
    exercise,
    view,
    rules,
    reps: prescription.reps ?? exercise.prescription.reps,
    hold: prescription.hold ?? millis(exercise.prescription.hold ?? 0),
    strictness,
  };
};

/** How many repetitions a plan asks for in all: for each side where the sides are counted apart. */
export const repetitionsIn = ({ reps, exercise }: Plan): number =>
  reps * (exercise.sides === 'each' ? sides.length : 1);

/** A fault with its thresholds, once for each side that it can be seen on. */
export interface JudgedFault {
  readonly id: string;
  readonly while: readonly JudgedPhase[];
  readonly dwell: Millis;
  readonly cue: CueId;
  readonly isHint: boolean;
  /** Keypoints that must be in sight; empty where the fault is a posture. */
  readonly inSight: readonly KeypointName[];
  readonly alternatives: readonly { readonly side: Side | undefined; readonly thresholds: readonly SidedThreshold[] }[];
}

/** One end of a repetition with its thresholds. */
export interface JudgedEnd {
  readonly name: string;
  readonly measure: MeasureName;
  /** The keys of the leading measure: one, or one a side. */
  readonly keys: readonly MeasureKey[];
  /** Towards which side of rest the goal lies. */
  readonly direction: 1 | -1;
  readonly goal: number;
  readonly target: readonly SidedThreshold[];
  readonly back: readonly SidedThreshold[];
  readonly isHeld: boolean;
  readonly cue: CueId;
  readonly backCue: CueId;
}

/** A way of doing a repetition: through one end, or two in order, with one side or with both. */
export interface Route {
  readonly side: Side | undefined;
  readonly ends: readonly [JudgedEnd, ...JudgedEnd[]];
}

/** A plan for somebody whose orientation is known: every threshold, sided and combined. */
export interface Rulebook {
  readonly orientation: Orientation;
  /** One way of doing a repetition; one for each side where the sides are counted apart. */
  readonly routes: readonly Route[];
  readonly start: readonly SidedThreshold[];
  readonly requires: readonly SidedThreshold[];
  readonly faults: readonly JudgedFault[];
  /** Every measure that some rule reads. */
  readonly measured: readonly { readonly measure: MeasureName; readonly side: Side | undefined }[];
  /** What the leading measures need to be seen. */
  readonly leads: readonly KeypointName[];
}

/** The rules of a plan for a person turned so. */
export const rulebookOf = (plan: Plan, orientation: Orientation): Rulebook => {
  const { rules, strictness } = plan;
  const all = (posture: Posture): readonly SidedThreshold[] =>
    boundsOf(posture).flatMap(([measure, bound]) => sided(asked(measure, bound, strictness), orientation));
  const routes = routeSides(plan, orientation).map((side) => routeOf(plan, orientation, side));
  const requires = all(rules.requires);
  const start = all(rules.start);
  const faults = [...viewFaults[plan.view], ...rules.faults].map((fault) =>
    judgedFault(fault, orientation, strictness),
  );
  const targets = routes.flatMap(({ ends }) => ends.flatMap(({ target }) => target));
  const unwantedOnes = faults.flatMap((fault) => fault.alternatives.flatMap((one) => one.thresholds));
  const thresholds = [...targets, ...requires, ...start, ...unwantedOnes];
  return {
    orientation,
    routes,
    start,
    requires,
    faults,
    measured: [...new Map(thresholds.map((one) => [keyOf(one), { measure: one.measure, side: one.side }])).values()],
    leads: [...new Set(targets.flatMap((one) => keypointsOf(one.measure, one.side, orientation)))],
  };
};

const routeSides = ({ exercise }: Plan, { near }: Orientation): readonly (Side | undefined)[] =>
  ({ together: [undefined], each: sides, near: [near] })[exercise.sides];

const routeOf = ({ rules, strictness }: Plan, orientation: Orientation, side: Side | undefined): Route => {
  const ofThisSide = (threshold: Threshold): readonly SidedThreshold[] =>
    sided(threshold, orientation).filter((one) => side === undefined || one.side === undefined || one.side === side);
  const [first, ...more] = rules.ends.map(({ name, target, held, cue, back }): JudgedEnd => {
    const reached = ofThisSide(asked(target.measure, target, strictness));
    return {
      name,
      measure: target.measure,
      keys: reached.map(keyOf),
      direction: target.is === 'above' ? 1 : -1,
      goal: target.value,
      target: reached,
      back: ofThisSide(asked(target.measure, back, strictness)),
      isHeld: held,
      cue,
      backCue: back.cue,
    };
  });
  if (!first) throw new Error('A rule set has at least one end.');
  return { side, ends: [first, ...more] };
};

const sided = (threshold: Threshold, orientation: Orientation): readonly SidedThreshold[] =>
  sidesOf(threshold.measure, orientation).map((side) => ({ ...threshold, side }));

const boundsOf = (posture: Posture): readonly (readonly [MeasureName, NonNullable<Posture[MeasureName]>])[] =>
  Object.entries(posture) as [MeasureName, NonNullable<Posture[MeasureName]>][];

const defaultDwell = 600;

const judgedFault = (fault: Fault | ViewFault, orientation: Orientation, strictness: Strictness): JudgedFault => {
  const bounds = boundsOf(fault.when);
  const scale = cueUrgency[fault.cue] === 'safety' ? 1 : strictness;
  const isSided = bounds.some(([measure]) => sidesOf(measure, orientation)[0] !== undefined);
  const alternatives = (isSided ? sidesOf('elbowFlexion', orientation) : [undefined]).map((side) => ({
    side,
    thresholds: bounds.map(([measure, bound]) => ({
      ...unwanted(measure, bound, scale),
      side: sidesOf(measure, orientation)[0] === undefined ? undefined : side,
    })),
  }));
  return {
    id: fault.id,
    while: fault.while,
    dwell: millis(fault.dwell ?? defaultDwell),
    cue: fault.cue,
    isHint: fault.confidence === 'low',
    inSight: ('inSight' in fault ? (fault.inSight ?? []) : []).flatMap((part) =>
      (orientation.view === 'side' ? [orientation.near] : sides).map((side) => keypointOn(side, part)),
    ),
    alternatives,
  };
};
