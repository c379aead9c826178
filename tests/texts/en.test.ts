import { describe, expect, it } from 'vitest';
import { cueIds } from '../../src/engine/exercise/cues.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { en } from '../../src/texts/en/en.ts';
import { exerciseTextsOf } from '../../src/texts/exercise-texts-of.ts';

const wordsIn = (text: string): number => text.split(/\s+/).length;

/** Every string in a record, at any depth. */
const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value ? Object.values(value).flatMap(stringsIn) : [];
};

describe('the English texts', () => {
  it.each(exercises.map(({ id }) => id))('contain everything about %s', (id) => {
    const record = en.exercises[id];
    expect(record, `src/texts/en/exercises/${id}.ts`).toBeDefined();
    expect(stringsIn(record).every((text) => text.trim() === text && text.length > 0)).toBe(true);
    for (const list of [record?.setUp, record?.movement, record?.notFor, record?.cannotSee]) {
      expect(list?.length).toBeGreaterThan(0);
    }
  });

  it.each(exercises)('contain what each further view of $id cannot see', ({ id, view, views }) => {
    const further = Object.keys(views).filter((one) => one !== view);
    expect(Object.keys(en.exercises[id]?.cannotSeeFrom ?? {})).toEqual(expect.arrayContaining(further));
  });

  it.each(exercises)('name the ends of $id where there are two', ({ id, views }) => {
    const ends = Object.values(views).flatMap((rules) => (rules?.ends.length === 2 ? rules.ends : []));
    expect(Object.keys(en.exercises[id]?.ends ?? {})).toEqual(expect.arrayContaining(ends.map(({ name }) => name)));
  });

  it('contain nothing about an exercise that does not exist', () => {
    expect(Object.keys(en.exercises).toSorted()).toEqual(exercises.map(({ id }) => id).toSorted());
  });

  it.each([...cueIds.map((id) => en.cues[id]), ...Object.values(en.hints)])('"%s" has at most seven words', (words) => {
    expect(wordsIn(words)).toBeLessThanOrEqual(7);
  });

  it.each(exercises.map(({ id }) => id))('prompt %s in at most five words', (id) => {
    for (const prompt of Object.values(exerciseTextsOf(en, id).prompts)) expect(wordsIn(prompt)).toBeLessThanOrEqual(5);
  });

  it('make no medical claim', () => {
    expect(stringsIn(en).join(' ')).not.toMatch(/\b(cure|heal|therapy|treats|diagnosis|spasm-free)\b/i);
  });

  it('name an exercise from a file by its id', () => {
    expect(exerciseTextsOf(en, 'wall-angel').name).toBe('Wall angel');
  });
});
