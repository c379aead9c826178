import { describe, expect, it, vi } from 'vitest';
import { keypointNames, keypointsFrom, noKeypoints } from '../../../src/engine/pose/keypoints.ts';
import type { KeypointName, Keypoints } from '../../../src/engine/pose/keypoints.ts';
import type { MoveNet } from '../../../src/platform/detector/worker/movenet.ts';
import { SelfTestFailed } from '../../../src/platform/detector/worker/self-test.ts';
import { warmUp } from '../../../src/platform/detector/worker/warm-up.ts';

/** What was measured in Chromium for the built-in picture: x, y and score, in MoveNet's order. */
const measured: Readonly<Record<string, readonly (readonly [number, number, number])[]>> = {
  'Lightning on wasm': [
    [219.3, 58.4, 0.64],
    [224.7, 55.0, 0.62],
    [215.0, 54.3, 0.7],
    [231.3, 62.0, 0.74],
    [208.1, 60.6, 0.73],
    [240.5, 81.3, 0.8],
    [193.6, 84.3, 0.68],
    [277.6, 62.3, 0.76],
    [161.5, 115.4, 0.83],
    [304.4, 37.8, 0.82],
    [135.6, 136.4, 0.78],
    [229.9, 155.7, 0.79],
    [202.8, 155.7, 0.89],
    [235.9, 220.9, 0.87],
    [205.7, 218.9, 0.89],
    [234.8, 273.1, 0.82],
    [204.0, 272.8, 0.84],
  ],
  'Thunder on wasm': [
    [223.3, 57.0, 0.74],
    [226.9, 53.7, 0.74],
    [217.1, 53.2, 0.58],
    [231.1, 60.9, 0.82],
    [208.5, 61.0, 0.59],
    [241.9, 82.4, 0.82],
    [194.8, 88.0, 0.93],
    [275.6, 63.8, 0.85],
    [160.7, 115.8, 0.8],
    [301.4, 40.2, 0.81],
    [131.4, 140.4, 0.84],
    [232.7, 159.0, 0.82],
    [202.9, 159.2, 0.82],
    [238.2, 225.4, 0.87],
    [201.2, 222.8, 0.76],
    [237.5, 280.5, 0.88],
    [205.0, 279.4, 0.72],
  ],
  'Lightning on WebGL with 16-bit floats': [
    [221.7, 57.2, 0.57],
    [226.6, 53.5, 0.85],
    [216.6, 53.4, 0.9],
    [229.6, 60.7, 0.72],
    [208.9, 61.8, 0.88],
    [242.5, 84.2, 0.88],
    [194.1, 85.1, 0.74],
    [274.9, 64.4, 0.9],
    [162.9, 115.0, 0.83],
    [302.7, 40.3, 0.83],
    [133.0, 137.8, 0.85],
    [233.3, 156.4, 0.89],
    [205.5, 157.8, 0.9],
    [236.3, 219.8, 0.86],
    [203.9, 223.1, 0.94],
    [236.7, 274.4, 0.59],
    [203.6, 278.3, 0.37],
  ],
  'Thunder on WebGL with 16-bit floats': [
    [223.3, 57, 0.74],
    [226.9, 53.7, 0.75],
    [217.1, 53.2, 0.58],
    [231.2, 60.8, 0.82],
    [208.5, 60.9, 0.59],
    [241.9, 82.4, 0.82],
    [194.8, 88.0, 0.93],
    [275.6, 63.8, 0.85],
    [160.6, 115.8, 0.8],
    [301.5, 40.2, 0.81],
    [131.3, 140.4, 0.84],
    [233.1, 158.6, 0.78],
    [202.9, 159.2, 0.82],
    [238.1, 224.8, 0.59],
    [201.2, 222.8, 0.76],
    [237.2, 281.2, 0.6],
    [202.9, 280.9, 0.85],
  ],
};

const measuredOn = (which: string): Keypoints =>
  keypointsFrom((_, index) => {
    const [x = 0, y = 0, score = 0] = measured[which]?.[index] ?? [];
    return { x, y, score };
  });

const right = measuredOn('Lightning on wasm');

