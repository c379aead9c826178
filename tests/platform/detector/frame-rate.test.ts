import { describe, expect, it } from 'vitest';
import { keypointsFrom, noKeypoints, type Keypoints } from '../../../src/engine/pose/keypoints.ts';
import { sourceTime } from '../../../src/engine/units.ts';
import { createFrameRate } from '../../../src/platform/detector/frame-rate.ts';
import { judgedLive, type LiveDevice } from '../../scenarios/judged-live.ts';

/** A person of 100 pixels from shoulder to shoulder, whose right arm is raised by so many pixels. */
const person = (raisedBy = 0): Keypoints =>
  keypointsFrom((name) => {
    const x = name.startsWith('left') ? 250 : name === 'nose' ? 200 : 150;
    const y = /hip/.test(name) ? 250 : /shoulder|elbow|wrist/.test(name) ? 110 : 60;
    return { x, y: /right_(elbow|wrist)/.test(name) ? y - raisedBy : y, score: 0.9 };
  });

interface Shown extends LiveDevice {
  /** Pictures a second that the camera shows. */
  readonly camera?: number;
  /** What is seen in a picture. */
  readonly seen: (at: number) => Keypoints;
}

/** The poses that are judged in ten seconds. */
const judgedIn = ({ camera = 30, seen, took = 25, ...device }: Shown) => {
  const shown = Array.from({ length: 10 * camera }, (_, index) => {
    const at = sourceTime((index * 1000) / camera);
    return { at, frame: { width: 400, height: 300 }, keypoints: seen(at) };
  });
  return judgedLive(shown, { took, ...device });
};

/** Judged pictures a second in a part of the time. */
const rateIn = (judged: readonly { readonly at: number }[], from = 2000, to = 10_000): number =>
  (judged.filter(({ at }) => at >= from && at < to).length * 1000) / (to - from);

const moving = (at: number): Keypoints => person(at / 50);
const still = (): Keypoints => person();

