import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { drawFilms, drawParts, type FilmPart } from '../../scripts/films/draw.ts';
import { launchBrowser } from '../../scripts/films/launch.ts';
import { keypointNames, type Keypoints } from '../../src/engine/pose/keypoints.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { fewCases, glimpsedCases, type FilmCase } from './cases.ts';
import { recordedPoses } from './recordings.ts';
import { trainCase } from './train-case.ts';
import { trainOnFrames } from '../e2e/trained.ts';

/*
 * Films through the built app and the real MoveNet, frame by frame. Some are judged whole: done correctly after a
 * practice, counted exactly, held to within 0.4 s of the truth and not corrected; and one fault from the other view,
 * reported alone. Of the other exercises a part is shown, in which MoveNet must see what was recorded: their recordings
 * are judged without a browser (tests/scenarios/recordings.test.ts).
 */

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  await drawFilms(fewCases.map(({ film }) => film));
  await drawParts(glimpsedCases.map(partOf));
}, 600_000);
afterAll(() => browser.close());

describe('judged whole', () => {
  it.each(fewCases.map((one) => [one.film.name, one] as const))('%s', { timeout: 240_000 }, async (_, one) => {
    await expect(trainCase(browser, inject('appUrl'), one)).resolves.toBeUndefined();
  });
});

/** This many frames are shown: four seconds. */
const shownFrames = 48;
/** In the first of them the crop finds the user. */
const finding = 12;

/** The middle of a film: after the practice, in or before the first repetition that counts. */
const partOf = ({ film }: FilmCase): FilmPart => {
  const frames = recordedPoses(film).length;
  return { film, from: Math.floor((frames - shownFrames) / 2), count: shownFrames };
};

/**
 * The largest distance of a keypoint from its recorded place, pixels: for nineteen of twenty, and for each in the mean
 * of the part. Measured: 0.2-2.3 and 0.2-0.4; without the gain of tilted heads an ear is 0.75 off in the mean.
 */
const apart = { most: 4, mean: 0.6 } as const;

/** The value below which this share of all lies. */
const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? NaN;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The distance of each reliably seen keypoint from its recorded place, frame by frame. */
const offsetsOf = (keypoints: readonly Keypoints[], recorded: readonly TimedPose[]) =>
  keypointNames.map((name) => ({
    name,
    offsets: keypoints.flatMap((seen, index) => {
      const was = recorded[index]?.keypoints[name];
      return was && was.score >= 0.3 ? [{ x: seen[name].x - was.x, y: seen[name].y - was.y }] : [];
    }),
  }));

describe('sees what was recorded', () => {
  it.each(glimpsedCases.map((one) => [one.film.name, one] as const))('%s', { timeout: 120_000 }, async (_, one) => {
    const { film, exercise, view } = one;
    const part = partOf(one);
    const [drawn] = await drawParts([part]);
    if (!drawn) throw new Error(`${film.name} was not drawn.`);
    const options = `source=frames&view=${view}&range=norm&reps=1&pain=off`;
    const { keypoints } = await trainOnFrames(browser, inject('appUrl'), `${exercise.id}?${options}`, drawn);
    expect(keypoints).toHaveLength(shownFrames);
    const recorded = recordedPoses(film).slice(part.from, part.from + shownFrames);
    const all = offsetsOf(keypoints.slice(finding), recorded.slice(finding));
    const seenThroughout = all.filter(({ offsets }) => offsets.length > (shownFrames - finding) / 2);
    const most = quantile(
      all.flatMap(({ offsets }) => offsets.map(({ x, y }) => Math.hypot(x, y))),
      0.95,
    );
    const means = seenThroughout.map(({ name, offsets }) => ({
      name,
      off: Math.hypot(mean(offsets.map(({ x }) => x)), mean(offsets.map(({ y }) => y))),
    }));
    const worst = means.toSorted((a, b) => b.off - a.off)[0];
    console.log(`${film.name}: ${most.toFixed(2)} px in 95 %, ${worst?.name} ${worst?.off.toFixed(2)} px in the mean`);
    expect(seenThroughout.length).toBeGreaterThan(8);
    expect(most).toBeLessThan(apart.most);
    expect(means.filter(({ off }) => off >= apart.mean)).toEqual([]);
  });
});