const otherSideOf = (name: KeypointName): KeypointName =>
  keypointNames.find((other) => other === name.replace(/left|right/, (side) => (side === 'left' ? 'right' : 'left'))) ??
  name;

const changed = (change: (point: Keypoints['nose'], index: number) => Partial<Keypoints['nose']>): Keypoints =>
  keypointsFrom((name, index) => ({ ...right[name], ...change(right[name], index) }));

/** Warms up a model that finds this, frame by frame; the last holds for all that follow. */
const warmUpFinding = (
  found: readonly Keypoints[],
  { isLost = false, canRead = true, knownMs }: { isLost?: boolean; canRead?: boolean; knownMs?: number } = {},
) => {
  const close = vi.fn<() => void>();
  const times: number[] = [];
  const detect: MoveNet['detect'] = (_, at) => {
    times.push(at);
    const keypoints = found[times.length - 1] ?? found.at(-1) ?? noKeypoints;
    return Promise.resolve({ keypoints, light: 0.5, picture: 1, isPlain: false });
  };
  const graphics = { isLost: () => isLost, onLost: () => undefined, lose: () => undefined };
  const openPicture = (): Promise<ImageBitmap> => Promise.resolve({ width: 384, height: 288, close });
  return {
    outcome: warmUp({ detect, graphics }, () => undefined, { openPicture, canRead: () => canRead, knownMs }),
    close,
    times,
  };
};

describe('the warm-up', () => {
  it.each(Object.keys(measured))('accepts what %s finds in the picture', async (which) => {
    const { outcome, close, times } = warmUpFinding([measuredOn(which)]);
    expect(await outcome).toBeGreaterThanOrEqual(0);
    expect(close).toHaveBeenCalledTimes(1);
    // One run that is not timed, and three that are.
    expect(times).toHaveLength(4);
  });

  it('judges one picture where the time is known, and still tests it', async () => {
    const { outcome, times } = warmUpFinding([right], { knownMs: 40 });
    expect(await outcome).toBe(40);
    expect(times).toHaveLength(1);
    await expect(warmUpFinding([noKeypoints], { knownMs: 40 }).outcome).rejects.toBeInstanceOf(SelfTestFailed);
  });

  it('leaves no crop behind for a stream that goes on at any time', async () => {
    const { outcome, times } = warmUpFinding([right]);
    await outcome;
    expect(Math.min(...times)).toBeGreaterThan(1e12);
  });

  it.each<readonly [string, Keypoints]>([
    ['nobody', noKeypoints],
    ['NaN', changed(() => ({ x: NaN, y: NaN, score: NaN }))],
    ['one place for all', changed(() => ({ x: 219, y: 155 }))],
    ['scores of zero', changed(() => ({ score: 0 }))],
    ['a mirrored person', changed(({ x }) => ({ x: 384 - x }))],
    ['left and right exchanged', keypointsFrom((name) => right[otherSideOf(name)])],
    ['a person upside down', changed(({ y }) => ({ y: 288 - y }))],
    ['a person beside the true place', changed(({ x }) => ({ x: x + 20 }))],
    ['a person half as large', changed(({ x, y }) => ({ x: x / 2, y: y / 2 }))],
    ['a wrist elsewhere', changed(({ y }, index) => ({ y: index === 9 ? y + 60 : y }))],
  ])('refuses a backend that finds %s', async (_, wrong) => {
    const { outcome, close } = warmUpFinding([wrong]);
    await expect(outcome).rejects.toBeInstanceOf(SelfTestFailed);
    expect(close).toHaveBeenCalledTimes(1);
  });

  it('refuses a backend whose third result is wrong', async () => {
    await expect(warmUpFinding([right, right, noKeypoints, right]).outcome).rejects.toBeInstanceOf(SelfTestFailed);
  });

  it('judges no backend by a picture that the browser does not let it read', async () => {
    expect(await warmUpFinding([noKeypoints], { canRead: false }).outcome).toBeGreaterThanOrEqual(0);
  });

  it('calls a lost graphics context by its name', async () => {
    await expect(warmUpFinding([noKeypoints], { isLost: true }).outcome).rejects.toThrow('context was lost');
  });
});
