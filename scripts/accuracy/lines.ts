import type { MeasureName } from '../../src/engine/kinematics/measures.ts';
import type { EverydayScore } from './everyday-score.ts';
import type { Sample, Score } from './score.ts';
import { fixed, percent } from './tables.ts';
import { errorsOf, meanOf, quantileOf, shareOf, type Share } from './statistics.ts';
import type { View } from '../../src/engine/pose/view.ts';

/** One requirement that Limber sets itself: the figure, what it should be, and the data it is based on. */
export interface Line {
  readonly what: string;
  readonly asked: string;
  readonly measured: string;
  /** The data it is based on, with an interval where it is a share. */
  readonly from: string;
  readonly isMet: boolean;
}

/** How strict the lines are: 1 as written; 0.9 requires nine tenths of each, for bodies that nothing was tuned on. */
export type Hardness = 1 | 0.9;

const interval = ({ low, high, of }: Share): string => `n ${of}, ${percent(low)} to ${percent(high)}`;

const atLeast = (what: string, asked: number, share: Share, hardness: Hardness, also = ''): Line => ({
  what,
  asked: `at least ${percent(asked * hardness)}`,
  measured: percent(share.share),
  from: interval(share) + also,
  isMet: share.share >= asked * hardness,
});

const atMost = (what: string, asked: number, value: number, unit: string, from: string, hardness: Hardness): Line => ({
  what,
  asked: `at most ${fixed(asked / hardness, 2)} ${unit}`,
  measured: `${fixed(value, 2)} ${unit}`,
  from,
  isMet: value <= asked / hardness,
});

/** Whether a set was counted exactly. */
export const isExact = ({ one, counted }: Score): boolean => counted === one.repetitions;

/** The correct performances. */
export const correctOnes = (scores: readonly Score[]): readonly Score[] =>
  scores.filter(({ one }) => one.shown.is === 'correct');

/** The sets that were judged: not those whose user was told that only the time is kept. */
const judgedOnes = (scores: readonly Score[]): readonly Score[] => scores.filter(({ isTimed }) => !isTimed);

/** The films of faults. */
export const faultyOnes = (scores: readonly Score[]): readonly Score[] =>
  scores.filter(({ one }) => one.shown.is === 'fault');

/** The difference of each held time from the true one, ms; where only the time is kept, nothing is measured. */
export const heldErrors = (scores: readonly Score[]): readonly number[] =>
  judgedOnes(correctOnes(scores)).flatMap(({ holds }) => holds.map(({ heldMs, trueMs }) => heldMs - trueMs));

/** The differences of a measure from the truth in a view, where the truth meets the condition. */
export const differencesOf = (
  scores: readonly Score[],
  view: View,
  measure: MeasureName,
  isAsked: (sample: Sample) => boolean = () => true,
): readonly number[] =>
  scores
    .filter(({ one }) => one.view === view)
    .flatMap(({ samples }) => samples.filter((sample) => sample.measure === measure && isAsked(sample)))
    .map(({ read, truth }) => read - truth);

/** The share of the frames in which a measure was not seen in a view. */
export const unseenShare = (scores: readonly Score[], view: View, measure: MeasureName): number => {
  const counts = scores
    .filter(({ one }) => one.view === view)
    .flatMap(({ sight }) => {
      const count = sight.get(measure);
      return count ? [count] : [];
    });
  const [seen, unseen] = (['seen', 'unseen'] as const).map((key) => counts.reduce((sum, one) => sum + one[key], 0));
  return (unseen ?? 0) / Math.max(1, (seen ?? 0) + (unseen ?? 0));
};

/** The accuracy required of measures: in which view, and for which range of the truth. */
const asks: readonly {
  readonly what: string;
  readonly view: View;
  readonly measure: MeasureName;
  readonly mae: number;
  readonly unit: string;
  readonly isAsked?: (sample: Sample) => boolean;
}[] = [
  { what: 'shoulder flexion from the side', view: 'side', measure: 'shoulderFlexion', mae: 5, unit: 'degrees' },
  { what: 'head side bend from the front', view: 'front', measure: 'headSideBend', mae: 4, unit: 'degrees' },
  { what: 'trunk lean from the side', view: 'side', measure: 'trunkLean', mae: 4, unit: 'degrees' },
  { what: 'head over hips from the side', view: 'side', measure: 'headOverHips', mae: 4, unit: 'degrees' },
  {
    what: 'elbow gap while open',
    view: 'front',
    measure: 'elbowGap',
    mae: 0.2,
    unit: 'shoulder widths',
    isAsked: ({ truth }) => truth >= 1.8,
  },
];

/** The largest share that may be out of sight while measures are that good. */
const mostUnseen = 0.1;

