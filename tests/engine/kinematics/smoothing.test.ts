import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../src/engine/kinematics/reading.ts';
import { smooth, type SmoothingState } from '../../../src/engine/kinematics/smoothing.ts';
import { millis } from '../../../src/engine/units.ts';

const seen = (value: number): Reading => ({ seen: true, value, confidence: 0.8 });
const unseen: Reading = { seen: false, missing: ['nose'] };

/** Smooths readings taken at these times; returns the results. */
const smoothed = (readings: readonly (readonly [number, Reading])[]): readonly Reading[] => {
  let state: SmoothingState | undefined;
  return readings.map(([at, reading]) => {
    const [next, out] = smooth(state, reading, millis(at), 'degrees');
    state = next;
    return out;
  });
};
const every = (step: number, values: readonly number[]) =>
  values.map((value, index) => [index * step, seen(value)] as const);
const valueOf = (reading: Reading | undefined): number => (reading?.seen ? reading.value : NaN);

describe('smoothing', () => {
  it('keeps a constant', () => {
    expect(valueOf(smoothed(every(33, Array<number>(50).fill(42))).at(-1))).toBeCloseTo(42, 9);
  });

  it('removes a single spike', () => {
    const spiked = Array<number>(60).fill(10).with(30, 90);
    for (const reading of smoothed(every(33, spiked))) expect(valueOf(reading)).toBeCloseTo(10, 9);
  });

  it('follows a raise of 160 degrees in two seconds within a tenth of a second', () => {
    const raise = Array.from({ length: 60 }, (_, index) => 80 - 80 * Math.cos((Math.PI * index) / 60));
    const out = smoothed(every(33, raise));
    const crossed = (values: readonly number[]) => values.findIndex((value) => value > 80);
    expect((crossed(out.map(valueOf)) - crossed(raise)) * 33).toBeLessThanOrEqual(100);
  });

  it('is at most 25 degrees behind an arm raised overhead in a second and a half, at ten frames a second', () => {
    const raise = Array.from({ length: 16 }, (_, index) => 80 - 80 * Math.cos((Math.PI * index) / 15));
    const out = smoothed(every(100, raise)).map(valueOf);
    expect(Math.max(...raise.map((value, index) => value - (out[index] ?? 0)))).toBeLessThan(25);
  });

  it('depends on time, not on frames: half as many give nearly the same', () => {
    const wave = (at: number) => 50 + 40 * Math.sin(at / 800);
    const at30 = smoothed(Array.from({ length: 120 }, (_, index) => [index * 33, seen(wave(index * 33))] as const));
    const at15 = smoothed(Array.from({ length: 60 }, (_, index) => [index * 66, seen(wave(index * 66))] as const));
    for (let index = 20; index < 60; index++)
      expect(Math.abs(valueOf(at15[index]) - valueOf(at30[index * 2]))).toBeLessThan(6);
  });

  it('bridges a gap of up to 150 ms, reports a longer one, and resets after half a second', () => {
    const out = smoothed([
      [0, seen(10)],
      [33, seen(10)],
      [150, unseen],
      [250, unseen],
      [300, seen(50)],
    ]);
    expect(out.map(({ seen: isSeen }) => isSeen)).toEqual([true, true, true, false, true]);
    expect(valueOf(out[4])).toBeLessThan(50);
    expect(
      valueOf(
        smoothed([
          [0, seen(10)],
          [900, seen(50)],
        ])[1],
      ),
    ).toBe(50);
  });

  it('stays between the smallest and the largest input', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -180, max: 270, noNaN: true }), { minLength: 1, maxLength: 60 }),
        (values) => {
          for (const reading of smoothed(every(33, values))) {
            expect(valueOf(reading)).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
            expect(valueOf(reading)).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
          }
        },
      ),
    );
  });
});
