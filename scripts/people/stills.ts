import { join } from 'node:path';
import * as v from 'valibot';
import type { CueId } from '../../src/engine/exercise/cues.ts';
import type { Fault } from '../../src/engine/exercise/exercise.ts';
import { readMeasure, sidesOf } from '../../src/engine/kinematics/measure.ts';
import type { MeasureName } from '../../src/engine/kinematics/measures.ts';
import type { Neutral } from '../../src/engine/kinematics/neutral.ts';
import { neutralOf, stillPeriodFrom } from '../../src/engine/kinematics/still-period.ts';
import { clean, uncleaned } from '../../src/engine/pose/cleaning.ts';
import { keypointNames, keypointsFrom, sides, type Keypoints, type Side } from '../../src/engine/pose/keypoints.ts';
import { frontOn } from '../../src/engine/pose/orientation.ts';
import { faultThreshold, isInside, required } from '../../src/engine/rules/threshold.ts';
import { millis, sessionTime } from '../../src/engine/units.ts';
import { headTilt } from '../../src/exercises/head-tilt.ts';
import { fixed, percent, table } from '../accuracy/tables.ts';
import { quantileOf } from '../accuracy/statistics.ts';
import { Complaint } from '../analyse/complaint.ts';
import { jsonIn } from '../analyse/json-in.ts';
import { textIn } from '../analyse/recording-file.ts';
import { rulesOf } from '../films/rules-of.ts';

/*
 * Head tilts of people on stills, classed by hand, with the keypoints that MoveNet Thunder sees in them. Each is read
 * with the measures and the bounds of the exercise; dwell, smoothing and set-up play no part.
 */

/** What a still of a class shows, as people noted it. */
interface Truth {
  readonly tilt: Side | undefined;
  readonly isWhole: boolean;
  readonly raised: Side | undefined;
  readonly isForward: boolean;
}

const shows = (tilt?: Side, more: Partial<Truth> = {}): Truth => ({
  tilt,
  isWhole: false,
  raised: undefined,
  isForward: false,
  ...more,
});

/** The classes, the correct ones first. */
const classes = {
  center: shows(),
  'half-left': shows('left'),
  'half-right': shows('right'),
  left: shows('left', { isWhole: true }),
  right: shows('right', { isWhole: true }),
  'wrong-left-shoulder': shows('left', { raised: 'left' }),
  'wrong-right-shoulder': shows('right', { raised: 'right' }),
  'wrong-left-forward': shows('left', { isForward: true }),
  'wrong-right-forward': shows('right', { isForward: true }),
} as const satisfies Record<string, Truth>;

type StillClass = keyof typeof classes;
const classNames = Object.keys(classes) as [StillClass, ...StillClass[]];

const number = v.pipe(v.number(), v.finite());
const stillSchema = v.object({
  class: v.picklist(classNames),
  session: v.number(),
  keypoints: v.pipe(v.array(v.tuple([number, number, number])), v.length(keypointNames.length)),
});
const stillsSchema = v.object({
  version: v.literal(1),
  frame: v.object({ width: number, height: number }),
  stills: v.array(stillSchema),
});

type Still = v.InferOutput<typeof stillSchema>;

/** Which stills: sessions 0 and 4 tune (`odd`), 2 and 6 are held out (`even`). */
type Half = 'odd' | 'even' | 'all';

const tuning: ReadonlySet<number> = new Set([0, 4]);

const stillsIn = (folder: string): readonly Still[] => {
  const file = join(folder, 'head-tilt-stills', 'stills.json.gz');
  const { success, output } = v.safeParse(stillsSchema, jsonIn(file, textIn(file)));
  if (!success) throw new Complaint(`${file} does not hold stills of head tilts.`);
  return output.stills;
};

const keypointsOf = ({ keypoints }: Still): Keypoints =>
  keypointsFrom((_, index) => {
    const [x, y, score] = keypoints[index] ?? [0, 0, 0];
    return { x, y, score };
  });

/** How long a still is looked at after one of the centre, so that the smoothed scores settle; ms. */
const lookedAt = [200, 400, 600, 800, 1000] as const;

/** The keypoints that the engine would use if a person came to this posture from a centre where all were seen. */
const cleaned = (keypoints: Keypoints): Keypoints => {
  const frame = { width: 640, height: 640 };
  const wholly = keypointsFrom((name) => ({ ...keypoints[name], score: name.includes('hip') ? 0 : 1 }));
  let [state, pose] = clean(uncleaned, { at: sessionTime(0), frame, keypoints: wholly });
  for (const at of lookedAt) [state, pose] = clean(state, { at: sessionTime(at), frame, keypoints });
  return pose.keypoints;
};

const median = (values: readonly number[]): number => quantileOf(values, 0.5);

