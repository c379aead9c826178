import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceTime } from '../../../src/engine/units.ts';
import { DetectorProblem } from '../../../src/platform/detector/detector-problem.ts';
import { FrameReturned, openLink, type LinkRequest } from '../../../src/platform/detector/worker-link.ts';
import type { SimulatedTime } from '../../simulated-time.ts';
import { frameAt } from '../frames.ts';
import { fakeWorkers, type WorkerHabits } from './fake-worker.ts';
import { simulatePage } from './opened-on.ts';

let time: SimulatedTime;
beforeEach(() => {
  time = simulatePage();
});
afterEach(() => time.end());

const file = { url: '', bytes: 1, sha256: '' };

const starting = (habits: readonly WorkerHabits[], part: Partial<LinkRequest> = {}) => {
  const { workers, spawn } = fakeWorkers(...habits);
  const opening = openLink({
    model: 'lightning',
    backend: 'wasm',
    files: { topology: file, weights: file },
    retries: true,
    spawn,
    ...part,
  });
  const outcome: { settled?: unknown } = {};
  opening.then(
    (link) => void (outcome.settled = link),
    (error: unknown) => void (outcome.settled = error),
  );
  return { workers, opening, outcome };
};

const open = async (habits: WorkerHabits = {}) => {
  const { workers, opening } = starting([habits]);
  await time.pass(30);
  return { link: await opening, worker: workers[0] };
};

describe('a worker that starts', () => {
  it('is ended after 15 s without a message, and another one takes its place', async () => {
    const { workers, opening, outcome } = starting([{ startMs: 'never' }, {}]);
    await time.pass(14_000);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([false]);
    await time.pass(1100);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, false]);
    expect(await opening).toBe(outcome.settled);
    expect(outcome.settled).toMatchObject({ model: 'lightning', backend: 'wasm' });
  });

  it('is a problem with the detector where the second one hangs as well, and leaves no worker behind', async () => {
    const { workers, outcome } = starting([{ startMs: 'never' }]);
    await time.pass(29_000);
    expect(outcome.settled).toBeUndefined();
    await time.pass(2000);
    expect(outcome.settled).toBeInstanceOf(DetectorProblem);
    expect(outcome.settled).toMatchObject({ kind: 'detector' });
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, true]);
  });

  it('is waited for as long as its download goes on, however slowly', async () => {
    const { workers, outcome } = starting([{ startMs: 'never' }]);
    for (let loadedBytes = 1; loadedBytes <= 20; loadedBytes += 1) {
      await time.pass(14_000);
      workers[0]?.tell({ type: 'progress', loadedBytes, totalBytes: 20 });
    }
    expect(workers).toHaveLength(1);
    workers[0]?.tell({ type: 'warming-up' });
    await time.pass(18_000);
    workers[0]?.tell({ type: 'ready', model: 'lightning', backend: 'wasm', medianMs: 10 });
    await time.pass(0);
    expect(outcome.settled).toMatchObject({ medianMs: 10 });
  });

  it('is started again, once, where a part of its code does not arrive, also after its own code did not', async () => {
    const { workers, outcome } = starting([{ startMs: 'never' }]);
    const missing = { type: 'failed', message: 'no part', isMissing: true } as const;
    workers[0]?.onerror?.(new Event('error') as ErrorEvent);
    await time.pass(10);
    workers[1]?.tell(missing);
    await time.pass(0);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, true, false]);
    workers[2]?.tell(missing);
    await time.pass(0);
    expect(outcome.settled).toMatchObject({ kind: 'detector', message: 'no part' });
    expect(workers).toHaveLength(3);
  });

  it('is not started a second time after it failed with a reason', async () => {
    const { workers, outcome } = starting([{ startMs: 'never' }]);
    workers[0]?.tell({ type: 'failed', message: 'no such file' });
    await time.pass(0);
    expect(outcome.settled).toMatchObject({ kind: 'detector', message: 'no such file' });
    expect(workers).toHaveLength(1);
  });

  it('is ended when its opening is cancelled, and no other one is started', async () => {
    const ending = new AbortController();
    const { workers, outcome } = starting([{ startMs: 'never' }], { signal: ending.signal });
    ending.abort(new Error('left'));
    await time.pass(40_000);
    expect(outcome.settled).toMatchObject({ message: 'left' });
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
  });
});

describe('closing a worker', () => {
  it('settles a frame in flight and a count of tensors', async () => {
    const { link, worker } = await open({ frameMs: 'never' });
    const frame = link.detect(frameAt(0).image, sourceTime(0));
    const count = link.tensors();
    link.close();
    await expect(frame).rejects.toBeInstanceOf(FrameReturned);
    await expect(count).rejects.toBeInstanceOf(DetectorProblem);
    await expect(link.tensors()).rejects.toBeInstanceOf(DetectorProblem);
    expect(worker?.isTerminated).toBe(true);
  });

  it('waits for the frame in flight where it retires', async () => {
    const { link, worker } = await open({ frameMs: 50 });
    const frame = link.detect(frameAt(0).image, sourceTime(0));
    link.retire();
    expect(worker?.isTerminated).toBe(false);
    await time.pass(60);
    expect(await frame).toMatchObject({ light: 0.5 });
    expect(worker?.isTerminated).toBe(true);
  });

  it('happens to one that does not return a frame within twenty seconds', async () => {
    const { link, worker } = await open({ frameMs: 'never' });
    const downs: string[] = [];
    link.onDown = (reason) => downs.push(reason);
    const frame = link.detect(frameAt(0).image, sourceTime(0));
    frame.catch(() => undefined);
    await time.pass(19_000);
    expect(worker?.isTerminated).toBe(false);
    await time.pass(1100);
    await expect(frame).rejects.toBeInstanceOf(FrameReturned);
    expect(downs).toEqual(['crashed']);
  });
});
