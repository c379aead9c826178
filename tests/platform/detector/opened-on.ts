import { vi } from 'vitest';
import { openDetector, type DetectorOptions } from '../../../src/platform/detector/open-detector.ts';
import type { KnownRuntime } from '../../../src/platform/detector/saved-runtime.ts';
import type { Persisted } from '../../../src/platform/persisted.ts';
import { simulateTime, type SimulatedTime } from '../../simulated-time.ts';
import { fakeWorkers, type WorkerHabits } from './fake-worker.ts';

/** A device's saved runtime, for the duration of the test. */
export const memory = (runtime?: KnownRuntime): Persisted<KnownRuntime | undefined> => {
  let kept = runtime;
  return {
    read: () => kept,
    write: (next) => {
      kept = next;
    },
  };
};

/**
 * Simulates time and a page, of which a detector needs the address; the caller ends the time. Other tests of the process
 * may have fetched files: a detector that fetches its code again asks which of them are of this page.
 */
export const simulatePage = (): SimulatedTime => {
  vi.stubGlobal('location', { origin: 'https://limber.test' });
  vi.stubGlobal('document', { baseURI: 'https://limber.test/' });
  vi.stubGlobal('navigator', {});
  return simulateTime();
};

/** Opens a detector on fake workers, each with its own habits, in simulated time, and waits for its trials. */
export const openedOn = async (
  time: SimulatedTime,
  habits: readonly WorkerHabits[],
  options: DetectorOptions,
  savedRuntime = memory(),
) => {
  const { workers, spawn } = fakeWorkers(...habits);
  const opening = openDetector({ savedRuntime, spawn, ...options });
  opening.catch(() => undefined);
  await time.pass(500);
  const detector = await opening;
  const trials = await detector.trials;
  /** The backends that were started, in order. */
  const started = workers.map(({ runtime }) => runtime?.backend);
  const alive = workers.filter(({ isTerminated }) => !isTerminated).map(({ runtime }) => runtime?.backend);
  const told = workers.map(({ knownMs }) => knownMs);
  return { detector, trials, started, alive, told, known: savedRuntime.read() };
};
