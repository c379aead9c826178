import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceTime } from '../../../src/engine/units.ts';
import { DetectorProblem } from '../../../src/platform/detector/detector-problem.ts';
import { detectedPoses } from '../../../src/platform/detector/detected-poses.ts';
import type { Runtime } from '../../../src/platform/detector/protocol.ts';
import { ResilientDetector, type Runtimes } from '../../../src/platform/detector/resilient-detector.ts';
import { openLink, type WorkerLink } from '../../../src/platform/detector/worker-link.ts';
import { simulateTime, type SimulatedTime } from '../../simulated-time.ts';
import { frameAt, frameTap } from '../frames.ts';
import { fakeWorkers, type WorkerHabits } from './fake-worker.ts';

let time: SimulatedTime;
beforeEach(() => {
  time = simulateTime();
});
afterEach(() => time.end());

const file = { url: '', bytes: 1, sha256: '' };
const usual: Runtime = { model: 'lightning', backend: 'wasm' };

/** What a test changes of a detector; `restart` replaces the start of every worker after the first. */
type Change = Partial<Runtimes> & { readonly restart?: () => Promise<WorkerLink> };

/** A detector that runs on fake workers, each with its own habits; the last one's apply to all that follow. */
const running = async (
  habits: readonly WorkerHabits[],
  first: Runtime = usual,
  { restart, ...change }: Change = {},
) => {
  const { workers, spawn } = fakeWorkers(...habits);
  const files = { topology: file, weights: file };
  const open: Runtimes['open'] = (runtime, more) =>
    openLink({ ...runtime, files, spawn, retries: runtime === usual, ...more });
  /** Starts one more worker. */
  const spare = async (runtime = usual): Promise<WorkerLink> => {
    const opening = open(runtime, {});
    await time.pass(30);
    return opening;
  };
  const detector = new ResilientDetector(await spare(first), {
    open: restart ?? open,
    usual,
    isWebglTried: false,
    isThunderTried: false,
    remember: () => undefined,
    ...change,
  });
  const alive = (): number => workers.filter(({ isTerminated }) => !isTerminated).length;
  const detect = (at = 0) => detector.detect(frameAt(at).image, sourceTime(at));
  return { detector, workers, alive, detect, spare };
};

/** Follows a promise: returns its result so far, `waits` while it is pending. */
const followed = (promise: Promise<unknown>): (() => unknown) => {
  let outcome: unknown = 'waits';
  promise.then(
    () => void (outcome = 'done'),
    (error: unknown) => void (outcome = error),
  );
  return () => outcome;
};

describe('a detector that is closed', () => {
  it('settles everything that waits for its worker, and all later requests', async () => {
    const { detector, alive, detect } = await running([{ frameMs: 'never' }]);
    const before = [detect(), detector.idle(), detector.tensors()].map(followed);
    await time.pass(0);
    expect(before.map((outcome) => outcome())).toEqual(['waits', 'waits', 'waits']);
    detector.close();
    await time.pass(0);
    const after = [detect(), detector.idle(), detector.tensors()].map(followed);
    await time.pass(0);
    for (const [found, idle, tensors] of [before, after]) {
      expect(found?.()).toBeInstanceOf(DetectorProblem);
      expect(idle?.()).toBe('done');
      expect(tensors?.()).toBeInstanceOf(DetectorProblem);
    }
    expect(alive()).toBe(0);
  });

  it('settles a frame that a retiring worker still has', async () => {
    const { detector, alive, detect } = await running([{ frameMs: 'never', medianMs: 10 }, { medianMs: 5 }], usual, {
      isWebglTried: true,
    });
    const found = followed(detect());
    await time.pass(50);
    expect(detector.backend).toBe('webgl');
    detector.close();
    await time.pass(0);
    expect(found()).toBeInstanceOf(DetectorProblem);
    expect(alive()).toBe(0);
  });

  it('settles a frame that waits for a worker that is being started, and ends that one', async () => {
    const { detector, workers, alive, detect } = await running([{ frameMs: 'never' }, { startMs: 'never' }]);
    const found = followed(detect());
    await time.pass(0);
    workers[0]?.crash();
    await time.pass(0);
    expect(workers).toHaveLength(2);
    detector.close();
    await time.pass(0);
    expect(found()).toBeInstanceOf(DetectorProblem);
    expect(alive()).toBe(0);
  });

  it('closes a worker that starts too late to be stopped', async () => {
    let start: (link: WorkerLink) => void = () => undefined;
    const late = new Promise<WorkerLink>((done) => {
      start = done;
    });
    const { detector, workers, spare } = await running([{}, {}], usual, { restart: () => late });
    workers[0]?.crash();
    detector.close();
    start(await spare());
    await time.pass(0);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, true]);
  });

  it('ends a stream of poses without an error where its signal has aborted, and closes the waiting frames', async () => {
    const { detector } = await running([{ frameMs: 'never' }]);
    const tap = frameTap();
    const leaving = new AbortController();
    const next = detectedPoses(tap, detector, leaving.signal).next();
    const frames = [frameAt(0), frameAt(33), frameAt(66)];
    for (const frame of frames) {
      tap.send(frame);
      await time.pass(0);
    }
    leaving.abort();
    detector.close();
    expect((await next).done).toBe(true);
    await time.pass(0);
    // The first belongs to the worker.
    expect(frames.slice(1).map((frame) => frame.closed())).toEqual([1, 1]);
  });
});

