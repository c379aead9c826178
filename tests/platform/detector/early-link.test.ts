import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startEarlyLink, takeEarlyLink } from '../../../src/platform/detector/early-link.ts';
import { modelFiles } from '../../../src/platform/detector/spawn-worker.ts';
import { simulateTime, type SimulatedTime } from '../../simulated-time.ts';
import { fakeWorkers, type WorkerHabits } from './fake-worker.ts';

let time: SimulatedTime;
beforeEach(() => {
  time = simulateTime();
  vi.stubGlobal('document', { baseURI: 'https://limber.test/' });
});
afterEach(async () => {
  // Whatever a test has left is closed.
  await time.pass(120_000);
  time.end();
});

const usual = { model: 'lightning', backend: 'wasm' } as const;

const started = (habits: WorkerHabits = {}) => {
  const { workers, spawn } = fakeWorkers(habits);
  startEarlyLink({ ...usual, files: modelFiles('lightning'), spawn });
  return workers;
};

describe('a worker that is started before the code that uses it', () => {
  it('is taken over once, with the progress so far', async () => {
    const workers = started();
    await time.pass(15);
    const onProgress = vi.fn<(progress: unknown) => void>();
    const taken = takeEarlyLink({ ...usual, onProgress });
    expect(onProgress).toHaveBeenCalledWith({ step: 'model', loadedBytes: 1, totalBytes: 1 });
    await time.pass(15);
    expect(await taken).toMatchObject(usual);
    expect(takeEarlyLink(usual)).toBeUndefined();
    await time.pass(120_000);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([false]);
  });

  it('is closed if nothing takes it within a minute', async () => {
    const workers = started();
    await time.pass(59_000);
    expect(workers[0]?.isTerminated).toBe(false);
    await time.pass(2000);
    expect(workers[0]?.isTerminated).toBe(true);
    expect(takeEarlyLink(usual)).toBeUndefined();
  });

  it('is closed if another runtime is opened', async () => {
    const workers = started();
    expect(takeEarlyLink({ model: 'thunder', backend: 'wasm' })).toBeUndefined();
    await time.pass(100);
    expect(workers[0]?.isTerminated).toBe(true);
  });

  it('is closed when the opening is cancelled, before or after it is ready', async () => {
    for (const after of [0, 50]) {
      const workers = started();
      await time.pass(after);
      const ending = new AbortController();
      const taken = takeEarlyLink({ ...usual, signal: ending.signal });
      ending.abort(new Error('The session was left.'));
      await expect(taken).rejects.toThrow('The session was left.');
      await time.pass(100);
      expect(workers[0]?.isTerminated).toBe(true);
    }
  });

  it('is forgotten if it fails, so that the session opens another one', async () => {
    started({ startFails: 'failed' });
    await time.pass(100);
    expect(takeEarlyLink(usual)).toBeUndefined();
  });
});
