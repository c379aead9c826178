import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceTime } from '../../../src/engine/units.ts';
import type { SimulatedTime } from '../../simulated-time.ts';
import { frameAt } from '../frames.ts';
import type { WorkerHabits } from './fake-worker.ts';
import { memory, openedOn, simulatePage } from './opened-on.ts';

/* When Thunder, the better and slower model, is used; with real models: tests/browser/detector.test.ts. */

let time: SimulatedTime;
beforeEach(() => {
  time = simulatePage();
});
afterEach(() => time.end());

const opened = (habits: readonly WorkerHabits[], saved = memory()) =>
  openedOn(time, habits, { webglTrial: 'never' }, saved);

/** A device on which Thunder was fast enough. */
const withThunder = () => memory({ model: 'thunder', backend: 'wasm' });

describe('the trial of Thunder', () => {
  it('is skipped where Lightning is too slow already, so that nothing is fetched in vain', async () => {
    const { trials, started } = await opened([{ medianMs: 30 }]);
    expect(trials.thunder).toEqual({ outcome: 'skipped' });
    expect(started).toHaveLength(1);
  });

  it('keeps Lightning where Thunder is slower than twenty frames a second, and does not try it again', async () => {
    const saved = memory();
    const { detector, trials, known } = await opened([{ medianMs: 10 }, { medianMs: 51 }], saved);
    expect(trials.thunder).toEqual({ outcome: 'kept', usedMs: 10, triedMs: 51 });
    detector.applyPendingModel();
    expect(detector.model).toBe('lightning');
    expect(known).toMatchObject({ model: 'lightning', backend: 'wasm', isThunderTooSlow: true });

    const again = await opened([{ medianMs: 10 }, { medianMs: 51 }], saved);
    expect(again.trials.thunder).toEqual({ outcome: 'skipped' });
    expect(again.started).toHaveLength(1);
  });

  it('takes Thunder at twenty frames a second', async () => {
    const { detector, trials } = await opened([{ medianMs: 10 }, { medianMs: 50 }]);
    expect(trials.thunder).toMatchObject({ outcome: 'took' });
    expect([detector.model, detector.nextModel]).toEqual(['lightning', 'thunder']);
  });
});

describe('Thunder, saved as the best model', () => {
  it('returns to Lightning where it has become too slow, and begins with it the next time', async () => {
    const { detector, known, started, alive } = await opened([{ medianMs: 51 }, { medianMs: 30 }], withThunder());
    expect(detector.model).toBe('lightning');
    expect(known?.model).toBe('lightning');
    expect(started).toHaveLength(2);
    expect(alive).toHaveLength(1);
  });

  it('returns to Lightning where it does not start, and begins with it the next time', async () => {
    const { detector, known, started } = await opened([{ startFails: 'failed' }, { medianMs: 30 }], withThunder());
    expect(detector.model).toBe('lightning');
    expect(known?.model).toBe('lightning');
    expect(started).toHaveLength(2);
  });

  it('is reverted between two streams where it turned out too slow in use, and is not repeated', async () => {
    const saved = withThunder();
    const { detector } = await opened([{ medianMs: 20, frameMs: 100 }, { medianMs: 20 }], saved);
    const detected = async (at: number): Promise<void> => {
      const found = detector.detect(frameAt(at).image, sourceTime(at));
      await time.pass(200);
      await found;
    };
    await detected(0);
    expect([detector.model, detector.nextModel]).toEqual(['thunder', 'lightning']);
    detector.applyPendingModel();
    await detected(40);
    expect(detector.model).toBe('lightning');
    expect(saved.read()).toMatchObject({ model: 'lightning', backend: 'wasm', isThunderTooSlow: true });
  });

  it('is not opened where another model is asked for, and the other way round', async () => {
    const options = { webglTrial: 'never', model: 'thunder' } as const;
    const { detector, started } = await openedOn(time, [{ medianMs: 1 }], options, memory());
    expect([detector.model, started.length]).toEqual(['thunder', 1]);
    const lightning = await openedOn(time, [{ medianMs: 1 }], { ...options, model: 'lightning' }, withThunder());
    expect([lightning.detector.model, lightning.started.length]).toEqual(['lightning', 1]);
  });
});
