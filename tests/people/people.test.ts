import { beforeAll, describe, expect, it } from 'vitest';
import type { Way } from '../../scripts/people/judged.ts';
import { feeds, noFolder, peopleFolder, peopleIn, type Feed } from '../../scripts/people/people-folder.ts';
import { scoresOf, type Score } from '../../scripts/people/runs.ts';

/*
 * A small part of `npm run bench:people`: people with odd numbers only, who may be used for tuning. The floors are what
 * was reached; raise one when more is.
 */

/** The least number of sets that are exact and segmented, of 17 people, for each feed. */
const floors: Readonly<Record<Feed, readonly Floor[]>> = {
  plain: [
    { exercise: 'cheer', way: 'norm', exact: 9, segmented: 16 },
    { exercise: 'arm-raise', way: 'norm', exact: 15, segmented: 16 },
    { exercise: 'arm-raise', way: 'practice', exact: 16, segmented: 16 },
  ],
  m: [
    { exercise: 'cheer', way: 'norm', exact: 5, segmented: 14 },
    { exercise: 'arm-raise', way: 'norm', exact: 9, segmented: 14 },
    { exercise: 'arm-raise', way: 'practice', exact: 16, segmented: 16 },
  ],
};

interface Floor {
  readonly exercise: string;
  readonly way: Way;
  readonly exact: number;
  readonly segmented: number;
}

/** The most people of 17 for whom judging never begins. */
const mostUnarmed: Readonly<Record<Feed, number>> = { plain: 1, m: 1 };

const folder = peopleFolder();
if (folder === undefined) console.log(`People are not judged. ${noFolder}`);

const judged = async (only: string, feed: Feed, exercises: readonly string[], ways: readonly Way[] = ['norm']) => {
  const people = peopleIn(folder ?? '', { only, half: 'odd', feed });
  const scores: Score[] = [];
  for (const person of people)
    if (person.feeds.includes(feed)) scores.push(...(await scoresOf(person, feed, { exercises, ways })));
  return {
    sets: scores.filter((score) => score.is === 'set'),
    negatives: scores.filter((score) => score.is === 'negative'),
  };
};

describe.skipIf(folder === undefined)('people who lift both arms', () => {
  describe.each(feeds)('in the feed %s', (feed) => {
    let sets: Awaited<ReturnType<typeof judged>>['sets'] = [];
    beforeAll(async () => {
      ({ sets } = await judged('kimore/es1', feed, ['cheer', 'arm-raise'], ['norm', 'practice']));
    }, 120_000);

    it.each(floors[feed])('count as people counted them: $exercise, $way', ({ exercise, way, exact, segmented }) => {
      const own = sets.filter((score) => score.exercise === exercise && score.way === way);
      expect(own).toHaveLength(17);
      expect(own.filter(({ isExact }) => isExact).length).toBeGreaterThanOrEqual(exact);
      expect(own.filter(({ isSegmented }) => isSegmented).length).toBeGreaterThanOrEqual(segmented);
    });

    it('are never counted more often than they lifted them', () => {
      const over = sets.filter(({ isExact, counted, asked }) => !isExact && counted > asked);
      expect(over.map(({ name, exercise, way }) => [name, exercise, way])).toEqual([]);
    });

    it('are judged', () => {
      const unarmed = sets.filter(({ way, armedAfter }) => way === 'norm' && armedAfter === undefined);
      expect(new Set(unarmed.map(({ name }) => name)).size).toBeLessThanOrEqual(mostUnarmed[feed]);
    });
  });
});

describe.skipIf(folder === undefined)('people who raise one arm correctly', () => {
  it.each(feeds)('have every repetition counted in the feed %s', async (feed) => {
    const { sets } = await judged('uiprmd/m07', feed, ['one-arm-raise']);
    const correct = sets.filter(({ done }) => done === 'correctly');
    expect(correct.map(({ counted }) => counted)).toEqual([10, 10, 10, 10, 10]);
  });
});

describe.skipIf(folder === undefined)('people who turn and tilt with raised arms, or move freely', () => {
  it.each(['kimore/es4/k0', 'kindergator/g01'])('are not counted in %s', async (only) => {
    const { negatives } = await judged(only, 'm', ['cheer', 'arm-raise']);
    expect(negatives.length).toBeGreaterThan(0);
    expect(negatives.filter(({ motions }) => motions.some(({ wrongAt }) => wrongAt.length > 0))).toEqual([]);
  });
});
