import { expect, it } from 'vitest';
import { en } from '../../src/texts/en/en.ts';
import { exerciseTextsOf } from '../../src/texts/exercise-texts-of.ts';
import { nameOfRoutine } from '../../src/ui/words/routine-in-words.ts';

it.each(['constructor', 'to-string', 'valueof'])('an exercise from a file may be called %s', (id) => {
  const words = exerciseTextsOf(en, id);
  expect(words.name.toLowerCase()).toBe(id.replace('-', ' '));
  expect(words.cannotSee).toEqual([]);
  expect(nameOfRoutine({ id }, en)).toBe(en.routine.unnamed);
});