/** The neutral of a session: the median of its own centre, or of all centres; lengths are those of its own stills. */
const neutralIn = (stills: readonly Still[], session: number): Neutral => {
  const neutralsOf = (some: readonly Still[]): readonly Neutral[] =>
    some.map((still) => neutralOf(stillPeriodFrom(keypointsOf(still), millis(0)), frontOn));
  const centres = stills.filter((still) => still.class === 'center');
  const own = centres.filter((still) => still.session === session);
  const rest = neutralsOf(own.length > 0 ? own : centres);
  const [first] = rest;
  if (!first) throw new Complaint('No still shows a head held straight.');
  const widths = neutralsOf(stills.filter((still) => still.session === session)).flatMap(
    ({ lengths }) => lengths.shoulderWidth ?? [],
  );
  return {
    lengths: { ...first.lengths, shoulderWidth: median(widths) },
    zeros: new Map(
      [...first.zeros.keys()].map((key) => [key, median(rest.flatMap(({ zeros }) => zeros.get(key) ?? []))]),
    ),
  };
};

/** What the exercise's measures and bounds make of one still. */
interface Read {
  readonly still: Still;
  readonly truth: Truth;
  /** The reading of the tilt to the side that is shown, or in the centre the greater one; `undefined`: not seen. */
  readonly tilt: number | undefined;
  /** The faults that the reading is beyond the bound of, each with its side if it has one. */
  readonly told: readonly { readonly fault: string; readonly cue: CueId; readonly side: Side | undefined }[];
}

const rules = rulesOf(headTilt, 'front');
const [end] = rules.ends;
if (!end) throw new Error('The head tilt has an end.');
const target = required(end.target.measure, end.target, 1);

/** An attempt opens at this share of the way. */
const openingShare = 0.3;
const opening = openingShare * end.target.value;

const isJudgedInTilt = ({ while: phases }: Fault): boolean => phases.includes('working') || phases.includes('holding');

const readStill = (still: Still, neutral: Neutral): Read => {
  const keypoints = cleaned(keypointsOf(still));
  const read = (measure: MeasureName, side: Side | undefined): number | undefined => {
    const has = sidesOf(measure, frontOn)[0] !== undefined;
    const reading = readMeasure(measure, has ? side : undefined, keypoints, frontOn, neutral);
    return reading.seen ? reading.value : undefined;
  };
  const truth = classes[still.class];
  const tilts = (truth.tilt ? [truth.tilt] : sides).flatMap((side) => read(end.target.measure, side) ?? []);
  const told = rules.faults.filter(isJudgedInTilt).flatMap(({ id, cue, when }) => {
    const bounds = Object.entries(when) as [MeasureName, NonNullable<Fault['when'][MeasureName]>][];
    const isSided = bounds.some(([measure]) => sidesOf(measure, frontOn)[0] !== undefined);
    return (isSided ? sides : [undefined])
      .filter((side) =>
        bounds.every(([measure, bound]) => {
          const value = read(measure, side);
          return value !== undefined && isInside(faultThreshold(measure, bound, 1), value, false);
        }),
      )
      .map((side) => ({ fault: id, cue, side }));
  });
  return { still, truth, tilt: tilts.length > 0 ? Math.max(...tilts) : undefined, told };
};

/** The scores of one class of stills. */
export interface ClassScore {
  readonly class: string;
  readonly stills: number;
  /** The median reading of the tilt, degrees; NaN where none is seen. */
  readonly tilt: number;
  /** How many reach the target, and how many are far enough for an attempt. */
  readonly reached: number;
  readonly attempts: number;
  /** How many are told of a raised left shoulder, of a raised right one, and of the chin. */
  readonly left: number;
  readonly right: number;
  readonly chin: number;
  /** Other faults of the tilt that the reading is beyond the bound of, with how many. */
  readonly others: readonly (readonly [fault: string, stills: number])[];
}

/** A share of stills: how many of how many. */
export interface Hits {
  readonly hits: number;
  readonly of: number;
}

/** The scores of the stills. */
export interface StillScores {
  readonly classes: readonly ClassScore[];
  /** A shoulder that is raised with the tilt, told on its own side. */
  readonly raised: Readonly<Record<Side, Hits>>;
  /** A shoulder told, and a chin told, in the centre and in whole tilts; and in half tilts. */
  readonly falseShoulder: Hits;
  readonly falseChin: Hits;
  readonly falseInHalf: Hits;
  /** A head forward with the tilt: the chin is told. */
  readonly forward: Hits;
  /** Whole tilts that reach the target. */
  readonly whole: Hits;
}

/** The cues that have columns of their own. */
const ownColumns: ReadonlySet<CueId> = new Set(['shoulder-drop', 'chin-up']);

const isShoulder = (side?: Side) => (read: Read) =>
  read.told.some((one) => one.cue === 'shoulder-drop' && (side === undefined || one.side === side));
