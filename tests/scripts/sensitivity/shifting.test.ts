import { beforeAll, describe, expect, it } from 'vitest';
import { allConstants, constantsIn, type Constant } from '../../../scripts/sensitivity/constants.ts';
import { corpus, isTriedOn } from '../../../scripts/sensitivity/corpus.ts';
import type { Item } from '../../../scripts/sensitivity/judging.ts';
import { buildJudging, withLookUps, type Load } from '../../../scripts/sensitivity/shifting.ts';
import { tryConstants, verdictsAsTheyAre } from '../../../scripts/sensitivity/trial.ts';

const constantNamed = (wanted: string): Constant => {
  const found = allConstants().find(({ name }) => name === wanted);
  if (!found) throw new Error(`There is no constant ${wanted}.`);
  return found;
};

const items = corpus(undefined);

it('a text asks for its constants by name, and is otherwise the same', () => {
  const text = 'const far = 12;\nexport const half = 1 / 2; // 3\n';
  expect(withLookUps(text, constantsIn('src/engine/a/b.ts', text))).toBe(
    'const far = shiftedNumber("a/b.far", 12);\nexport const half = shiftedNumber("a/b.half", 0.5); // 3\n',
  );
});

describe('a constant that is shifted', () => {
  let load: Load;
  const some = items.filter(({ name }) => name === 'cheer-side-short' || name === 'butterfly-front-correct');

  beforeAll(async () => {
    ({ load } = await buildJudging());
  });

  const trying = () => ({ load, asTheyAre: verdictsAsTheyAre(load), items: some });
  const turnedBy = async (...names: readonly string[]) =>
    (await tryConstants(trying(), names.map(constantNamed))).map(({ shifts }) =>
      shifts.map(({ turned }) => turned.map(({ item }) => item)),
    );

  it('turns the verdict that it decides: a lift below the floor counts where the floor is lower', async () => {
    const [short] = items.filter(({ name }) => name === 'cheer-front-short');
    const counted = async (floor: number) =>
      (await load(new Map([['cheer.front.up.target.floor', floor]])).verdictsOf(short as Item)).count;
    expect([await counted(120), await counted(60)]).toEqual(['0', '1']);
    expect((await load().verdictsOf(short as Item)).count).toBe('0');
  });

  it('is found among others by what it turns a fifth lower or higher, and the others turn nothing', async () => {
    // A lift that comes up to some 115 degrees counts from a floor of 96 on, not from 120 nor from 144.
    const [floor, dwell, elbows] = await turnedBy(
      'cheer.side.up.target.floor',
      'cheer.side.bent-elbow.dwell',
      'butterfly.front.elbows-low.dwell',
    );
    expect(floor).toEqual([['cheer-side-short'], []]);
    expect([dwell, elbows]).toEqual([
      [[], []],
      [[], []],
    ]);
  });

  it('is reported as refused where the schema of exercises refuses it', async () => {
    const share = constantNamed('butterfly.front.together.target.own.share');
    const [trial] = await tryConstants(trying(), [share]);
    expect(trial?.shifts.map(({ refused }) => refused !== undefined)).toEqual([false, true]);
    expect(trial?.triedOn).toEqual({ people: 0, recordings: 2, performances: 0 });
  });
});

describe('what a constant is tried on', () => {
  const triedOn = (name: string): readonly Item[] => {
    const constant = constantNamed(name);
    return items.filter((item) => isTriedOn(constant, item));
  };

  it('is what trains its exercise in its view', () => {
    const own = triedOn('cheer.side.leans-back.trunkLean');
    expect(own.length).toBeGreaterThan(5);
    expect(own.every(({ name }) => name.startsWith('cheer-side'))).toBe(true);
  });

  it('is, for one of the engine, a few films of each exercise', () => {
    const few = triedOn('rules/rulebook.openingShare');
    expect(few.length).toBeLessThan(items.length / 2);
    expect(new Set(few.map((item) => (item.is === 'people' ? '' : item.exercise))).size).toBe(6);
  });
});
