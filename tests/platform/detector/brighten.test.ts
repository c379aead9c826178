import { describe, expect, it } from 'vitest';
import { brightened as brightenInPlace } from '../../../src/platform/detector/worker/brighten.ts';

type Colour = readonly [number, number, number];

/** This many pixels, each with a colour chosen by its place. */
const picture = (pixels: number, colourAt: (index: number) => Colour): Int32Array =>
  new Int32Array(Array.from({ length: pixels }, (_, index) => colourAt(index)).flat());

const grey = (value: number) => (): Colour => [value, value, value];

/** A room with something dark and something bright in it, whose mean is `value`. */
const room =
  (value: number) =>
  (index: number): Colour =>
    grey(index % 8 < 4 ? 0.6 * value : 1.4 * value)();

const brightened = (before: Int32Array) => {
  const rgb = before.slice();
  const light = brightenInPlace(rgb);
  return { rgb, light };
};

describe('a picture before MoveNet', () => {
  it.each([128, 200, 255])('is unchanged to the byte at a mean of %i', (value) => {
    const before = picture(64, grey(value));
    expect(brightened(before).rgb).toEqual(before);
  });

  it.each([70, 100])('reaches the wanted mean from %i', (value) => {
    const { rgb } = brightened(picture(64, room(value)));
    const luma = rgb.reduce((sum, colour, at) => sum + colour * ([0.299, 0.587, 0.114][at % 3] ?? 0), 0);
    expect(luma / 64 / 255).toBeCloseTo(0.5, 2);
  });

  it('keeps its hue', () => {
    const { rgb } = brightened(picture(16, () => [80, 60, 40]));
    const [red = 0, green = 0, blue = 0] = rgb;
    expect(red / green).toBeCloseTo(80 / 60, 1);
    expect(blue / green).toBeCloseTo(40 / 60, 1);
  });

  it('is never brightened more than twice', () => {
    expect(brightened(picture(64, grey(20))).rgb).toEqual(picture(64, grey(40)));
  });

  it('is unchanged where all of it is black', () => {
    const before = picture(64, grey(0));
    const { rgb, light } = brightened(before);
    expect(rgb).toEqual(before);
    expect(light).toBe(0);
  });

  it('does not count the black around it', () => {
    const bordered = picture(128, (index) => grey(index < 64 ? 0 : 100)());
    const { rgb, light } = brightened(bordered);
    expect(light).toBeCloseTo(100 / 255, 6);
    expect(rgb.slice(0, 64 * 3)).toEqual(picture(64, grey(0)));
    expect(rgb.slice(64 * 3)).toEqual(brightened(picture(64, grey(100))).rgb);
  });

  it('has its light measured before brightening: green counts most', () => {
    for (const [colour, light] of [
      [[255, 0, 0], 0.299],
      [[0, 255, 0], 0.587],
      [[0, 0, 255], 0.114],
    ] as const)
      expect(brightened(picture(16, () => colour)).light).toBeCloseTo(light, 6);
  });
});
