import * as v from 'valibot';
import { expect, it } from 'vitest';
import { painAdvice, painSchema } from '../../../src/session/planning/pain.ts';

it.each([
  [undefined, 'fine'],
  [0, 'fine'],
  [3, 'fine'],
  [4, 'ease'],
  [5, 'ease'],
  [6, 'stop'],
  [10, 'stop'],
] as const)('pain of %s is %s', (value, advice) => {
  expect(painAdvice(value)).toBe(advice);
});

it('is a whole number of 0 to 10, or no answer', () => {
  const reads = (value?: number): boolean => v.is(painSchema, { exercise: 'cheer', moment: 'after', value });
  expect([undefined, 0, 10].map(reads)).toEqual([true, true, true]);
  expect([-1, 11, 2.5].map(reads)).toEqual([false, false, false]);
});
