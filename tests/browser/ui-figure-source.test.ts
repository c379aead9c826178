import { expect, it, vi } from 'vitest';
import { nobody } from '../../src/engine/pose/keypoints.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { figureSource } from '../../src/session/figure-source.ts';
import type { DetectorPort, StagePort } from '../../src/session/source-ports.ts';

const [exercise] = exercises;
if (!exercise) throw new Error('There is no exercise.');

const stage = (): StagePort => {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d');
  return { canvas, draw: () => undefined, dispose: vi.fn<() => void>() };
};

/** A detector that sees nobody, so many milliseconds a frame. */
const detector = (ms: number): DetectorPort => ({
  async *poses(frames) {
    for await (const { image, at } of frames) {
      const frame = { width: image.width, height: image.height };
      image.close();
      await new Promise((resolve) => setTimeout(resolve, ms));
      yield { at, frame, keypoints: nobody };
    }
  },
  close: () => undefined,
});

const sourceWith = (ms: number) =>
  figureSource(
    {
      kind: 'figure',
      exercise,
      view: 'front',
      repetitions: 1,
      practises: false,
      holdMs: 1000,
      frames: undefined,
      video: undefined,
      onProgress: () => undefined,
      signal: new AbortController().signal,
    },
    stage(),
    detector(ms),
  );

const take = async (
  poses: AsyncIterable<TimedPose>,
  enough: (pose: TimedPose) => boolean,
): Promise<readonly TimedPose[]> => {
  const taken: TimedPose[] = [];
  for await (const pose of poses) {
    taken.push(pose);
    if (enough(pose)) break;
  }
  return taken;
};

const never = new AbortController().signal;

it('films the figure in real time, at most twenty frames a second', async () => {
  const source = sourceWith(0);
  const poses = await take(source.poses(never), ({ at }) => at > 1000);
  expect(poses.length).toBeLessThan(23);
  expect(poses.every(({ keypoints }) => keypoints === nobody)).toBe(true);
  expect(source.isTruth()).toBe(false);
});

it('goes over to the true keypoints where judging is too slow', async () => {
  const source = sourceWith(300);
  const poses = await take(source.poses(never), ({ keypoints }) => keypoints.nose.score > 0);
  expect(source.isTruth()).toBe(true);
  expect(poses.at(-1)?.frame).toEqual({ width: 300, height: 150 });
  expect(poses.at(-1)?.at).toBeGreaterThan(poses.at(-2)?.at ?? 0);
});
