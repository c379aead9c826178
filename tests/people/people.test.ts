import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { benchExercise, judge, type Way } from '../../scripts/people/judged.ts';
import { feeds, noFolder, peopleFolder, peopleIn, type Feed } from '../../scripts/people/people-folder.ts';
import { scoresOf, type Score } from '../../scripts/people/runs.ts';

/*
 * A small part of `npm run bench:people`: people with odd numbers only, who may be used for tuning. The floors are what
 * was reached; raise one when more is.
 */

interface Floor {
  readonly exercise: string;
  readonly way: Way;
  /** The least shares of the sets that are exact, and segmented. */
  readonly exact: number;
  readonly segmented: number;
}

/** What was reached by 17 people. */
const floors: Readonly<Record<Feed, readonly Floor[]>> = {
  plain: [
    { exercise: 'cheer', way: 'norm', exact: 9 / 17, segmented: 16 / 17 },
    { exercise: 'arm-raise', way: 'norm', exact: 15 / 17, segmented: 16 / 17 },
    { exercise: 'arm-raise', way: 'practice', exact: 16 / 17, segmented: 16 / 17 },
  ],
  m: [
    { exercise: 'cheer', way: 'norm', exact: 5 / 17, segmented: 14 / 17 },
    { exercise: 'arm-raise', way: 'norm', exact: 9 / 17, segmented: 14 / 17 },
    { exercise: 'arm-raise', way: 'practice', exact: 16 / 17, segmented: 16 / 17 },
  ],
};

/** The largest share of people for whom judging never begins. */
const mostUnarmed = 1 / 17;

/** The most wrong repetitions in some movement that is not the exercise. */
const mostWrong = [
  { set: 'kimore/es4', person: 'k0', wrong: 0 },
  // An arm raise in "make the letter t".
  { set: 'kindergator', person: 'g01', wrong: 1 },
] as const;

/** The least elevation of an arm that counts as a cheer, degrees. */
const floorOfCheer = 120;

const folder = peopleFolder();
if (folder === undefined) console.log(`People are not judged. ${noFolder}`);

const isMissing = (set: string): boolean => folder === undefined || !existsSync(join(folder, set));

const judged = async (only: string, feed: Feed, exercises: readonly string[], way: Way = 'norm') => {
  const scores: Score[] = [];
  for (const person of peopleIn(folder ?? '', { only, half: 'odd', feed }))
    if (person.feeds.includes(feed)) scores.push(...(await scoresOf(person, feed, { exercises, ways: [way] })));
  return {
    sets: scores.filter((score) => score.is === 'set'),
    negatives: scores.filter((score) => score.is === 'negative'),
  };
};

const shareOf = <T>(things: readonly T[], has: (thing: T) => boolean): number =>
  things.filter(has).length / things.length;

describe.skipIf(isMissing('kimore/es1')).each(feeds)('people who lift both arms, in the feed %s,', (feed) => {
  let sets: Awaited<ReturnType<typeof judged>>['sets'] = [];
  beforeAll(async () => {
    const byNorm = await judged('kimore/es1', feed, ['cheer', 'arm-raise']);
    const byOwnRange = await judged('kimore/es1', feed, ['arm-raise'], 'practice');
    sets = [...byNorm.sets, ...byOwnRange.sets];
  }, 300_000);

  it.each(floors[feed])('are counted as people counted: $exercise, $way', ({ exercise, way, exact, segmented }) => {
    const own = sets.filter((score) => score.exercise === exercise && score.way === way);
    expect(shareOf(own, ({ isExact }) => isExact)).toBeGreaterThanOrEqual(exact);
    expect(shareOf(own, ({ isSegmented }) => isSegmented)).toBeGreaterThanOrEqual(segmented);
  });

  it('are never counted more often than they lifted them', () => {
    const over = sets.filter(({ isExact, counted, asked }) => !isExact && counted > asked);
    expect(over.map(({ name, exercise, way }) => [name, exercise, way])).toEqual([]);
  });

  it('are judged', () => {
    for (const exercise of ['cheer', 'arm-raise']) {
      const own = sets.filter((score) => score.exercise === exercise && score.way === 'norm');
      expect(shareOf(own, ({ armedAfter }) => armedAfter === undefined)).toBeLessThanOrEqual(mostUnarmed);
    }
  });
});

it.skipIf(isMissing('uiprmd/m07')).each(feeds)(
  'people who raise one arm correctly have every repetition counted, in the feed %s',
  async (feed) => {
    const { sets } = await judged('uiprmd/m07', feed, ['one-arm-raise']);
    const correct = sets.filter(({ done }) => done === 'correctly');
    expect(correct.length).toBeGreaterThan(0);
    expect(correct.map(({ counted }) => counted)).toEqual(correct.map(({ asked }) => asked));
  },
  120_000,
);

it.skipIf(isMissing('uiprmd/m07')).each(feeds)(
  'people who raise one arm do a cheer where this arm is chosen, and none with both arms or the other one, in the feed %s',
  async (feed) => {
    const people = peopleIn(folder ?? '', { only: 'uiprmd/m07', half: 'odd', feed });
    const correct = people.filter(({ truth }) => truth.done === 'correctly');
    expect(correct.length).toBeGreaterThan(0);
    for (const { name, truth, read } of correct) {
      const { side, armUpTo } = truth;
      if (!side || !Array.isArray(armUpTo)) throw new Error(`${name} does not note which arm came up how far.`);
      const recording = read(feed);
      const counted = async (arm: 'left' | 'right' | 'both'): Promise<number> => {
        const { events } = await judge(name, recording, benchExercise('cheer'), 'front', { arm });
        return events.filter(({ type }) => type === 'rep-completed').length;
      };
      const other = side === 'left' ? 'right' : 'left';
      expect([name, await counted(side), await counted('both'), await counted(other)]).toEqual([
        name,
        armUpTo.filter((degrees) => degrees >= floorOfCheer).length,
        0,
        0,
      ]);
    }
  },
  120_000,
);

describe.each(mostWrong)('people who move otherwise, in $set', ({ set, person, wrong }) => {
  it.skipIf(isMissing(set))('are not counted', { timeout: 120_000 }, async () => {
    const { negatives } = await judged(`${set}/${person}`, 'm', ['cheer', 'arm-raise']);
    expect(negatives.length).toBeGreaterThan(0);
    const counted = negatives.flatMap(({ name, exercise, motions }) =>
      motions.flatMap(({ motion, wrongAt }) => wrongAt.map((at) => ({ name, exercise, motion, at }))),
    );
    expect(counted.slice(wrong)).toEqual([]);
  });
});
