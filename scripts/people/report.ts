import { quantileOf, shareOf } from '../accuracy/statistics.ts';
import { fixed, table } from '../accuracy/tables.ts';
import { ways, type Way } from './judged.ts';
import type { NegativeScore, Score, SetScore } from './score.ts';
import { tallied, totalOf, type Tally } from './spoken.ts';

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** Groups in the order of their first members. */
const groupsOf = <T>(things: readonly T[], keyOf: (thing: T) => string): readonly (readonly T[])[] => {
  const keys = unique(things.map(keyOf));
  return keys.map((key) => things.filter((thing) => keyOf(thing) === key));
};

const halfNames = { even: 'held out', odd: 'tuning' } as const;
const wayNames: Readonly<Record<Way, string>> = {
  norm: 'norm',
  practice: 'own range, practised here',
  kept: 'own range, kept',
  film: 'film without rest',
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** A share as hits of cases, with its 95 % interval in percent. */
const hitsOf = (hits: number, of: number): string => {
  const { low, high } = shareOf(hits, of);
  return of === 0 ? '–' : `${hits}/${of} (${Math.round(100 * low)}-${Math.round(100 * high)})`;
};

const briefly = (hits: number, of: number): string => (of === 0 ? '–' : `${hits}/${of}`);

const inWords = (tally: Tally): string =>
  Object.entries(tally)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'none';

const exactIn = (scores: readonly SetScore[]): number => scores.filter(({ isExact }) => isExact).length;

const armedIn = (scores: readonly SetScore[]): readonly number[] =>
  scores.flatMap(({ armedAfter }) => (armedAfter === undefined ? [] : [armedAfter]));

const setHead = [
  'exercise',
  'judged by',
  'feed',
  'people',
  'exact (95 %)',
  'healthy',
  'patients',
  'segmented',
  'repetitions',
  'full',
  'too many',
  'never armed',
  'armed after',
  'attempts',
  'unanswered',
];

const setRow = (scores: readonly SetScore[]): readonly string[] => {
  const [first] = scores;
  if (!first) return [];
  const of = (group: SetScore['group']): string => {
    const own = scores.filter((score) => score.group === group);
    return briefly(exactIn(own), own.length);
  };
  const armed = armedIn(scores);
  const graded = scores.filter(({ full }) => full !== undefined);
  const count = (key: 'counted' | 'asked' | 'unanswered'): number => sum(scores.map((score) => score[key]));
  return [
    first.exercise,
    wayNames[first.way],
    first.feed,
    halfNames[first.half],
    hitsOf(exactIn(scores), scores.length),
    of('healthy'),
    of('patient'),
    briefly(scores.filter(({ isSegmented }) => isSegmented).length, scores.length),
    briefly(count('counted'), count('asked')),
    graded.length > 0 ? `${sum(graded.map(({ full = 0 }) => full))}` : '–',
    `${scores.filter(({ counted, asked, isExact }) => counted > asked && !isExact).length}`,
    `${scores.length - armed.length}`,
    armed.length > 0 ? `${fixed(quantileOf(armed, 0.5) / 1000, 1)} s` : '–',
    inWords(tallied(scores.map(({ attempts }) => attempts))),
    `${count('unanswered')}`,
  ];
};

const byHalf = <T extends Score>(one: T, other: T): number => one.half.localeCompare(other.half);

const wayKey = ({ half, exercise, way, feed }: SetScore): string => [half, exercise, way, feed].join();

const setLines = (scores: readonly SetScore[]): string =>
  table(
    setHead,
    groupsOf(
      scores.toSorted((one, other) => byHalf(one, other) || ways.indexOf(one.way) - ways.indexOf(other.way)),
      wayKey,
    ).map(setRow),
  );

const negativeHead = [
  'exercise',
  'movement',
  'feed',
  'people',
  'recordings',
  'motions',
  'not judged',
  'minutes',
  'never armed',
  'wrong',
  'attempts',
  'a minute',
  'cues',
  'a minute',
  'hints',
];

const perMinute = (count: number, minutes: number): string => (minutes > 0 ? fixed(count / minutes, 2) : '–');

const negativeRow = (scores: readonly NegativeScore[]): readonly string[] => {
  const [first] = scores;
  if (!first) return [];
  const minutes = sum(scores.map(({ judgedMinutes }) => judgedMinutes));
  const attempts = sum(scores.map((score) => totalOf(score.attempts)));
  const cues = sum(scores.map(({ feedback }) => totalOf(feedback.cues) + totalOf(feedback.tempo)));
  return [
    first.exercise,
    setOf(first),
    first.feed,
    halfNames[first.half],
    `${scores.length}`,
    `${sum(scores.map(({ motions }) => motions))}`,
    `${sum(scores.map(({ notJudged }) => notJudged))}`,
    fixed(minutes, 1),
    `${scores.filter(({ armedAt }) => armedAt === undefined).length}`,
    `${sum(scores.map(({ wrong }) => wrong.length))}`,
    `${attempts}`,
    perMinute(attempts, minutes),
    `${cues}`,
    perMinute(cues, minutes),
    `${sum(scores.map(({ feedback }) => totalOf(feedback.hints)))}`,
  ];
};

/** The folder of a recording, with the many small ones of one data set together. */
const setOf = ({ set }: Score): string => (set.split('/')[0] === 'uiprmd' ? 'uiprmd' : set);

const negativeLines = (scores: readonly NegativeScore[]): string =>
  table(
    negativeHead,
    groupsOf(
      scores.toSorted((one, other) => byHalf(one, other) || one.exercise.localeCompare(other.exercise)),
      (score) => [score.half, score.exercise, setOf(score), score.feed].join(),
    ).map(negativeRow),
  );

const wrongLines = (scores: readonly NegativeScore[]): string => {
  const lines = scores.flatMap(({ name, feed, exercise, wrong }) =>
    wrong.map(({ at, motion }) => `- ${exercise}, ${name} (${feed}), ${fixed(at / 1000, 1)} s: ${motion}`),
  );
  return lines.length > 0 ? lines.join('\n') : 'No wrong repetition.';
};

/** The tables of the scores: held-out people first. */
export const reportOf = (scores: readonly Score[]): string => {
  const sets = scores.filter((score): score is SetScore => score.is === 'set');
  const raises = sets.filter(({ done, way }) => done === undefined && way !== 'film');
  const films = sets.filter(({ done, way }) => done === undefined && way === 'film');
  const negatives = scores.filter((score): score is NegativeScore => score.is === 'negative');
  return [
    ['Sets of the exercise', setLines(raises)],
    ['The same as films, without the seconds of rest', setLines(films)],
    ['One arm', setLines(sets.filter(({ done }) => done !== undefined))],
    ['Movement that is not the exercise', `${negativeLines(negatives)}\n\n${wrongLines(negatives)}`],
  ]
    .map(([title, text]) => `## ${title}\n\n${text}`)
    .join('\n\n');
};
