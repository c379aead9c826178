import { describe, expect, it } from 'vitest';
import { isPlainPicture } from '../../../src/platform/detector/worker/plain-picture.ts';

const [width, height] = [384, 72];

/** A picture of 32-bit pixels, from the red, green and blue at each place, 0-255. */
const picture = (colourAt: (x: number, y: number) => readonly [number, number, number]): Uint32Array =>
  Uint32Array.from({ length: width * height }, (_, index) => {
    const [red, green, blue] = colourAt(index % width, Math.floor(index / width)).map((value) =>
      Math.max(0, Math.min(255, Math.round(value))),
    );
    return ((255 << 24) | ((blue ?? 0) << 16) | ((green ?? 0) << 8) | (red ?? 0)) >>> 0;
  });

describe('a plain picture', () => {
  it.each([
    ['black', [0, 0, 0]],
    ['grey', [120, 120, 120]],
    ['the blue of a camera that is off', [0, 0, 200]],
  ] as const)('is one that is %s all over', (_, colour) => {
    expect(
      isPlainPicture(
        picture(() => colour),
        width,
      ),
    ).toBe(true);
  });

  it('is black with the noise of a sensor behind a cover', () => {
    let seed = 7;
    const noise = (): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return (24 * seed) / 2 ** 32;
    };
    const noisy = picture(() => [noise(), noise(), noise()]);
    expect(isPlainPicture(noisy, width)).toBe(true);
  });

  type ColourAt = Parameters<typeof picture>[0];
  const others: readonly (readonly [string, ColourAt])[] = [
    ['a dim room with a brighter window', (x) => (x > 300 ? [60, 60, 60] : [12, 12, 12])],
    ['a face lit by the screen', (x, y) => (Math.hypot(x - 190, 4 * y - 140) < 40 ? [50, 40, 40] : [8, 8, 8])],
    ['a shade from one side to the other', (x) => [x / 10, x / 10, x / 10]],
    ['red beside green of the same lightness', (x) => (x > 190 ? [100, 0, 0] : [0, 51, 0])],
  ];
  it.each(others)('is not %s', (_, colourAt) => {
    expect(isPlainPicture(picture(colourAt), width)).toBe(false);
  });
});
