import { describe, expect, it } from 'vitest';
import { brighten } from '../../../src/platform/detector/worker/brighten.ts';

type Colour = readonly [number, number, number];

/** This many pixels, each with a colour chosen by its place; fully opaque. */
const picture = (pixels: number, colourAt: (index: number) => Colour): Uint8ClampedArray =>
  new Uint8ClampedArray(Array.from({ length: pixels }, (_, index) => [...colourAt(index), 255]).flat());

const grey = (value: number) => (): Colour => [value, value, value];

/** A room with something dark and something bright in it, whose mean is `value`. */
const room =
  (value: number) =>
  (index: number): Colour =>
    grey(index % 8 < 4 ? 0.6 * value : 1.4 * value)();

const brightened = (before: Uint8ClampedArray) => {
  const pixels = before.slice();
  const light = brighten(pixels);
  return { pixels, light };
};

describe('a picture before MoveNet', () => {
  it.each([128, 200, 255])('is unchanged to the byte at a mean of %i', (value) => {
    const before = picture(64, grey(value));
    expect(brightened(before).pixels).toEqual(before);
  });

  it.each([70, 100])('reaches the wanted mean from %i', (value) => {
    const { pixels } = brightened(picture(64, room(value)));
    expect(brightened(pixels).light).toBeCloseTo(0.5, 2);
  });

  it('keeps its hue and its alpha', () => {
    const { pixels } = brightened(picture(16, () => [80, 60, 40]));
    const [red = 0, green = 0, blue = 0, alpha] = pixels;
    expect(red / green).toBeCloseTo(80 / 60, 1);
    expect(blue / green).toBeCloseTo(40 / 60, 1);
    expect(alpha).toBe(255);
  });

  it('is never brightened more than twice', () => {
    expect(brightened(picture(64, grey(20))).pixels).toEqual(picture(64, grey(40)));
  });

  it('is unchanged where all of it is black', () => {
    const before = picture(64, grey(0));
    const { pixels, light } = brightened(before);
    expect(pixels).toEqual(before);
    expect(light).toBe(0);
  });

  it('does not count the black around it', () => {
    const bordered = picture(128, (index) => grey(index < 64 ? 0 : 100)());
    const { pixels, light } = brightened(bordered);
    expect(light).toBeCloseTo(100 / 255, 6);
    expect(pixels.slice(0, 64 * 4)).toEqual(picture(64, grey(0)));
    expect(pixels.slice(64 * 4)).toEqual(brightened(picture(64, grey(100))).pixels);
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