const isChin = ({ told }: Read): boolean => told.some(({ cue }) => cue === 'chin-up');
const isReached = ({ tilt }: Read): boolean => tilt !== undefined && isInside(target, tilt, false);

const hitsOf = (reads: readonly Read[], isHit: (read: Read) => boolean): Hits => ({
  hits: reads.filter(isHit).length,
  of: reads.length,
});

const classScore = (name: string, reads: readonly Read[]): ClassScore => {
  const counted = (isHit: (read: Read) => boolean): number => hitsOf(reads, isHit).hits;
  const others = new Set(
    reads.flatMap(({ told }) => told.flatMap(({ fault, cue }) => (ownColumns.has(cue) ? [] : [fault]))),
  );
  return {
    class: name,
    stills: reads.length,
    tilt: median(reads.flatMap(({ tilt }) => tilt ?? [])),
    reached: counted(isReached),
    attempts: counted(({ tilt }) => tilt !== undefined && tilt >= opening),
    left: counted(isShoulder('left')),
    right: counted(isShoulder('right')),
    chin: counted(isChin),
    others: [...others].map((fault) => [fault, counted(({ told }) => told.some((one) => one.fault === fault))]),
  };
};

/**
 * Scores the stills of head tilts below a folder of people's recordings; throws a `Complaint` where they are missing or
 * damaged. A session's zero is the median of its own centre, of all centres where it has none.
 */
export const scoreStills = (folder: string, half: Half = 'all'): StillScores => {
  const all = stillsIn(folder);
  const chosen = all.filter(({ session }) => half === 'all' || tuning.has(session) === (half === 'odd'));
  const neutrals = new Map([...new Set(chosen.map(({ session }) => session))].map((one) => [one, neutralIn(all, one)]));
  const reads = chosen.flatMap((still) => {
    const neutral = neutrals.get(still.session);
    return neutral ? [readStill(still, neutral)] : [];
  });
  const of = (isMeant: (truth: Truth) => boolean): readonly Read[] => reads.filter(({ truth }) => isMeant(truth));
  const isCorrect = ({ raised, isForward }: Truth): boolean => raised === undefined && !isForward;
  const straightOrWhole = of((truth) => isCorrect(truth) && (truth.tilt === undefined || truth.isWhole));
  const halves = of((truth) => isCorrect(truth) && truth.tilt !== undefined && !truth.isWhole);
  const raised = (side: Side): Hits => hitsOf(of((truth) => truth.raised === side), isShoulder(side)); // prettier-ignore
  return {
    classes: classNames
      .map((name) =>
        classScore(
          name,
          reads.filter(({ still }) => still.class === name),
        ),
      ) // prettier-ignore
      .filter(({ stills }) => stills > 0),
    raised: { left: raised('left'), right: raised('right') },
    falseShoulder: hitsOf(straightOrWhole, isShoulder()),
    falseChin: hitsOf(straightOrWhole, isChin),
    falseInHalf: hitsOf(halves, (read) => isShoulder()(read) || isChin(read)),
    forward: hitsOf(of(({ isForward }) => isForward), isChin), // prettier-ignore
    whole: hitsOf(of(({ isWhole }) => isWhole), isReached), // prettier-ignore
  };
};

const shareIn = ({ hits, of }: Hits): string => `${hits} of ${of}${of > 0 ? ` (${percent(hits / of)})` : ''}`;

/** The scores as Markdown: a table of the classes, and a line for each share. */
export const stillsPage = (scores: StillScores): string =>
  [
    table(
      [
        'class',
        'stills',
        'tilt read',
        'target reached',
        'attempt',
        'left shoulder told',
        'right',
        'chin told',
        'other',
      ],
      scores.classes.map((one) => [
        one.class,
        `${one.stills}`,
        fixed(one.tilt, 1),
        `${one.reached}`,
        `${one.attempts}`,
        `${one.left}`,
        `${one.right}`,
        `${one.chin}`,
        one.others.map(([fault, count]) => `${fault} ${count}`).join(', '),
      ]),
      [1, 2, 3, 4, 5, 6, 7],
    ),
    '',
    `- raised left shoulder told: ${shareIn(scores.raised.left)}`,
    `- raised right shoulder told: ${shareIn(scores.raised.right)}`,
    `- shoulder told in centre and whole tilts: ${shareIn(scores.falseShoulder)}`,
    `- chin told in centre and whole tilts: ${shareIn(scores.falseChin)}`,
    `- shoulder or chin told in half tilts: ${shareIn(scores.falseInHalf)}`,
    `- head forward told as a dropped chin: ${shareIn(scores.forward)}`,
    `- whole tilts that reach the target: ${shareIn(scores.whole)}`,
  ].join('\n');
