import { fixed, table } from '../accuracy/tables.ts';
import { feedNames, groupsOf, having, hits, medianSeconds, perMinute } from './cells.ts';
import { correctionsOf, isCorrect } from './correction-table.ts';
import { feeds, type Feed, type Person } from './people-folder.ts';
import type { NegativeScore } from './negative-score.ts';
import type { Score } from './runs.ts';
import type { SetScore } from './set-score.ts';
import { isOfBothArms } from './set-tables.ts';
import { sumOf } from './tally.ts';

/* What Limber asks of itself on people, with what was measured. */

/** The scores of one feed and some people. */
interface Measured {
  readonly sets: readonly SetScore[];
  readonly negatives: readonly NegativeScore[];
}

interface Goal {
  readonly what: string;
  readonly asked: string;
  readonly measure: (measured: Measured) => string;
}

const isExact = (score: SetScore): boolean => score.isExact;

const isArmed = ({ armedAfter }: SetScore): boolean => armedAfter !== undefined;

/** The sets of each person. */
const peopleOf = (scores: readonly SetScore[]): readonly (readonly SetScore[])[] =>
  groupsOf(scores, ({ name }) => name);

const exact = (exercise: string, way: SetScore['way'], inWays: string, asked: string): Goal => ({
  what: `sets exact, ${exercise}, ${inWays}`,
  asked,
  measure: ({ sets }) =>
    having(
      sets.filter((score) => score.exercise === exercise && score.way === way),
      isExact,
    ),
});

const raises = ({ sets }: Measured, way: SetScore['way']): readonly SetScore[] =>
  sets.filter((score) => isOfBothArms(score) && score.way === way);

const oneArm = ({ sets }: Measured, done: SetScore['done']): readonly SetScore[] =>
  sets.filter((score) => score.done === done && score.way === 'norm');

/** By how many points the share of exact sets of patients is below that of healthy people. */
const behind = (scores: readonly SetScore[]): string => {
  const [healthy, patients] = (['healthy', 'patient'] as const).map((group) => {
    const own = scores.filter((score) => score.group === group);
    return own.filter(isExact).length / own.length;
  });
  const points = 100 * ((healthy ?? Number.NaN) - (patients ?? Number.NaN));
  return fixed(points, 0);
};

const goals: readonly Goal[] = [
  {
    what: 'people for whom judging was never armed',
    asked: 'none',
    measure: (measured) => having(peopleOf(raises(measured, 'norm')), (sets) => !sets.every(isArmed)),
  },
  {
    what: 'armed after (median)',
    asked: 'at most 8 s',
    measure: (measured) => medianSeconds(raises(measured, 'norm').flatMap(({ armedAfter }) => armedAfter ?? [])),
  },
  {
    what: 'people who are judged in films without rest',
    asked: 'at least 90 %',
    measure: (measured) => having(peopleOf(raises(measured, 'film')), (sets) => sets.every(isArmed)),
  },
  ...['cheer', 'arm-raise'].flatMap((exercise) => [
    exact(exercise, 'norm', 'by the norm', '37 of 40; 36 as MoveNet'),
    exact(exercise, 'practice', 'by the own range, practised', '38 of 40; 37 as MoveNet'),
    exact(exercise, 'kept', 'by the own range, kept', '38 of 40; 37 as MoveNet'),
  ]),
  ...['cheer', 'arm-raise'].map((exercise): Goal => ({
    what: `sets segmented, ${exercise}`,
    asked: '39 of 40',
    measure: ({ sets }) =>
      having(
        sets.filter((score) => score.exercise === exercise && score.way === 'norm'),
        ({ isSegmented }) => isSegmented,
      ),
  })),
  {
    what: 'patients behind healthy people, points',
    asked: 'at most 3',
    measure: (measured) => behind(raises(measured, 'norm')),
  },
  {
    what: 'one arm, correct: repetitions counted',
    asked: 'all',
    measure: (measured) => {
      const scores = oneArm(measured, 'correctly');
      return hits(sumOf(scores.map(({ counted }) => counted)), sumOf(scores.map(({ asked }) => asked)));
    },
  },
  {
    what: 'one arm, incorrect: movements answered',
    asked: 'all',
    measure: (measured) => {
      const scores = oneArm(measured, 'incorrectly');
      return hits(sumOf(scores.map(({ answered }) => answered)), sumOf(scores.map(({ raised }) => raised)));
    },
  },
  {
    what: 'wrong repetitions',
    asked: 'none',
    measure: ({ negatives }) => {
      const motions = negatives.flatMap((score) => score.motions);
      const minutes = sumOf(motions.map((motion) => motion.minutes));
      return minutes > 0 ? `${sumOf(motions.map(({ wrongAt }) => wrongAt.length))} in ${fixed(minutes, 0)} min` : '–';
    },
  },
  {
    what: 'false corrections a minute, less tempo',
    asked: 'at most 0.20',
    measure: ({ sets }) => {
      const { count, minutes } = correctionsOf(
        sets.filter((score) => isCorrect(score) && score.exercise !== 'arm-raise'),
      );
      return minutes > 0 ? `${perMinute(count, minutes)} in ${fixed(minutes, 0)} min` : '–';
    },
  },
];

type Group = readonly [title: string, halves: readonly Person['half'][]];

/** Held-out people first, and everybody together only where there are both. */
const groupsIn = (scores: readonly Score[]): readonly Group[] => {
  const named: readonly Group[] = [
    ['held out', ['even']],
    ['tuning', ['odd']],
  ];
  const there = named.filter(([, halves]) => scores.some(({ half }) => halves.includes(half)));
  return there.length > 1 ? [...there, ['all', ['even', 'odd']]] : there;
};

/** What Limber asks of itself on people, and what was measured, for each group and feed. */
export const goalTable = (scores: readonly Score[]): string => {
  const columns = groupsIn(scores).flatMap(([title, halves]) =>
    feeds
      .filter((feed) => scores.some((score) => score.feed === feed))
      .map((feed): readonly [string, Measured] => [`${title}, ${feedNames[feed]}`, measuredIn(scores, halves, feed)]),
  );
  return table(
    ['', 'asked', ...columns.map(([title]) => title)],
    goals.map(({ what, asked, measure }) => [what, asked, ...columns.map(([, measured]) => measure(measured))]),
  );
};

const measuredIn = (scores: readonly Score[], halves: readonly Person['half'][], feed: Feed): Measured => {
  const own = scores.filter((score) => score.feed === feed && halves.includes(score.half));
  return {
    sets: own.filter((score) => score.is === 'set'),
    negatives: own.filter((score) => score.is === 'negative'),
  };
};