describe('the frame rate', () => {
  it.each([
    [60, 15],
    [30, 15],
    [25, 15],
    [24, 15],
    [20, 15],
    [12, 12],
    [5, 5],
  ])('with a camera of %i pictures a second, %i are judged while something moves', (camera, expected) => {
    expect(Math.abs(rateIn(judgedIn({ camera, seen: moving })) - expected)).toBeLessThan(0.5);
  });

  it('is lower on battery, from the picture on in which that begins', () => {
    const judged = judgedIn({ seen: moving, unpluggedAt: 5000 });
    expect(rateIn(judged, 1000, 5000)).toBeCloseTo(15, 0);
    expect(rateIn(judged, 5000, 10_000)).toBeCloseTo(13, 0);
  });

  it.each([
    ['a person who keeps still', still],
    ['an empty picture', () => noKeypoints],
    // MoveNet's noise at rest: two hundredths of the shoulder width.
    ['a person who keeps still, with noise', (at: number) => person(2 * Math.sin(at * 7))],
    ['one keypoint that strays', (at: number) => ({ ...person(), left_wrist: { x: at % 300, y: 9, score: 0.9 } })],
    [
      'legs that fidget',
      (at: number) => ({ ...person(), left_knee: { x: at, y: 9, score: 1 }, left_ankle: { x: at, y: 0, score: 1 } }),
    ],
  ])('is halved for %s', (_, seen) => {
    expect(rateIn(judgedIn({ seen }))).toBeCloseTo(7.5, 0);
  });

  it.each([
    ['an arm', (at: number) => person(at < 6000 ? 0 : (at - 6000) / 5)],
    ['a person who comes into the picture', (at: number) => (at < 6000 ? noKeypoints : person())],
  ])('is full at once when %s moves, and for a while after', (_, seen) => {
    const judged = judgedIn({ seen });
    const first = judged.findIndex(({ at }) => at > 6050);
    const times = judged.slice(first, first + 8).map(({ at }) => at);
    // It is noticed within a picture of the lower rate or two, and from then on nothing is missed.
    expect(times[0]).toBeLessThan(6200);
    const steps = times.slice(2).map((at, index) => at - (times[index + 1] ?? 0));
    expect(Math.max(...steps)).toBeLessThan(68);
  });

  it('is full for a slow movement, which from frame to frame is less than noise', () => {
    // A tenth of the shoulder width a second: three centimetres and a half.
    expect(rateIn(judgedIn({ seen: (at) => person(at / 100) }))).toBeGreaterThan(14);
  });

  it.each([
    // [a detection takes, least and most judged pictures a second]
    [40, 15, 15],
    [60, 12, 13],
    [80, 11.5, 12.5],
    [120, 6, 7],
    [240, 3.9, 4.2],
    [400, 2.3, 2.6],
  ])('leaves the device air where a detection takes %i ms, and judges %d to %d a second', (took, least, most) => {
    const rate = rateIn(judgedIn({ seen: moving, took }), 3000, 10_000);
    expect(rate).toBeGreaterThan(least - 0.3);
    expect(rate).toBeLessThan(most + 0.3);
  });

  it.each([40, 60, 70, 80])('keeps what tempo needs with a camera of 15, where a detection takes %i ms', (took) => {
    expect(rateIn(judgedIn({ camera: 15, seen: moving, took }), 3000, 10_000)).toBeGreaterThan(11);
  });

  it('rests until a picture may be due, and no longer once a still body has moved', () => {
    const rate = createFrameRate(() => false);
    expect(rate.restFrom(sourceTime(0))).toBeLessThanOrEqual(0);
    const judge = (at: number, raisedBy: number): boolean => {
      const isDue = rate.isDue(sourceTime(at));
      if (isDue) rate.judged(person(raisedBy), sourceTime(at), 25);
      return isDue;
    };
    let at = 0;
    for (; at < 3000; at += 10) {
      // Nothing is due before the rest has passed, and everything after it.
      expect(rate.restFrom(sourceTime(at)) <= 0).toBe(judge(at, 0));
    }
    while (!judge(at, 0)) at += 10;
    const still = rate.restFrom(sourceTime(at));
    expect(still).toBeGreaterThan(100);
    rate.judged(person(60), sourceTime(at + 70), 25);
    expect(rate.restFrom(sourceTime(at))).toBeLessThan(70);
  });

  it.each([0, 1, 40])('does not follow detection %i, which is slow', (slow) => {
    const rate = createFrameRate(() => false);
    let judged = 0;
    for (let index = 0; index < 300; index += 1) {
      const at = sourceTime((index * 1000) / 30);
      if (!rate.isDue(at)) continue;
      judged += 1;
      rate.judged(moving(at), at, judged - 1 === slow ? 3000 : 25);
    }
    expect(judged).toBe(150);
  });

  it('says that pictures were left out on purpose, but not of a device or a camera that is slow', () => {
    const areSpared = (shown: Omit<Shown, 'seen'>, seen = moving) =>
      new Set(
        judgedIn({ ...shown, seen })
          .slice(5)
          .map(({ hasSpared }) => hasSpared),
      );
    expect(areSpared({})).toEqual(new Set([true]));
    expect(areSpared({}, still)).toEqual(new Set([true]));
    expect(areSpared({ took: 200 })).toEqual(new Set([false]));
    expect(areSpared({ took: 200 }, still)).toEqual(new Set([false]));
    expect(areSpared({ camera: 6 })).toEqual(new Set([false]));
  });

  it('begins anew with a stream: its first picture is judged, whatever its time', () => {
    const rate = createFrameRate(() => false);
    expect(rate.isDue(sourceTime(5000))).toBe(true);
    expect(rate.isDue(sourceTime(5010))).toBe(false);
    rate.restart();
    expect(rate.isDue(sourceTime(0))).toBe(true);
  });
});
