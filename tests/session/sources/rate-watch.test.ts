import { expect, it } from 'vitest';
import { RateWatch } from '../../../src/session/sources/rate-watch.ts';

const watchFor = (frames: number, each: number): boolean => {
  const watch = new RateWatch();
  return Array.from({ length: frames }, () => watch.isTooSlow(each)).includes(true);
};

it('finds five frames a second too slow, but only after the first stretch', () => {
  expect(watchFor(10, 200)).toBe(false);
  expect(watchFor(25, 200)).toBe(true);
});

it('finds ten frames a second fast enough', () => {
  expect(watchFor(200, 100)).toBe(false);
});