describe('a breakdown', () => {
  it('is survived where the next worker hangs at its start and the one after does not', async () => {
    const { detector, workers, detect } = await running([{}, { startMs: 'never' }, {}]);
    const problems: DetectorProblem[] = [];
    detector.onFailure((problem) => problems.push(problem));
    workers[0]?.crash();
    const found = followed(detect());
    await time.pass(16_000);
    expect(found()).toBe('done');
    expect(workers).toHaveLength(3);
    expect(problems).toEqual([]);
  });

  it('is a problem where every next worker hangs at its start', async () => {
    const { detector, workers, alive, detect } = await running([{}, { startMs: 'never' }]);
    const problems: DetectorProblem[] = [];
    detector.onFailure((problem) => problems.push(problem));
    workers[0]?.crash();
    const found = followed(detect());
    await time.pass(31_000);
    expect(found()).toBeInstanceOf(DetectorProblem);
    expect(problems).toHaveLength(1);
    expect(alive()).toBe(0);
  });
});

describe('a detector that has failed for good', () => {
  it('is started once more with the next stream, and fails again at its next crash', async () => {
    const { detector, workers, detect } = await running([{}]);
    workers[0]?.crash();
    await time.pass(30);
    workers[1]?.crash();
    expect(followed(detect())()).toBe('waits');
    await time.pass(0);
    expect(detector.hasFailed).toBe(true);
    detector.applyPendingModel();
    const found = followed(detect(40));
    await time.pass(100);
    expect([found(), detector.hasFailed, workers.length]).toEqual(['done', false, 3]);
    workers[2]?.crash();
    const lost = followed(detect(80));
    await time.pass(100);
    expect(lost()).toBeInstanceOf(DetectorProblem);
    expect([detector.hasFailed, workers.length]).toEqual([true, 3]);
  });
});

describe('a change of the model between two streams', () => {
  /** Thunder, so slow in use that the detector returns to Lightning. */
  const tooSlow = async () => {
    const world = await running(
      [{ frameMs: 100 }, { startMs: 500 }],
      { model: 'thunder', backend: 'wasm' },
      { isThunderTried: true },
    );
    const found = world.detect();
    await time.pass(110);
    await found;
    return world;
  };

  it('starts one worker, however often it is requested meanwhile, and leaves none behind', async () => {
    const { detector, workers, alive, detect } = await tooSlow();
    detector.applyPendingModel();
    expect([detector.model, detector.nextModel]).toEqual(['thunder', 'lightning']);
    detector.applyPendingModel();
    await time.pass(200);
    detector.applyPendingModel();
    const found = followed(detect(200));
    await time.pass(1000);
    expect(found()).toBe('done');
    expect([detector.model, detector.nextModel]).toEqual(['lightning', 'lightning']);
    expect(workers).toHaveLength(2);
    expect(alive()).toBe(1);
    detector.close();
    expect(alive()).toBe(0);
  });

  it('leaves no worker behind when it switches to the better model while another worker starts after a crash', async () => {
    // Lightning, Thunder on trial, and Lightning once more after the crash.
    const { detector, workers, alive, detect } = await running([{}, {}, { startMs: 500 }], usual, {
      isThunderTried: true,
    });
    await time.pass(50);
    expect(detector.nextModel).toBe('thunder');
    workers[0]?.crash();
    detector.applyPendingModel();
    const found = followed(detect());
    await time.pass(1000);
    expect(found()).toBe('done');
    expect(detector.model).toBe('thunder');
    expect(workers).toHaveLength(3);
    expect(alive()).toBe(1);
  });
});
