import type { CueId } from '../../src/engine/exercise/cues.ts';
import type { Fault } from '../../src/engine/exercise/exercise.ts';
import { readMeasure, sidesOf } from '../../src/engine/kinematics/measure.ts';
import type { MeasureName } from '../../src/engine/kinematics/measures.ts';
import type { Neutral } from '../../src/engine/kinematics/neutral.ts';
import { sightedBody } from '../../src/engine/kinematics/sighted-body.ts';
import { neutralOf, stillPeriodFrom } from '../../src/engine/kinematics/still-period.ts';
import { clean, uncleaned } from '../../src/engine/pose/cleaning.ts';
import { keypointsFrom, sides, type Keypoints, type Side } from '../../src/engine/pose/keypoints.ts';
import { frontOn } from '../../src/engine/pose/orientation.ts';
import { faultThreshold, isInside, required } from '../../src/engine/rules/threshold.ts';
import { millis, sessionTime } from '../../src/engine/units.ts';
import { headTilt } from '../../src/exercises/head-tilt.ts';
import { quantileOf } from '../accuracy/statistics.ts';
import { Complaint } from '../analyse/complaint.ts';
import { rulesOf } from '../films/rules-of.ts';
import type { Half } from './people-folder.ts';
import { classNames, isInHalf, stillClasses, stillsIn, type Still, type Truth } from './stills-file.ts';

/*
 * Each still is read with the measures and the bounds of the head tilt. Dwell, smoothing and set-up play no part: a
 * still is told of a fault where its reading is beyond the bound.
 */

/** When a still is looked at after a pose in which all was seen, ms: until the smoothed scores have settled. */
const lookedAt = [200, 400, 600, 800, 1000] as const;

/** The keypoints that the engine uses of a person who has come to this posture from one in which all was seen. */
const cleaned = (keypoints: Keypoints): Keypoints => {
  const frame = { width: 640, height: 640 };
  const wholly = keypointsFrom((name) => ({ ...keypoints[name], score: /nose|eye|ear|shoulder/.test(name) ? 1 : 0 }));
  let [state, pose] = clean(uncleaned, { at: sessionTime(0), frame, keypoints: wholly });
  for (const at of lookedAt) [state, pose] = clean(state, { at: sessionTime(at), frame, keypoints });
  return pose.keypoints;
};

const median = (values: readonly number[]): number => quantileOf(values, 0.5);

const neutralsOf = (stills: readonly Still[]): readonly Neutral[] =>
  stills.map(({ keypoints }) => neutralOf(stillPeriodFrom(keypoints, millis(0)), frontOn));

/**
 * The neutral of a session: the zeros are the median of its own centre, or of all centres where it has none; the
 * shoulder width is the median of all its stills.
 */
const neutralIn = (all: readonly Still[], session: number): Neutral => {
  const own = all.filter((still) => still.session === session);
  const [ownCentre, anyCentre] = [own, all].map((stills) => stills.filter((still) => still.class === 'center'));
  const rest = neutralsOf((ownCentre?.length ? ownCentre : anyCentre) ?? []);
  const [first] = rest;
  if (!first) throw new Complaint('No still shows a head held straight.');
  const zeroOf = (key: Parameters<typeof first.zeros.get>[0]): number =>
    median(rest.flatMap(({ zeros }) => zeros.get(key) ?? []));
  return {
    lengths: {
      ...first.lengths,
      shoulderWidth: median(neutralsOf(own).flatMap(({ lengths }) => lengths.shoulderWidth ?? [])),
    },
    zeros: new Map([...first.zeros.keys()].map((key) => [key, zeroOf(key)])),
  };
};

/** A fault that a still is told of. */
interface Told {
  readonly fault: string;
  readonly cue: CueId;
  readonly side: Side | undefined;
}

/** What the measures and bounds of the exercise make of one still. */
interface Read {
  readonly still: Still;
  readonly truth: Truth;
  /** The tilt to the side that is shown, in the centre the greater one; `undefined`: not seen. */
  readonly tilt: number | undefined;
  readonly told: readonly Told[];
}

const rules = rulesOf(headTilt, 'front');
const [end] = rules.ends;
if (!end) throw new Error('The head tilt has an end.');
const target = required(end.target.measure, end.target, 1);

/** An attempt opens at this share of the way, or earlier. */
const openingShare = 0.3;
const opening = openingShare * end.target.value;

const judgedInTilt = rules.faults.filter(({ while: phases }) => phases.includes('holding'));

const isSided = (measure: MeasureName): boolean => sidesOf(measure, frontOn)[0] !== undefined;

const readStill = (still: Still, neutral: Neutral): Read => {
  const keypoints = cleaned(still.keypoints);
  const read = (measure: MeasureName, side: Side | undefined): number | undefined => {
    const reading = readMeasure(measure, isSided(measure) ? side : undefined, sightedBody(keypoints, frontOn), neutral);
    return reading.seen ? reading.value : undefined;
  };
  const isBeyond = (when: Fault['when'], side: Side | undefined): boolean =>
    (Object.entries(when) as [MeasureName, NonNullable<Fault['when'][MeasureName]>][]).every(([measure, bound]) => {
      const value = read(measure, side);
      return value !== undefined && isInside(faultThreshold(measure, bound, 1), value, false);
    });
  const truth = stillClasses[still.class];
  const tilts = (truth.tilt ? [truth.tilt] : sides).flatMap((side) => read(target.measure, side) ?? []);
  const told = judgedInTilt.flatMap(({ id: fault, cue, when }) =>
    ((Object.keys(when) as MeasureName[]).some(isSided) ? sides : [undefined])
      .filter((side) => isBeyond(when, side))
      .map((side): Told => ({ fault, cue, side })),
  );
  return { still, truth, tilt: tilts.length > 0 ? Math.max(...tilts) : undefined, told };
};