const measureLines = (scores: readonly Score[], hardness: Hardness): readonly Line[] =>
  asks.map(({ what, view, measure, mae, unit, isAsked }) => {
    const errors = errorsOf(differencesOf(scores, view, measure, isAsked));
    const unseen = unseenShare(scores, view, measure);
    const from = `n ${errors.n} frames, bias ${fixed(errors.bias, 2)}, p95 ${fixed(errors.p95, 2)}, ${percent(unseen)} not seen`;
    const line = atMost(`Mean error of the ${what}`, mae, errors.mae, unit, from, hardness);
    return { ...line, isMet: line.isMet && unseen <= mostUnseen };
  });

/** Butterflies: elbows together and counted, or straight ahead and not counted. */
const toldApart = (scores: readonly Score[]): Share => {
  const butterflies = scores.filter(
    ({ one }) => one.shown.is !== 'fault' && one.exercise.views[one.view]?.ends[0]?.target.measure === 'elbowGap',
  );
  return shareOf(butterflies.filter(isExact).length, butterflies.length);
};

const faultLines = (scores: readonly Score[], hardness: Hardness): readonly Line[] => {
  const noticed = scores.flatMap((score) => score.noticed);
  const right = noticed.filter(({ isShown }) => isShown).length;
  const faulty = faultyOnes(scores);
  const recalled = faulty.filter(
    ({ one, noticed: found }) => one.shown.is === 'fault' && hasFound(found, one.shown.fault),
  );
  const delays = faulty.flatMap((score) =>
    score.noticed.flatMap(({ fault, delayMs }) =>
      score.one.shown.is === 'fault' && fault === score.one.shown.fault && delayMs !== undefined ? [delayMs] : [],
    ),
  );
  const corrections = correctOnes(scores).reduce((sum, { falseCues }) => sum + falseCues.length, 0);
  const minutes = correctOnes(scores).reduce((sum, { judgedMs }) => sum + judgedMs, 0) / 60_000;
  return [
    atLeast('Precision of faults', 0.95, shareOf(right, noticed.length), hardness),
    atLeast('Recall of faults', 0.95, shareOf(recalled.length, faulty.length), hardness),
    atMost(
      'Delay until a fault is noticed, median',
      1.2,
      quantileOf(delays, 0.5) / 1000,
      's',
      `n ${delays.length}`,
      hardness,
    ),
    atMost(
      'False corrections a minute',
      0.2,
      corrections / minutes,
      '',
      `${corrections} in ${fixed(minutes, 1)} minutes of correct movement`,
      hardness,
    ),
  ];
};

const hasFound = (noticed: Score['noticed'], fault: string): boolean => noticed.some((one) => one.fault === fault);

/** Every line that scored films can give. */
export const linesOf = (scores: readonly Score[], hardness: Hardness = 1): readonly Line[] => {
  const correct = correctOnes(scores);
  const held = heldErrors(scores).map((error) => Math.abs(error) / 1000);
  const unseen = meanOf(correct.map(({ unseenMs, judgedMs, isArmed }) => (isArmed ? unseenMs / judgedMs : 1)));
  const judged = judgedOnes(correct);
  const byTime = correct.length - judged.length;
  const holds = `n ${held.length} holds${byTime > 0 ? `; none of the ${byTime} sets told to go by time` : ''}`;
  return [
    atLeast(
      'Sets counted exactly',
      0.98,
      shareOf(correct.filter(isExact).length, correct.length),
      hardness,
      byTime > 0 ? `; ${byTime} of them told that only the time is kept` : '',
    ),
    // Always beside the line of all sets, so that it is not read as the whole.
    atLeast(
      'Sets counted exactly, without those told to go by time',
      0.98,
      shareOf(judged.filter(isExact).length, judged.length),
      hardness,
    ),
    atMost('Error of the held seconds, median', 0.15, quantileOf(held, 0.5), 's', holds, hardness),
    atMost('Error of the held seconds, 95th percentile', 0.4, quantileOf(held, 0.95), 's', holds, hardness),
    ...measureLines(scores, hardness),
    atMost('Time not judged', 10, 100 * unseen, '%', `n ${correct.length} sets`, hardness),
    atLeast('Elbows together distinguished from straight ahead', 0.95, toldApart(scores), hardness),
    ...faultLines(scores, hardness),
  ];
};

/** No false repetition in everyday movement. */
export const everydayLine = (scores: readonly EverydayScore[], minutes: number): Line => {
  const repetitions = scores.reduce((sum, one) => sum + one.repetitions, 0);
  const judged = scores.reduce((sum, one) => sum + one.minutes, 0);
  const isWhole = scores.length > 0 && scores.every((one) => one.isArmed && one.minutes > minutes - 2);
  return {
    what: `False repetitions in ${minutes} minutes of everyday movement`,
    asked: '0 in any exercise',
    measured: String(repetitions),
    from: `${scores.length} exercises and views, ${fixed(judged, 0)} minutes judged in all`,
    isMet: repetitions === 0 && isWhole,
  };
};
