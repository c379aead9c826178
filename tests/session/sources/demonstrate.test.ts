import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Body } from '../../../src/engine/figure/body.ts';
import type { Camera } from '../../../src/engine/figure/camera.ts';
import { exerciseById } from '../../../src/exercises/registry.ts';
import { createDemonstrate } from '../../../src/session/sources/demonstrate.ts';
import type { Demonstration, FigureLook } from '../../../src/ports/demonstration.ts';
import type { StagePort } from '../../../src/session/sources/source-ports.ts';
import { simulateTime, type SimulatedTime } from '../../simulated-time.ts';

const exercise = exerciseById('cheer');
if (!exercise) throw new Error('The cheer is missing.');

const canvas = () => ({ width: 0, height: 0, getContext: () => null }) as unknown as HTMLCanvasElement;

const stage: StagePort = { canvas: canvas(), draw: () => undefined, dispose: () => undefined };

const still = (onDrawn?: () => void): Demonstration => ({
  canvas: canvas(),
  exercise,
  view: 'front',
  moment: 'end',
  onDrawn,
  signal: new AbortController().signal,
});

it('opens the stage again for the next demonstration where that failed, and once where it did not', async () => {
  let opened = 0;
  const demonstrate = createDemonstrate(() => {
    opened += 1;
    return opened === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(stage);
  });
  const [first, second] = [demonstrate(still()), demonstrate(still())];
  await expect(first).rejects.toThrow('offline');
  await expect(second).rejects.toThrow('offline');
  expect(opened).toBe(1);
  let drawn = 0;
  await demonstrate(still(() => void (drawn += 1)));
  await demonstrate(still(() => void (drawn += 1)));
  expect(opened).toBe(2);
  expect(drawn).toBe(2);
});

describe('a demonstration', () => {
  let time: SimulatedTime;
  beforeEach(() => {
    time = simulateTime();
  });
  afterEach(() => time.end());

  /** What was drawn: how far the camera was turned, and the height of a wrist, metres. */
  const shown = async (lookedAt: () => FigureLook, whenDrawn: (count: number) => void) => {
    const drawn: { readonly yaw: number; readonly wrist: number }[] = [];
    const stage = {
      canvas: canvas(),
      draw: ({ arms }: Body, { yaw }: Camera) => {
        drawn.push({ yaw, wrist: arms.left.wrist[1] });
        whenDrawn(drawn.length);
      },
      dispose: () => undefined,
    };
    const stop = new AbortController();
    const done = createDemonstrate(() => Promise.resolve(stage))({
      canvas: canvas(),
      exercise,
      view: 'side',
      moment: 'moving',
      lookedAt,
      signal: stop.signal,
    });
    return { drawn, stop, done };
  };
  it('is seen from the requested angle, picture by picture', async () => {
    let turn = 0;
    const { drawn, stop, done } = await shown(
      () => ({ turn, speed: 1, isPaused: false }),
      (count) => {
        if (count === 2) turn = 45;
      },
    );
    await time.pass(500);
    expect(drawn.length).toBeGreaterThan(3);
    stop.abort();
    await done;
    expect(drawn.slice(0, 4).map(({ yaw }) => yaw)).toEqual([0, 0, 45, 45]);
  });

  it('stands still while it is paused, can be turned then, and is drawn no more than that', async () => {
    let looking: FigureLook = { turn: 0, speed: 1, isPaused: false };
    const { drawn, stop, done } = await shown(
      () => looking,
      () => undefined,
    );
    await time.pass(500);
    expect(drawn.length).toBeGreaterThan(2);
    looking = { ...looking, isPaused: true };
    await time.pass(300);
    const before = drawn.length;
    looking = { ...looking, turn: 90 };
    await time.pass(400);
    stop.abort();
    await done;
    const [still, turned] = drawn.slice(before - 1);
    expect(drawn).toHaveLength(before + 1);
    expect(turned).toEqual({ yaw: 90, wrist: still?.wrist });
  });

  it('moves slower in slow motion', async () => {
    const wayAt = async (speed: number): Promise<number> => {
      const { drawn, stop, done } = await shown(
        () => ({ turn: 0, speed, isPaused: false }),
        () => undefined,
      );
      await time.pass(2200);
      stop.abort();
      await done;
      const heights = drawn.map(({ wrist }) => wrist);
      return Math.max(...heights) - Math.min(...heights);
    };
    expect(await wayAt(0.2)).toBeLessThan((await wayAt(1)) / 2);
  });
});
