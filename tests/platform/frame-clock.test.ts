import { describe, expect, it } from 'vitest';
import { sourceTime } from '../../src/engine/units.ts';
import { startFrameClock } from '../../src/platform/frame-clock.ts';
import { judgedSize } from '../../src/platform/detector/judged-size.ts';

describe('startFrameClock', () => {
  it('counts from the first frame by the media clock, in ms', () => {
    const timeOf = startFrameClock();
    expect([timeOf(7, 100), timeOf(7.04, 155), timeOf(7.08, 180)].map((at) => Math.round(at ?? NaN))).toEqual([
      0, 40, 80,
    ]);
  });

  it('counts from a moment that it is handed, such as where an earlier camera ended', () => {
    const timeOf = startFrameClock(sourceTime(900));
    expect([timeOf(7, 100), timeOf(7.04, 155)].map((at) => Math.round(at ?? NaN))).toEqual([900, 940]);
  });

  it('passes over a frame that it has seen', () => {
    const timeOf = startFrameClock();
    timeOf(1, 0);
    expect(timeOf(1, 30)).toBeUndefined();
  });

  it.each([0, 500])('continues with the page clock where the media clock jumps to %s s', (mediaTime) => {
    const timeOf = startFrameClock();
    timeOf(9, 1000);
    expect(timeOf(mediaTime, 1050)).toBe(50);
    expect(timeOf(mediaTime + 0.04, 1090)).toBeCloseTo(90);
  });
});

describe('judgedSize', () => {
  it.each([
    [
      { width: 640, height: 480 },
      { width: 384, height: 288 },
    ],
    [
      { width: 720, height: 1280 },
      { width: 288, height: 512 },
    ],
    [
      { width: 153, height: 276 },
      { width: 153, height: 276 },
    ],
  ])('%j is judged as %j', (shown, judged) => {
    expect(judgedSize(shown)).toEqual(judged);
  });
});
