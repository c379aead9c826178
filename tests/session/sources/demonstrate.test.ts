import { expect, it } from 'vitest';
import { exerciseById } from '../../../src/exercises/registry.ts';
import { createDemonstrate } from '../../../src/session/sources/demonstrate.ts';
import type { Demonstration } from '../../../src/ports/demonstration.ts';
import type { StagePort } from '../../../src/session/sources/source-ports.ts';

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
