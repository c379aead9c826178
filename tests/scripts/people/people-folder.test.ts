import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runPeople } from '../../../scripts/people/main.ts';
import { peopleIn } from '../../../scripts/people/people-folder.ts';
import { scoresOf } from '../../../scripts/people/runs.ts';
import { keptFile } from '../analyse/kept.ts';

/** A folder of recordings of the figure that cheers twice, with what people would have noted. */
const folderWith = (names: readonly string[], truth: object): string => {
  const folder = mkdtempSync(join(tmpdir(), 'limber-people-'));
  for (const name of names) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.truth.json`, JSON.stringify(truth));
    copyFileSync(keptFile('cheer-front-correct'), `${file}.json.gz`);
  }
  return folder;
};

/** The figure raises its arms once, which practice takes where there is one, and twice more after eight seconds. */
const threeCheers = {
  movement: 'cheer',
  person: 'f01',
  group: 'healthy',
  view: 'front',
  calmUntil: 4000,
  counts: { cheer: 3, 'head-tilt': 0, butterfly: null },
  repetitions: [
    [4500, 11_200],
    [18_500, 23_600],
    [26_000, 30_800],
  ],
};

describe('a folder of people', () => {
  const folder = folderWith(['set/f01', 'set/f02-correct', 'other/f03'], threeCheers);
  copyFileSync(keptFile('cheer-front-correct'), join(folder, 'set/f01.m.json.gz'));
  const names = (...wanted: Parameters<typeof peopleIn> extends [string, ...infer Rest] ? Rest : never) =>
    peopleIn(folder, ...wanted).map(({ name }) => name);

  it('has each recording with its feeds', () => {
    expect(names()).toEqual(['other/f03', 'set/f01', 'set/f02-correct']);
    expect(peopleIn(folder).map(({ feeds }) => feeds)).toEqual([['plain'], ['plain', 'm'], ['plain']]);
    expect(peopleIn(folder, { feed: 'm' }).map(({ feeds }) => feeds)).toEqual([[], ['m'], []]);
  });

  it('never yields a person of the other half, whose number is even or odd', () => {
    expect(names({ half: 'odd' })).toEqual(['other/f03', 'set/f01']);
    expect(names({ half: 'even' })).toEqual(['set/f02-correct']);
  });

  it('yields those whose path begins as asked', () => {
    expect(names({ only: 'set/' })).toEqual(['set/f01', 'set/f02-correct']);
  });

  it('complains where nothing of it is asked for', async () => {
    const options = { only: 'kimore', feed: undefined, half: 'all', json: undefined, isWriting: false } as const;
    await expect(runPeople(folder, options)).rejects.toThrow(/has nothing below "kimore"/);
  });

  it('complains about a truth that is none', () => {
    const broken = folderWith(['set/f01'], { movement: 'cheer' });
    expect(() => peopleIn(broken)).toThrow(/f01\.truth\.json does not describe a recording/);
  });
});

describe('a recording of the figure that raises its arms', () => {
  const [figure] = peopleIn(folderWith(['set/f01'], threeCheers));
  if (!figure) throw new Error('The folder has no recording.');

  it('is run by each exercise that its truth names as one of it, or as something else', async () => {
    const scores = await scoresOf(figure, 'plain', { ways: ['norm'] });
    expect(scores).toMatchObject([
      { is: 'set', exercise: 'cheer', way: 'norm', asked: 3 },
      { is: 'negative', exercise: 'head-tilt', isArmed: true, motions: [{ wrongAt: [], attempts: {} }] },
    ]);
  });

  it('is asked for without the repetition that practice takes, and whole by the range that is kept from it', async () => {
    const scores = await scoresOf(figure, 'plain', { exercises: ['cheer'], ways: ['practice', 'kept'] });
    expect(scores).toMatchObject([
      { way: 'practice', asked: 2, counted: 2, isExact: true },
      { way: 'kept', asked: 3 },
    ]);
  });
});
