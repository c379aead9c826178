import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { motionScores } from '../../../scripts/accuracy/motion-score.ts';
import { motionTable, motionText } from '../../../scripts/accuracy/motion-text.ts';
import { motionCases, type MotionCase } from '../../../scripts/accuracy/real-motion.ts';
import { performanceIn, timesOf, truthOf } from '../../../scripts/films/film.ts';
import type { Observer } from '../../../scripts/films/observe.ts';
import { poseBody } from '../../../src/engine/figure/body.ts';
import { adult, proportionsOf } from '../../../src/engine/figure/proportions.ts';
import { noKeypoints } from '../../../src/engine/pose/keypoints.ts';
import { filmTime, millis } from '../../../src/engine/units.ts';
import { gzipped, kinectFile, raises } from './figure-as-kinect.ts';

const folder = mkdtempSync(join(tmpdir(), 'limber-motion-'));
const bodies = new Map([
  ['Ada_1.glb', adult],
  ['Bo_2.glb', proportionsOf(1.6)],
  ['Cy_3.glb', proportionsOf(1.85)],
]);

/** Three lifts of three seconds each, as in the files of people: the first begins with the first frame. */
const lifts = [raises(45), raises(45), raises(45)].flat();
const from = 8467;
const repetitions = [0, 1, 2].map((nth) => [from + nth * 3000, from + (nth + 1) * 3000]);

const write = (person: string, group: string, postures = lifts, told = repetitions): void => {
  const at = join(folder, 'set', person);
  writeFileSync(`${at}.joints.json.gz`, gzipped(kinectFile(postures)));
  const truth = { person, movement: 'arms', group, view: 'front', calmUntil: 8000, repetitions: told };
  writeFileSync(`${at}.truth.json`, JSON.stringify({ ...truth, counts: { cheer: told.length, butterfly: 0 } }));
};

let cases: readonly MotionCase[] = [];

