import { fixed } from '../accuracy/tables.ts';
import {
  feedNames,
  groupsOf,
  halfNames,
  halfOrder,
  having,
  hits,
  medianSeconds,
  perMinute,
  tableOf,
  unknown,
} from './cells.ts';
import { correctionsOf, isCorrect } from './correction-table.ts';
import { feeds, type Feed, type Half } from './people-folder.ts';
import type { NegativeScore } from './negative-score.ts';
import type { Score } from './runs.ts';
import type { SetScore } from './set-score.ts';
import type { HalfOfStills } from './stills-report.ts';
import type { Hits, StillScores } from './stills.ts';
import { isOfBothArms } from './set-tables.ts';
import { sumOf } from './tally.ts';

/* What Limber asks of itself on people, with what was measured. */

/** The scores of one feed and some people. */
interface Measured {
  readonly sets: readonly SetScore[];
  readonly negatives: readonly NegativeScore[];
  /** What MoveNet saw; none of the plain feed. */
  readonly stills: readonly StillScores[];
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

const still = (what: string, asked: string, hitsIn: (scores: StillScores) => Hits): Goal => ({
  what: `stills: ${what}`,
  asked,
  measure: ({ stills }) => {
    const found = stills.map(hitsIn);
    return hits(sumOf(found.map((one) => one.hits)), sumOf(found.map(({ of }) => of)));
  },
});

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
      return minutes > 0
        ? `${sumOf(motions.map(({ wrongAt }) => wrongAt.length))} in ${fixed(minutes, 0)} min`
        : unknown;
    },
  },
  {
    what: 'false corrections a minute, less tempo',
    asked: 'at most 0.20',
    measure: ({ sets }) => {
      const { count, minutes } = correctionsOf(
        sets.filter((score) => isCorrect(score) && score.exercise !== 'arm-raise'),
      );
      return minutes > 0 ? `${perMinute(count, minutes)} in ${fixed(minutes, 0)} min` : unknown;
    },
  },
  still('left shoulder raised in a tilt: told', 'at least 80 %', ({ raised }) => raised.left),
  still('right shoulder raised in a tilt: told', 'at least 80 %', ({ raised }) => raised.right),
  still('shoulder told in the centre and whole tilts', 'at most 1 of 187', ({ falseShoulder }) => falseShoulder),
  still('whole tilts that reach the target', 'all', ({ whole }) => whole),
];

type Group = readonly [title: string, half: Half];

/** Held-out people first, and everybody together only where there are both. */
const groupsIn = (scores: readonly Score[], stills: readonly HalfOfStills[]): readonly Group[] => {
  const there = halfOrder.filter((half) => [...stills, ...scores].some((one) => one.half === half));
  const named = there.map((half): Group => [halfNames[half].toLowerCase(), half]);
  return named.length > 1 ? [...named, ['all', 'all']] : named;
};

/** What Limber asks of itself on people, and what was measured, for each group and feed. */
export const goalTable = (scores: readonly Score[], stills: readonly HalfOfStills[]): string => {
  const columns = groupsIn(scores, stills).flatMap(([title, half]) =>
    feeds.map((feed): readonly [string, Measured] => [
      `${title}, ${feedNames[feed]}`,
      measuredIn(scores, stills, half, feed),
    ]),
  );
  const rows = goals.map(({ what, asked, measure }) => ({
    what,
    asked,
    cells: columns.map(([, one]) => measure(one)),
  }));
  return tableOf(
    ['', 'asked', ...columns.map(([title]) => title)],
    rows
      .filter(({ cells }) => cells.some((cell) => cell !== unknown))
      .map(({ what, asked, cells }) => [what, asked, ...cells]),
  );
};

const measuredIn = (scores: readonly Score[], stills: readonly HalfOfStills[], half: Half, feed: Feed): Measured => {
  const isOfHalf = (one: { readonly half: Half }): boolean => half === 'all' || one.half === half;
  const own = scores.filter((score) => score.feed === feed && isOfHalf(score));
  return {
    sets: own.filter((score) => score.is === 'set'),
    negatives: own.filter((score) => score.is === 'negative'),
    stills: feed === 'm' ? stills.filter(isOfHalf).map((one) => one.scores) : [],
  };
};
