import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DetectorProblem } from '../../../src/platform/detector/detector-problem.ts';
import { openDetector, type DetectorOptions } from '../../../src/platform/detector/open-detector.ts';
import type { SimulatedTime } from '../../simulated-time.ts';
import { fakeWorkers, type WorkerHabits } from './fake-worker.ts';
import { memory, openedOn, simulatePage } from './opened-on.ts';

let time: SimulatedTime;
beforeEach(() => {
  time = simulatePage();
});
afterEach(() => time.end());

/** Opens a detector on fake workers, each with its own habits. */
const opened = (
  habits: readonly WorkerHabits[],
  webglTrial: NonNullable<DetectorOptions['webglTrial']>,
  saved = memory(),
) => openedOn(time, habits, { webglTrial }, saved);

/** Too slow for a trial of Thunder on either backend. */
const [slow, slower] = [{ medianMs: 60 }, { medianMs: 80 }] as const;

describe('a graphics card that gives wrong results', () => {
  it('is not used, and the processor goes on', async () => {
    const { detector, trials, alive, known } = await opened([slower, { startFails: 'wrong' }], 'always');
    expect(trials.webgl).toMatchObject({ outcome: 'failed', fault: 'wrong' });
    expect(detector.backend).toBe('wasm');
    expect(alive).toEqual(['wasm']);
    expect(known).toMatchObject({ backend: 'wasm', backends: { wasm: { medianMs: 80 }, webgl: { fault: 'wrong' } } });
  });

  it('is told from one that does not start', async () => {
    const { trials, known } = await opened([slower, { startFails: 'failed' }], 'always');
    expect(trials.webgl).toMatchObject({ outcome: 'failed', fault: 'failed' });
    expect(known?.backends?.webgl).toEqual({ fault: 'failed' });
  });

  it('is given up where it was the best one known', async () => {
    const saved = memory({ model: 'lightning', backend: 'webgl', backends: { webgl: { medianMs: 5 } } });
    const habits: readonly WorkerHabits[] = [{ startFails: 'wrong' }, slow, { startFails: 'wrong' }];
    const { detector, started, alive, known } = await opened(habits, 'always', saved);
    expect([detector.backend, started, alive]).toEqual(['wasm', ['webgl', 'wasm', 'webgl'], ['wasm']]);
    expect(known).toMatchObject({ backend: 'wasm', backends: { webgl: { fault: 'wrong' } } });
  });
});

describe('a graphics card that is slower than the processor', () => {
  it('is not used', async () => {
    const { detector, trials, alive } = await opened([slow, slower], 'always');
    expect(trials.webgl).toEqual({ outcome: 'kept', usedMs: 60, triedMs: 80 });
    expect([detector.backend, alive]).toEqual(['wasm', ['wasm']]);
  });
});

describe('a processor that gives wrong results', () => {
  it('is a problem with the detector, and leaves no worker behind', async () => {
    const { workers, spawn } = fakeWorkers({ startFails: 'wrong' });
    const opening = openDetector({ webglTrial: 'always', savedRuntime: memory(), spawn });
    opening.catch(() => undefined);
    await time.pass(500);
    await expect(opening).rejects.toBeInstanceOf(DetectorProblem);
    await expect(opening).rejects.toMatchObject({ kind: 'detector' });
    expect(workers.every(({ isTerminated }) => isTerminated)).toBe(true);
  });
});

describe('the graphics card, chosen by the user', () => {
  it('takes over although it is slower, and is opened at once the next time', async () => {
    const saved = memory();
    const first = await opened([slow, slower], 'chosen', saved);
    expect([first.detector.backend, first.started, first.alive]).toEqual(['webgl', ['wasm', 'webgl'], ['webgl']]);
    expect(first.known?.backends).toMatchObject({ wasm: { medianMs: 60 }, webgl: { medianMs: 80 } });
    const second = await opened([slower], 'chosen', saved);
    expect([second.detector.backend, second.started]).toEqual(['webgl', ['webgl']]);
  });

  it.each(['wrong', 'failed'] as const)(
    'is replaced by the processor where its start ends as %s, and tried again the next time',
    async (startFails) => {
      const saved = memory();
      const first = await opened([slow, { startFails }], 'chosen', saved);
      expect([first.detector.backend, first.known?.backends?.webgl]).toEqual(['wasm', { fault: startFails }]);
      const second = await opened([slow, slower], 'chosen', saved);
      expect([second.detector.backend, second.started]).toEqual(['webgl', ['wasm', 'webgl']]);
      expect(second.known?.backends?.webgl).toEqual({ medianMs: 80 });
    },
  );

  it('is not the fastest for that: with the choice taken back the faster processor is used', async () => {
    const saved = memory();
    await opened([slow, slower], 'chosen', saved);
    const { detector } = await opened([slow, slower], 'always', saved);
    expect(detector.backend).toBe('wasm');
  });
});

describe('the processor, chosen by the user', () => {
  it('is the only one started, also where the graphics card was the best', async () => {
    const saved = memory({ model: 'lightning', backend: 'webgl', backends: { webgl: { medianMs: 5 } } });
    const { detector, started, known } = await opened([slow], 'never', saved);
    expect([detector.backend, started]).toEqual(['wasm', ['wasm']]);
    expect(known?.backends).toMatchObject({ wasm: { medianMs: 60 }, webgl: { medianMs: 5 } });
  });
});

describe('what is known of this device', () => {
  it('keeps that Thunder is too slow, so that it is not fetched in vain', async () => {
    const saved = memory({ model: 'lightning', backend: 'wasm', isThunderTooSlow: true });
    const { started, known } = await opened([{ medianMs: 10 }], 'never', saved);
    expect(started).toEqual(['wasm']);
    expect(known).toMatchObject({ isThunderTooSlow: true, backends: { wasm: { medianMs: 10 } } });
  });

  it('does not change with a detector that is closed during a trial', async () => {
    const { workers, spawn } = fakeWorkers(slow, { startMs: 'never' });
    const saved = memory();
    const opening = openDetector({ webglTrial: 'always', savedRuntime: saved, spawn });
    await time.pass(100);
    const detector = await opening;
    expect(workers).toHaveLength(2);
    detector.close();
    await detector.trials;
    expect(saved.read()?.backends?.webgl).toBeUndefined();
  });
});

describe('the time of a warm-up frame', () => {
  const lightning = { model: 'lightning', backend: 'wasm' } as const;

  it('is not measured again where no choice depends on it', async () => {
    const saved = memory({ ...lightning, backends: { wasm: { medianMs: 60 } } });
    const { told, known, detector } = await opened([slower], 'never', saved);
    expect(told).toEqual([60]);
    expect([detector.medianMs, known?.backends?.wasm]).toEqual([60, { medianMs: 60 }]);
  });

  it.each<readonly [string, NonNullable<DetectorOptions['webglTrial']>, number]>([
    ['WebGL is timed beside it', 'always', 60],
    ['Thunder may be fast enough', 'never', 20],
  ])('is measured again where %s', async (_, webglTrial, medianMs) => {
    const saved = memory({ ...lightning, backends: { wasm: { medianMs } } });
    const { told } = await opened([slow], webglTrial, saved);
    expect(told.every((known) => known === undefined)).toBe(true);
  });

  it('is measured on a device of which nothing is known', async () => {
    expect((await opened([slow], 'never')).told).toEqual([undefined]);
  });
});