/** The scores of one class of stills. */
export interface ClassScore {
  readonly class: string;
  readonly stills: number;
  /** How many do not show the tilt, because an ear, an eye or a shoulder is not seen: nothing is judged in them. */
  readonly unseen: number;
  /** The median reading of the tilt, degrees; NaN where none is seen. */
  readonly tilt: number;
  /** How many are far enough for an attempt, and how many reach the target. */
  readonly attempts: number;
  readonly reached: number;
  /** How many are told of a raised left shoulder, of a raised right one, and of the chin. */
  readonly left: number;
  readonly right: number;
  readonly chin: number;
  /** Other faults of a tilt that are told, with the number of stills. */
  readonly others: Readonly<Record<string, number>>;
}

/** How many stills of how many. */
export interface Hits {
  readonly hits: number;
  readonly of: number;
}

/** The scores of stills of head tilts. */
export interface StillScores {
  readonly classes: readonly ClassScore[];
  /** Shoulders that are raised with the tilt and told, on their own side. */
  readonly raised: Readonly<Record<Side, Hits>>;
  /** Heads pushed forward that are told by the chin, of those that show the tilt. */
  readonly forward: Hits;
  /** Centres and whole tilts that are told of a shoulder, and of the chin; half tilts that are told of either. */
  readonly falseShoulder: Hits;
  readonly falseChin: Hits;
  readonly falseInHalf: Hits;
  /** Whole tilts that reach the target. */
  readonly whole: Hits;
}

const isTold =
  (cue: CueId, side?: Side) =>
  ({ told }: Read): boolean =>
    told.some((one) => one.cue === cue && (side === undefined || one.side === side));

const isReached = ({ tilt }: Read): boolean => tilt !== undefined && isInside(target, tilt, false);

const hitsOf = (reads: readonly Read[], isHit: (read: Read) => boolean): Hits => ({
  hits: reads.filter(isHit).length,
  of: reads.length,
});

/** The cues that have columns of their own. */
const ownColumns: ReadonlySet<CueId> = new Set(['shoulder-drop', 'chin-up']);

const classScore = (name: string, reads: readonly Read[]): ClassScore => {
  const count = (isHit: (read: Read) => boolean): number => hitsOf(reads, isHit).hits;
  const others = new Set(
    reads.flatMap(({ told }) => told.filter(({ cue }) => !ownColumns.has(cue)).map(({ fault }) => fault)),
  );
  return {
    class: name,
    stills: reads.length,
    unseen: count(({ tilt }) => tilt === undefined),
    tilt: median(reads.flatMap(({ tilt }) => tilt ?? [])),
    attempts: count(({ tilt }) => tilt !== undefined && tilt >= opening),
    reached: count(isReached),
    left: count(isTold('shoulder-drop', 'left')),
    right: count(isTold('shoulder-drop', 'right')),
    chin: count(isTold('chin-up')),
    others: Object.fromEntries(
      [...others].map((fault) => [fault, count(({ told }) => told.some((one) => one.fault === fault))]),
    ),
  };
};

/** Scores the stills of head tilts in a folder of people's recordings; throws a `Complaint` where they are damaged. */
export const scoreStills = (folder: string, half: Half = 'all'): StillScores => {
  const all = stillsIn(folder);
  const chosen = all.filter((still) => isInHalf(still, half));
  const reads = [...new Set(chosen.map(({ session }) => session))].flatMap((session) => {
    const neutral = neutralIn(all, session);
    return chosen.filter((still) => still.session === session).map((still) => readStill(still, neutral));
  });
  const where = (isMeant: (truth: Truth) => boolean): readonly Read[] => reads.filter(({ truth }) => isMeant(truth));
  const isCorrect = ({ raised, isForward }: Truth): boolean => raised === undefined && !isForward;
  const isHalf = ({ tilt, isWhole }: Truth): boolean => tilt !== undefined && !isWhole;
  const straightOrWhole = where((truth) => isCorrect(truth) && !isHalf(truth));
  const halfWay = where((truth) => isCorrect(truth) && isHalf(truth));
  const raised = (side: Side): Hits =>
    hitsOf(
      where((truth) => truth.raised === side),
      isTold('shoulder-drop', side),
    );
  const scored = classNames.map((name) => {
    const own = reads.filter(({ still }) => still.class === name);
    return classScore(name, own);
  });
  return {
    classes: scored.filter(({ stills }) => stills > 0),
    raised: { left: raised('left'), right: raised('right') },
    forward: hitsOf(
      where(({ isForward }) => isForward).filter(({ tilt }) => tilt !== undefined),
      isTold('chin-up'),
    ),
    falseShoulder: hitsOf(straightOrWhole, isTold('shoulder-drop')),
    falseChin: hitsOf(straightOrWhole, isTold('chin-up')),
    falseInHalf: hitsOf(halfWay, (read) => isTold('shoulder-drop')(read) || isTold('chin-up')(read)),
    whole: hitsOf(
      where(({ isWhole }) => isWhole),
      isReached,
    ),
  };
};
