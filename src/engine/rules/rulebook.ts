import { sidesOf, keypointsOf } from '../kinematics/measure.ts';
import { isOfBody, isOfOneSide, measureRow, type MeasureName } from '../kinematics/measures.ts';
import { judgedArms, type Orientation } from '../pose/orientation.ts';
import { measureKey, type Readings } from '../kinematics/reading.ts';
import { keypointOn, sides, type KeypointName, type Side } from '../pose/keypoints.ts';
import { millis, type Millis } from '../units.ts';
import {
  ownWeights,
  practiceWeights,
  sourcesOf,
  type SimilarityWeight,
  type SimilaritySource,
  type Jitter,
} from './similarity.ts';
import { cueUrgency, type CueId } from '../exercise/cues.ts';
import type { Bound, End, Fault, Posture } from '../exercise/exercise.ts';
import { primaryValue, progressOf } from './primary-measure.ts';
import type { JudgedPhase } from '../exercise/phase.ts';
import { keyOf, type SidedThreshold } from './posture-check.ts';
import { boundOfOwn, ownSidesOf } from './own-sides.ts';
import { countedFromStart, floorOf, goalOf, rangeOf, toleranceOf, type Targets } from './targets.ts';
import { required, faultThreshold, type Threshold } from './threshold.ts';
import { viewFaults, type ViewFault } from '../exercise/view-faults.ts';
import type { JudgedEnd } from './judged-end.ts';
import type { Plan, Strictness } from './plan.ts';

/** A fault with its thresholds, once for each side on which it can be seen. */
export interface JudgedFault {
  readonly id: string;
  readonly while: readonly JudgedPhase[];
  readonly dwell: Millis;
  readonly cue: CueId;
  readonly isHint: boolean;
  /** Whether no attempt may open while it is on: the user is turned so that nothing can be judged. */
  readonly isTurned: boolean;
  /** Whether its thresholds apply to the change since the start posture. */
  readonly isBeyondRest: boolean;
  /** Keypoints that must be in sight; empty if the fault is a posture. */
  readonly inSight: readonly KeypointName[];
  readonly alternatives: readonly { readonly side: Side | undefined; readonly thresholds: readonly SidedThreshold[] }[];
}

/** The path of a repetition: one endpoint, or two in order, with one side or with both. */
export interface RepPath {
  readonly side: Side | undefined;
  readonly ends: readonly [JudgedEnd, ...JudgedEnd[]];
}

/** A measure, of one side if it has sides. */
export interface SidedMeasure {
  readonly measure: MeasureName;
  readonly side: Side | undefined;
}

/** The part of the rules that is known before the rest readings. */
export interface FixedRules {
  readonly orientation: Orientation;
  readonly targets: Targets;
  readonly start: readonly SidedThreshold[];
  readonly requires: readonly SidedThreshold[];
  readonly faults: readonly JudgedFault[];
  /** Every measure that some rule reads. */
  readonly measured: readonly SidedMeasure[];
  /** The measures that the ends are judged by, with the sources of a similarity. */
  readonly primary: readonly SidedMeasure[];
}

/** The rules of a plan for a known orientation: every threshold, per side. */
export interface Rulebook extends FixedRules {
  /** How many times the distance to the goals was eased by a tenth. */
  readonly easeLevel: number;
  /** The weights of the similarity to the user's own practice; empty if the exercise is not judged by it. */
  readonly similarityWeights: readonly SimilarityWeight[];
  /** One path, or one per side if the sides are counted separately. */
  readonly repPaths: readonly RepPath[];
  /** The keypoints that the primary measures need. */
  readonly primaryKeypoints: readonly KeypointName[];
}

/** What is known of the user when the rules are made. */
export interface CalibrationInput {
  readonly orientation: Orientation;
  readonly targets: Targets;
  readonly easeLevel: number;
  /** The rest readings, and the jitter of each measure. */
  readonly rest: Readings;
  readonly jitter: Jitter;
}

/** Makes the rules of a plan for an orientation and these targets. */
export const rulebookOf = (plan: Plan, input: CalibrationInput): Rulebook =>
  withRest(plan, fixedRulesOf(plan, input.orientation, input.targets), input);

/** Whether these rules were made for this orientation and these targets. */
const isFor = ({ orientation, targets }: FixedRules, other: Orientation, otherTargets: Targets): boolean =>
  orientation.view === other.view &&
  orientation.near === other.near &&
  orientation.forward === other.forward &&
  targets.is === otherTargets.is &&
  (targets.is !== 'personal' || (otherTargets.is === 'personal' && targets.ranges === otherTargets.ranges));

