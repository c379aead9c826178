import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Plan } from '../../../src/engine/rules/plan.ts';
import { needsPractice } from '../../../src/engine/rules/targets.ts';
import type { Body } from '../../../src/engine/figure/body.ts';
import { posesThrough, type Camera } from '../../../src/engine/figure/camera.ts';
import { noKeypoints } from '../../../src/engine/pose/keypoints.ts';
import type { TimedPose } from '../../../src/engine/pose/pose.ts';
import type { SourceTime } from '../../../src/engine/units.ts';
import { exercises } from '../../../src/exercises/registry.ts';
import { clockAt, type Clock } from '../../../src/session/async/clock.ts';
import { figureSource } from '../../../src/session/sources/figure-source.ts';
import { planFor } from '../../../src/session/planning/plan-for.ts';
import type { DetectorPort, StagePort } from '../../../src/session/sources/source-ports.ts';
import { Workout } from '../../../src/session/workout/workout.ts';
import type { View } from '../../../src/engine/pose/view.ts';
import { simulateTime, type SimulatedTime } from '../../simulated-time.ts';

let time: SimulatedTime;
beforeEach(() => {
  time = simulateTime();
  vi.stubGlobal('createImageBitmap', ({ width, height }: HTMLCanvasElement) =>
    Promise.resolve({ width, height, close: () => undefined }),
  );
});
afterEach(() => time.end());

/** The result of a promise, for which time passes. */
const after = async <T>(promise: Promise<T>): Promise<T> => {
  let isOver = false;
  const over = promise.finally(() => (isOver = true));
  over.catch(() => undefined);
  await time.until(() => isOver, 120_000);
  return over;
};

interface Drawn {
  readonly body: Body;
  readonly camera: Camera;
}

/** A stage that records what is drawn on it. */
const emptyStage = () => {
  const canvas = { width: 300, height: 150 } as HTMLCanvasElement;
  const drawn: Drawn[] = [];
  const dispose = vi.fn<() => void>();
  const draw: StagePort['draw'] = (body, camera) => void drawn.push({ body, camera });
  return { canvas, drawn, draw, dispose };
};

/** A detector that takes so many milliseconds a frame and sees what `see` makes of it. */
const detector = (
  ms: number,
  see: (pose: Omit<TimedPose<SourceTime>, 'keypoints'>) => TimedPose<SourceTime>,
): DetectorPort => ({
  model: 'lightning',
  nextModel: 'lightning',
  async *poses(frames) {
    for await (const { image, at } of frames) {
      const { width, height } = image as ImageBitmap;
      image.close();
      await new Promise((resolve) => setTimeout(resolve, ms));
      yield see({ at, frame: { width, height } });
    }
  },
  close: () => undefined,
});

const sourceWith = (ms: number, clock: Clock = clockAt(1)) => {
  const stage = emptyStage();
  return {
    stage,
    source: figureSource(
      { clock },
      stage,
      detector(ms, (pose) => ({ ...pose, keypoints: noKeypoints })),
    ),
  };
};

const takeFrom = async (
  poses: AsyncIterable<TimedPose<SourceTime>>,
  enough: (pose: TimedPose<SourceTime>) => boolean,
): Promise<readonly TimedPose<SourceTime>[]> => {
  const taken: TimedPose<SourceTime>[] = [];
  for await (const pose of poses) {
    taken.push(pose);
    if (enough(pose)) break;
  }
  return taken;
};

/** The poses up to the first that is enough. */
const take = (...asked: Parameters<typeof takeFrom>): ReturnType<typeof takeFrom> => after(takeFrom(...asked));

const never = new AbortController().signal;

it('films the figure in real time, at most twenty frames a second', async () => {
  const { source } = sourceWith(0);
  const poses = await take(source.poses(never), ({ at }) => at > 1000);
  expect(poses.length).toBeLessThan(23);
  expect(poses.every(({ keypoints }) => keypoints === noKeypoints)).toBe(true);
  expect(source.usesGroundTruth()).toBe(false);
});

it('moves in the time of its clock, and is drawn no more often', async () => {
  const { source } = sourceWith(0, clockAt(2));
  const began = performance.now();
  const poses = await take(source.poses(never), ({ at }) => at > 2000);
  expect(performance.now() - began).toBeGreaterThan(900);
  expect(performance.now() - began).toBeLessThan(1900);
  expect(poses.length).toBeLessThan(23);
});

it('waits for a detector that cannot keep up with its clock', async () => {
  const { source } = sourceWith(100, clockAt(4));
  const poses = await take(source.poses(never), ({ at }) => at > 1000);
  for (const [index, { at }] of poses.slice(1).entries()) expect(at - (poses[index]?.at ?? 0)).toBeLessThanOrEqual(125);
});

it('switches to the true keypoints where judging is too slow, and keeps them', async () => {
  const { source, stage } = sourceWith(300);
  const poses = await take(source.poses(never), ({ keypoints }) => keypoints.nose.score > 0);
  expect(source.usesGroundTruth()).toBe(true);
  expect(poses.at(-1)?.frame).toEqual({ width: 300, height: 150 });
  expect(poses.at(-1)?.at).toBeGreaterThan(poses.at(-2)?.at ?? 0);
  const [next] = await take(source.poses(never), () => true);
  expect(next?.keypoints.nose.score).toBe(1);
  expect(next?.at).toBeLessThan(200);
  expect(stage.drawn.length).toBeGreaterThan(poses.length);
});

it('begins in the view that is asked for first, and at rest', () => {
  const { source, stage } = sourceWith(0);
  expect(stage.drawn.at(-1)?.camera.view).toBe('front');
  source.follow?.(new Workout(planIn('side')));
  expect(stage.drawn.at(-1)?.camera.view).toBe('side');
});

/** A plan of the last exercise that is judged by the norm in a view. */
const planIn = (view: View): Plan => {
  const exercise = exercises.findLast(
    ({ view: own, views, sides }) => own === view && sides !== 'each' && !needsPractice(views[view] ?? { ends: [] }),
  );
  if (!exercise) throw new Error('There is an exercise for each view.');
  return planFor(exercise, { reps: 1, holdSeconds: 1, range: 'norm' });
};

it('does what one workout asks and then the next, turns between, and stands still while nothing is asked', async () => {
  const stage = emptyStage();
  const { drawn } = stage;
  const seeing = detector(0, ({ at }) => {
    const last = drawn.at(-1);
    if (!last) throw new Error('It is drawn before it is judged.');
    return posesThrough(last.body, last.camera, at, { clip: true });
  });
  const source = figureSource({ clock: clockAt(2.5) }, stage, seeing);
  for (const view of ['front', 'side'] as const) {
    const workout = new Workout(planIn(view));
    await after(workout.run(source, never));
    const { events } = workout.record;
    expect(events.at(-1)).toMatchObject({ type: 'session-ended', why: 'completed' });
    expect(events.filter(({ type }) => type === 'rep-completed')).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'cue-given' || type === 'rep-attempted')).toEqual([]);
    expect(events[0]?.at).toBeLessThan(view === 'front' ? 1000 : 6000);
    const before = drawn.length;
    await time.pass(300);
    expect(drawn.length).toBeLessThanOrEqual(before + 1);
  }
  const yaws = drawn.filter(({ camera }) => camera.view === 'side').map(({ camera }) => camera.yaw);
  expect(yaws.some((yaw) => yaw < -20 && yaw > -70)).toBe(true);
  expect(yaws.at(-1)).toBe(0);
  source.close();
  expect(stage.dispose).toHaveBeenCalledOnce();
});
