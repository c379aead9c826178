import { describe, expect, it } from 'vitest';
import { placeFor, type CanvasPlace } from '../../../src/ui/drawing/canvas-place.ts';

const picture = { width: 960, height: 720 };

const contains = (place: CanvasPlace, box: { left: number; top: number; right: number; bottom: number }): boolean =>
  place.left <= Math.max(0, box.left) &&
  place.top <= Math.max(0, box.top) &&
  place.left + place.width >= Math.min(picture.width, box.right) &&
  place.top + place.height >= Math.min(picture.height, box.bottom);

describe('the place of the overlay', () => {
  it.each([
    { left: 400.3, top: 200.7, right: 620.2, bottom: 710.9 },
    { left: -50, top: -20, right: 130, bottom: 90 },
    { left: 900, top: 700, right: 1100, bottom: 800 },
    { left: -10, top: -10, right: 2000, bottom: 2000 },
    { left: 959, top: 719, right: 960, bottom: 720 },
  ])('contains what is drawn, lies within the picture and has whole pixels: %j', (box) => {
    const place = placeFor(box, picture, undefined);
    expect(contains(place, box)).toBe(true);
    expect(Object.values(place).every(Number.isInteger)).toBe(true);
    expect(place.left + place.width).toBeLessThanOrEqual(picture.width);
    expect(place.top + place.height).toBeLessThanOrEqual(picture.height);
  });

  it('lies within a picture whose edges are between two pixels', () => {
    const whole = { left: 0, top: 0, right: 360, bottom: 270 };
    const { left, top, width, height } = placeFor(whole, { width: 359.3, height: 269.6 }, undefined);
    expect(left + width).toBeLessThanOrEqual(359.3);
    expect(top + height).toBeLessThanOrEqual(269.6);
  });

  it('keeps its place and its size while a body sways a little', () => {
    let place: CanvasPlace | undefined;
    const places = new Set<string>();
    for (let step = 0; step < 40; step += 1) {
      const sway = 30 * Math.sin(step / 5);
      const box = { left: 400 + sway, top: 200, right: 600 + sway, bottom: 640 };
      place = placeFor(box, picture, place);
      expect(contains(place, box)).toBe(true);
      places.add(JSON.stringify(place));
    }
    expect(places.size).toBeLessThanOrEqual(3);
  });

  it('shrinks when much less is drawn', () => {
    const whole = placeFor({ left: 0, top: 0, right: 960, bottom: 720 }, picture, undefined);
    const { width, height } = placeFor({ left: 400, top: 300, right: 500, bottom: 400 }, picture, whole);
    expect(width * height).toBeLessThanOrEqual(192 * 192);
  });

  it('fits a picture that became smaller', () => {
    const large = placeFor({ left: 0, top: 0, right: 960, bottom: 720 }, picture, undefined);
    const { width, height } = placeFor(
      { left: 0, top: 0, right: 300, bottom: 200 },
      { width: 320, height: 240 },
      large,
    );
    expect([width <= 320, height <= 240]).toEqual([true, true]);
  });
});