/** The part of the rules that is known before the rest readings: `last` ones of the same plan where they still hold. */
export const fixedRulesOf = (plan: Plan, orientation: Orientation, targets: Targets, last?: FixedRules): FixedRules => {
  if (last && isFor(last, orientation, targets)) return last;
  const { rules, strictness } = plan;
  const isOfOtherArm = otherArmOf(plan);
  const all = (posture: Posture): readonly SidedThreshold[] =>
    boundsOf(posture)
      .flatMap(([measure, bound]) => sided(required(measure, bound, strictness), orientation))
      .filter((one) => !isOfOtherArm(one));
  const requires = all(rules.requires).map((one) => (rules.atDesk && isBelowDesk(one.measure) ? heldUnseen(one) : one));
  const start = all(rules.start);
  const faults = [...viewFaultsOf(plan), ...rules.faults]
    .map((fault) => judgedFault(fault, orientation, targets, strictness))
    .map((fault) => ({
      ...fault,
      alternatives: fault.alternatives.filter((one) => !one.thresholds.some(isOfOtherArm)),
    }))
    .filter(({ alternatives }) => alternatives.length > 0);
  const faultThresholds = faults.flatMap((fault) => fault.alternatives.flatMap((one) => one.thresholds));
  const sources = sourcesIn(plan, orientation).map((source) => sidedSource(source, orientation));
  const primary = [...judgedMeasures(plan, orientation), ...sources];
  return {
    orientation,
    targets,
    start,
    requires,
    faults,
    measured: eachOnce([...primary, ...requires, ...start, ...faultThresholds]),
    primary: eachOnce(primary),
  };
};

/** Adds what depends on the rest readings, and on how often the goals were eased. */
export const withRest = (
  plan: Plan,
  fixed: FixedRules,
  input: Omit<CalibrationInput, 'orientation' | 'targets'>,
): Rulebook => {
  const { orientation, targets } = fixed;
  const whole = { ...input, orientation, targets };
  const similarityWeights = similarityWeightsOf(whole, sourcesIn(plan, orientation));
  const judged = [
    ...judgedMeasures(plan, orientation),
    ...similarityWeights.map((part) => sidedSource(part, orientation)),
  ];
  return {
    ...fixed,
    easeLevel: input.easeLevel,
    similarityWeights,
    repPaths: repPathSides(plan, orientation).map((side) => repPathOf(plan, whole, side)),
    primaryKeypoints: keypointsOfAll(judged, orientation),
  };
};

const sourcesIn = ({ rules }: Plan, orientation: Orientation): readonly SimilaritySource[] =>
  rules.ends.flatMap(({ target }) => sourcesOf(target, orientation));

/** The measures of the ends, on each side of the paths. */
const judgedMeasures = (plan: Plan, orientation: Orientation): readonly SidedMeasure[] =>
  repPathSides(plan, orientation).flatMap((side) =>
    plan.rules.ends.flatMap(({ target: { measure } }) =>
      sidesOf(measure, orientation)
        .filter((own) => side === undefined || own === undefined || own === side)
        .map((own) => ({ measure, side: own })),
    ),
  );

const keypointsOfAll = (measures: readonly SidedMeasure[], orientation: Orientation): readonly KeypointName[] => [
  ...new Set(measures.flatMap(({ measure, side }) => keypointsOf(measure, side, orientation))),
];

/** These measures without repeats. */
const eachOnce = (measures: readonly SidedMeasure[]): readonly SidedMeasure[] => [
  ...new Map(measures.map(({ measure, side }) => [measureKey(measure, side), { measure, side }])).values(),
];

/**
 * Where one arm trains alone: whether a threshold is on the other arm, or compares the two; then it is not judged.
 */
const otherArmOf =
  ({ arm }: Plan) =>
  ({ measure, side }: SidedMeasure): boolean =>
    arm !== undefined &&
    (measureRow(measure).comparesArms === true || (isOfOneSide(measure) && side !== undefined && side !== arm));

/** The parts that are in the picture at a desk. */
const deskParts: ReadonlySet<string> = new Set(['nose', 'eye', 'ear', 'shoulder']);

const isBelowDesk = (measure: MeasureName): boolean => measureRow(measure).needs.some((part) => !deskParts.has(part));

/** A required posture of arms or hips that holds while these are out of the picture: it blocks no repetition. */
const heldUnseen = (threshold: SidedThreshold): SidedThreshold => ({ ...threshold, holdsUnseen: true });