beforeAll(() => {
  mkdirSync(join(folder, 'set'));
  for (const number of [1, 3, 5, 7, 2, 4]) write(`k0${number}`, 'healthy');
  write('k11', 'patient');
  // Slow lifts of eleven seconds.
  write(
    'k12',
    'patient',
    [raises(165), raises(165), raises(165)].flat(),
    [0, 1, 2].map((nth) => [from + nth * 11_000, from + (nth + 1) * 11_000]),
  );
  cases = motionCases(folder, bodies);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

const personOf = ({ one }: MotionCase): string => /^motion-([^-]*)-/.exec(one.film.name)?.[1] ?? 'none';

describe('people’s motion on rigged bodies', () => {
  it('holds people with even numbers out, and takes the first three of each group in each half', () => {
    const people = (half: string) => [...new Set(cases.filter((one) => one.half === half).map(personOf))];
    expect(people('tuned')).toEqual(['k01', 'k03', 'k05', 'k11']);
    expect(people('held-out')).toEqual(['k02', 'k04', 'k12']);
  });

  it('shows each person in each view, on the bodies in turn', () => {
    expect(cases.map(({ one }) => one.view)).toEqual(cases.map((_, index) => (index % 2 === 0 ? 'front' : 'side')));
    const [first, second, third, fourth] = cases.map(({ one }) => one.film.performer);
    expect([first, second, third]).toEqual(['/performers/Ada_1.glb', '/performers/Bo_2.glb', '/performers/Cy_3.glb']);
    expect(fourth).toBe(first);
  });

  it('is the same every time, so that what was seen of it is found again', () => {
    expect(motionCases(folder, bodies)).toEqual(cases);
  });

  it('stands still for eight seconds, then lifts the arms when people say so', () => {
    const [{ one, truth } = {}] = cases;
    if (!one || !truth) throw new Error('There is no case.');
    const { jointAnglesAt } = performanceIn(one.film);
    const elevationAt = (at: number): number => jointAnglesAt(millis(at)).arms.left.shoulderElevation;
    expect(Math.abs(elevationAt(7900) - elevationAt(0))).toBeLessThan(0.1);
    expect(truth.calmUntil).toBe(8000);
    expect(truth.repetitions).toEqual([0, 1, 2].map((nth) => [8000 + nth * 3000, 8000 + (nth + 1) * 3000]));
    for (const [begins, ends] of truth.repetitions ?? []) {
      expect(elevationAt((begins + ends) / 2)).toBeGreaterThan(140);
      expect(elevationAt(begins)).toBeLessThan(20);
    }
  });

  it('leaves lifts out that would make a film too long, but for two', () => {
    const slow = cases.find((one) => personOf(one) === 'k12');
    expect(slow?.one.repetitions).toBe(2);
    expect(timesOf(slow?.one.film ?? { keyframes: [], framesPerSecond: 1 }).length / 10).toBeCloseTo(8 + 22 + 1.5, 0);
  });

  it('has the standing body in the picture, from the hips to the raised hands', () => {
    for (const { one } of cases) {
      const { camera } = one.film;
      for (const { keypoints } of truthOf(one.film)) {
        const hips = (keypoints.left_hip.x + keypoints.right_hip.x) / 2;
        expect(Math.abs(hips - camera.frame.width / 2)).toBeLessThan(20);
        for (const name of ['nose', 'left_wrist', 'right_wrist', 'left_hip', 'right_hip'] as const) {
          expect(keypoints[name].y).toBeGreaterThan(0);
          expect(keypoints[name].y).toBeLessThan(camera.frame.height);
        }
      }
    }
  });

  it('keeps the feet on the floor and the knees straight', () => {
    const [{ one } = {}] = cases;
    if (!one) throw new Error('There is no case.');
    const { legs, proportions } = poseBody(
      performanceIn(one.film).jointAnglesAt(millis(9500)),
      one.film.proportions ?? adult,
    );
    const { hip, ankle } = legs.left;
    expect(ankle[1]).toBeCloseTo(proportions.ankleHeight, 2);
    expect(hip[1] - ankle[1]).toBeGreaterThan(0.97 * (proportions.thigh + proportions.shank));
  });
});

/** A model that sees the joints without error, or sees no person at all. */
const observer = (isBlind: boolean): Observer => ({
  model: 'lightning',
  isObserved: () => true,
  posesIn: (film) =>
    truthOf(film).map((pose) => ({
      ...pose,
      at: filmTime(pose.at),
      keypoints: isBlind ? noKeypoints : pose.keypoints,
    })),
  observe: async () => undefined,
});

describe('the scores of people’s motion', () => {
  it('are those of the joints where a model makes no error, and say who was never armed where it sees no person', async () => {
    const few = cases.slice(0, 1);
    const good = await motionScores(observer(false), few);
    const blind = await motionScores(observer(true), few);
    const norm = ({ sets }: typeof good, feed: 'plain' | 'm') =>
      sets.find((set) => set.way === 'norm' && set.feed === feed);
    expect(norm(good, 'm')).toEqual({ ...norm(good, 'plain'), feed: 'm' });
    expect(norm(good, 'm')).toMatchObject({ asked: 3, isExact: true, isSegmented: true });
    expect(norm(blind, 'm')).toMatchObject({ counted: 0, isExact: false, armedAfter: undefined });
    const text = motionText(
      new Map([
        ['lightning', good],
        ['thunder', blind],
      ]),
    );
    expect(text).toMatch(/Tuning \| front \| MoveNet Lightning \| 1 of 1/);
    expect(text).toMatch(/Tuning \| front \| MoveNet Thunder \| 0 of 1/);
    expect(text).toMatch(/Tuning \| front \| the joints, without error \| 1 of 1/);
    expect(text).not.toMatch(/NaN|undefined|Held out \| front/);
  });

  it('name the folders that are missing, where nothing was measured', () => {
    expect(motionText(new Map())).toMatch(/^Not measured: `LIMBER_PEOPLE`/);
  });

  it('put held-out people first', async () => {
    const both = [cases[0], cases.find(({ half }) => half === 'held-out')].filter((one) => one !== undefined);
    const rows = motionTable(new Map([['lightning', await motionScores(observer(false), both)]])).split('\n');
    expect(rows[2]).toMatch(/^\| Held out \| front/);
    expect(rows.at(-1)).toMatch(/^\| Tuning/);
  });
});
