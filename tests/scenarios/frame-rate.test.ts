import { describe, expect, it } from 'vitest';
import { performanceOf } from '../../src/engine/figure/perform.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { dose, fewCases, moreCases } from '../films/cases.ts';
import { recordedPoses } from '../films/recordings.ts';
import { judgedLive, type LiveDevice } from './judged-live.ts';
import { seenByMoveNet } from './movenet.ts';
import { coach, eventsOf, filmed, seconds, type Play } from './play.ts';
import { recordedOf } from './recorded-of.ts';

/*
 * The pictures that a live camera's frame rate leaves out do not change the result: the same sides are counted, holds are
 * about as long, nothing is corrected, and tempo is judged.
 */

const devices: readonly (readonly [name: string, device: LiveDevice, mostRate: number])[] = [
  ['on mains power', {}, 13],
  ['on battery', { unpluggedAt: 0 }, 12],
  ['on a slow device', { took: 80 }, 12],
];

/** How much longer or shorter a hold may be read, ms: a picture of the lower rate at either end, and the filter's lag. */
const heldOff = 350;

const expectAlike = (
  exercise: (typeof exercises)[number],
  poses: readonly TimedPose[],
  play: Play,
  [, device, mostRate]: (typeof devices)[number],
): void => {
  const judged = judgedLive(poses, device);
  const first = judged[0]?.at ?? 0;
  expect(((judged.length - 1) * 1000) / ((judged.at(-1)?.at ?? 0) - first)).toBeLessThan(mostRate);
  const [all, few] = [coach(exercise, poses, play), coach(exercise, judged, play)];
  const [whole, thinned] = [all, few].map(({ events }) => eventsOf(events, 'rep-completed'));
  if (!whole || !thinned) throw new Error('Both were judged.');
  expect(whole.length).toBeGreaterThan(0);
  expect(thinned.map(({ side, full }) => [side, full])).toEqual(whole.map(({ side, full }) => [side, full]));
  expect(few.attempts.length).toBeLessThanOrEqual(all.attempts.length);
  for (const [index, { heldMs = 0, strokes }] of thinned.entries()) {
    expect(Math.abs(heldMs - (whole[index]?.heldMs ?? 0))).toBeLessThan(heldOff);
    expect(strokes.filter(({ isSparse }) => isSparse)).toEqual([]);
  }
};

const correct = [...fewCases, ...moreCases].filter(({ shown }) => shown.is === 'correct');

it.each(correct.map((one) => [one.film.name, one] as const))(
  '%s, as MoveNet saw it at twelve pictures a second',
  (_, one) => {
    const { film, exercise, view, range } = one;
    const play: Play = { ...dose, view, range: { is: range === 'norm' ? 'norm' : 'practice' } };
    expectAlike(exercise, recordedPoses(film), play, ['on mains power', {}, 13]);
  },
);

describe.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
  '%s at thirty pictures a second',
  (id, exercise) => {
    const play: Play = { framesPerSecond: 30, hold: seconds(2) };
    const performance = performanceOf(exercise.motion, { practice: true, repetitions: 2, hold: seconds(3) });
    const poses = seenByMoveNet(recordedOf(exercise), filmed(exercise, performance, play), id.length, false);

    it.each(devices.map((device) => [device[0], device] as const))('%s', (_, device) => {
      expectAlike(exercise, poses, play, device);
    });
  },
);