/** The faults of the plan's view; parts that a desk hides need not stay in sight. */
const viewFaultsOf = ({ view, rules }: Plan): readonly ViewFault[] =>
  viewFaults[view].filter(({ inSight }) => !(rules.atDesk && inSight));

const sidedSource = ({ measure }: Pick<SidedMeasure, 'measure'>, orientation: Orientation): SidedMeasure => ({
  measure,
  side: sidesOf(measure, orientation)[0],
});

const similarityWeightsOf = ({ targets, rest, jitter }: CalibrationInput, sources: readonly SimilaritySource[]) => {
  if (targets.is === 'practice') return practiceWeights(sources, rest, jitter);
  if (targets.is !== 'personal') return [];
  const parts = targets.ranges.flatMap((range) => range.parts ?? []);
  return ownWeights(sources, new Map(parts.map(({ measure, change }) => [measure, change])), rest, jitter);
};

/** The keypoints that the primary measures need in an orientation. */
const primaryKeypointsOf = (plan: Plan, orientation: Orientation): readonly KeypointName[] =>
  keypointsOfAll(judgedMeasures(plan, orientation), orientation);

/**
 * The keypoints that must be seen before judging begins: those of the primary measures, and those of the upper arms where
 * a required posture reads them. A near elbow that nothing requires is not waited for: of a body in black sleeves, seen
 * from the side, Lightning reads it with a score of 0.1-0.3 (one rigged body).
 */
export const setUpKeypointsOf = (plan: Plan, orientation: Orientation): readonly KeypointName[] => {
  const { rules, arm } = plan;
  const primary = primaryKeypointsOf(plan, orientation);
  const readsArms = [...boundsOf(rules.start), ...boundsOf(rules.requires)].some(([measure]) =>
    measureRow(measure).needs.includes('elbow'),
  );
  if (rules.atDesk || !readsArms) return primary;
  return [...primary, ...judgedArms(orientation, arm).map((side) => keypointOn(side, 'elbow'))];
};

/**
 * The sides of an exercise's paths. In front view both arms are seen, so that a repetition of the near side is done by
 * both together, unless one arm trains alone.
 */
export const repPathSides = ({ exercise, arm }: Plan, { near, view }: Orientation): readonly (Side | undefined)[] =>
  ({ together: [arm], each: sides, near: [view === 'front' ? arm : near] })[exercise.sides];

/** The path of a side: its endpoints with goals, tolerances and thresholds. */
const repPathOf = ({ rules, strictness }: Plan, input: CalibrationInput, side: Side | undefined): RepPath => {
  const { orientation, targets, easeLevel, rest } = input;
  const ofThisSide = (threshold: Threshold): readonly SidedThreshold[] =>
    sided(threshold, orientation).filter((one) => side === undefined || one.side === undefined || one.side === side);
  const judgedEnd = (meant: End): JudgedEnd => {
    const keys = ofThisSide(required(meant.target.measure, meant.target, strictness)).map(keyOf);
    const direction = meant.target.is === 'above' ? 1 : -1;
    const { measure } = meant.target;
    const range = targets.is === 'personal' ? rangeOf(targets.ranges, meant.name, side) : undefined;
    const ownSides = keys.length > 1 ? ownSidesOf(measure, range) : undefined;
    const primary = { measure, keys, direction, ownSides } as const;
    const restAt = primaryValue(primary, rest);
    const end = countedFromStart(meant, restAt);
    const { target, name, held, cue, back: meantBack } = end;
    const asks = goalOf(end, side, targets, easeLevel, restAt);
    const { goal } = asks;
    const isGraded = !held && measure !== 'likeness';
    const floor = isGraded ? floorOf(end, side, targets) : undefined;
    // An eased goal is met from the floor at the earliest.
    const room = floor === undefined ? Infinity : Math.abs(goal - floor) / strictness;
    const tolerance = Math.min(toleranceOf(end, asks, targets), room);
    const met = required(measure, { is: target.is, value: goal, tolerance }, strictness);
    const counted = target.is === 'above' ? Math.min : Math.max;
    const back = required(measure, including(meantBack, measure, restAt), strictness);
    return {
      ...primary,
      name,
      goal,
      tolerance: strictness * tolerance,
      noiseFloor: noiseFloorOf(measure, targets),
      floor: isGraded ? counted(goal, floor ?? met.enter) : undefined,
      opening: openingOf({ ...primary, goal }, back.leave, input),
      target: ofThisSide(leftBeforeRest(met, restAt)),
      back: ofThisSide(back),
      isHeld: held,
      cue,
      backCue: meantBack.cue,
    };
  };
  const [first, ...more] = rules.ends.map(judgedEnd);
  if (!first) throw new Error('A rule set has at least one end.');
  return { side, ends: [first, ...more] };
};

