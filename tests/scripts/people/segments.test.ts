import { expect, it } from 'vitest';
import { segmentsIn, spanOf } from '../../../scripts/people/segments.ts';
import { repCompleted } from '../../made-events.ts';
import { at, repetition, shortAttempt } from './made-runs.ts';

const labels = [
  { from: 8000, to: 12_000 },
  { from: 12_000, to: 16_000 },
];
const placeOf = (from: number, to: number) => spanOf({ from, to }, labels);

it('an attempt lasts from when it opened to its verdict, and has the reason why it did not count', () => {
  expect(segmentsIn([...repetition(8500, 11_000), ...shortAttempt(12_500, 15_000)])).toEqual([
    { from: 8500, to: 11_000, reason: undefined, isFull: undefined },
    { from: 12_500, to: 15_000, reason: 'range', isFull: undefined },
  ]);
});

it('a repetition has its height where the engine grades it', () => {
  const graded = at(11_000, repCompleted(1, { full: false }));
  expect(segmentsIn([graded])).toMatchObject([{ isFull: false }]);
});

it('a repetition that is reported when it closes began before its strokes', () => {
  const strokes = [{ end: 'up', out: 1200, back: 1500 }];
  const events = [at(11_000, { type: 'attempt-opened' }), at(11_000, repCompleted(1, { strokes }))];
  expect(segmentsIn(events)).toMatchObject([{ from: 8300, to: 11_000 }]);
});

it('an attempt belongs to the repetition that it shares most of its time with', () => {
  expect(placeOf(8500, 12_600)).toBe(0);
  expect(placeOf(11_700, 15_500)).toBe(1);
});

it('an attempt that is mostly outside what people saw belongs to none of it', () => {
  expect(placeOf(15_800, 19_000)).toBeUndefined();
  expect(placeOf(2000, 4000)).toBeUndefined();
});