/** The share of the distance from rest to the goal beyond which an attempt opens. */
const openingShare = 0.3;
/** An attempt opens at the latest at this share of the distance, however small the goal. */
const latestOpening = 0.75;
/** An angle that is this far from rest, degrees, and this many times its jitter, is a movement, however far the goal is. */
const smallMovement = 10;
const jittersOfMovement = 3;

/**
 * The progress from rest beyond which an attempt opens. An angle opens one early, so that a small range is answered; a
 * ratio at least one hysteresis further out than it closes.
 */
const openingOf = (
  end: Pick<JudgedEnd, 'measure' | 'keys' | 'direction' | 'goal'>,
  closing: number,
  { rest, jitter }: CalibrationInput,
): number => {
  const { unit, hysteresis } = measureRow(end.measure);
  const distance = progressOf(end, rest, end.goal);
  const share = openingShare * distance;
  if (unit === 'ratio')
    return Math.min(Math.max(share, progressOf(end, rest, closing), hysteresis), latestOpening * distance);
  const noise = Math.max(0, ...end.keys.map((key) => jitter.get(key) ?? 0));
  return Math.min(share, Math.max(smallMovement, jittersOfMovement * noise));
};

/**
 * The noise floor for stop detection: the measure's `noiseFloor`, else its hysteresis. In practice a similarity of 1 is
 * six jitters, which is its noise floor.
 */
const noiseFloorOf = (measure: MeasureName, targets: Targets): number => {
  const { noiseFloor, hysteresis } = measureRow(measure);
  return isOfBody(measure) || targets.is !== 'practice' ? (noiseFloor ?? hysteresis) : 1;
};

/** A return bound that is widened to include the rest reading, wherever that is: to half a hysteresis beyond it. */
const including = (back: Bound, measure: MeasureName, restAt: number | undefined): Bound => {
  if (restAt === undefined) return back;
  const slack = measureRow(measure).hysteresis / 2;
  const value = back.is === 'above' ? Math.min(back.value, restAt - slack) : Math.max(back.value, restAt + slack);
  return { ...back, value };
};

/** A threshold that is left at the latest half-way to rest, however small the distance. */
const leftBeforeRest = (threshold: Threshold, restAt: number | undefined): Threshold => {
  if (restAt === undefined) return threshold;
  const halfWay = (threshold.enter + restAt) / 2;
  const nearer = threshold.is === 'above' ? Math.max : Math.min;
  return { ...threshold, leave: nearer(threshold.leave, halfWay) };
};

/** The threshold on each side on which its measure has a value. */
const sided = (threshold: Threshold, orientation: Orientation): readonly SidedThreshold[] =>
  sidesOf(threshold.measure, orientation).map((side) => ({ ...threshold, side }));

const boundsOf = (posture: Posture): readonly (readonly [MeasureName, NonNullable<Posture[MeasureName]>])[] =>
  Object.entries(posture) as [MeasureName, NonNullable<Posture[MeasureName]>][];

/** The dwell of a fault that sets none, ms. */
const defaultDwell = 600;

/** A fault with its thresholds; strictness scales them, except those of safety faults. */
const judgedFault = (
  fault: Fault | ViewFault,
  orientation: Orientation,
  targets: Targets,
  strictness: Strictness,
): JudgedFault => {
  const bounds = boundsOf(fault.when);
  const scale = cueUrgency[fault.cue] === 'safety' ? 1 : strictness;
  const isSided = bounds.some(([measure]) => sidesOf(measure, orientation)[0] !== undefined);
  const alternatives = (isSided ? sidesOf('elbowFlexion', orientation) : [undefined]).map((side) => ({
    side,
    thresholds: bounds.map(([measure, bound]) => ({
      ...faultThreshold(measure, boundOfOwn(bound, measure, side, targets), scale),
      side: sidesOf(measure, orientation)[0] === undefined ? undefined : side,
    })),
  }));
  return {
    id: fault.id,
    while: fault.while,
    dwell: millis(fault.dwell ?? defaultDwell),
    cue: fault.cue,
    isHint: fault.confidence === 'low',
    isTurned: 'isTurned' in fault && (fault.isTurned ?? false),
    isBeyondRest: 'isBeyondRest' in fault && (fault.isBeyondRest ?? false),
    inSight: ('inSight' in fault ? (fault.inSight ?? []) : []).flatMap((part) =>
      (orientation.view === 'side' ? [orientation.near] : sides).map((side) => keypointOn(side, part)),
    ),
    alternatives,
  };
};
