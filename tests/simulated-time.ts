import { vi } from 'vitest';

/** Time that the test controls. */
export interface SimulatedTime {
  /** Lets this many milliseconds pass, timer by timer; after each, everything that is ready runs. */
  pass(ms: number): Promise<void>;
  /** Lets time pass until the condition holds; rejects where it does not within this many milliseconds. */
  until(condition: () => boolean, withinMs: number): Promise<void>;
  /** Called after each timer, when everything caused by it has run. */
  onStep: () => void;
  /** Restores the page's own time. */
  end(): void;
}

/** Lets everything that is ready run. */
const settled = (): Promise<void> => new Promise((done) => void setImmediate(done));

/** Replaces timers and `performance.now`: seconds pass as fast as their work is done. */
export const simulateTime = (): SimulatedTime => {
  let [now, last] = [0, 0];
  const timers = new Map<number, { at: number; readonly every: number | undefined; readonly run: () => void }>();
  const add = (run: () => void, ms: number, every?: number): number => {
    last += 1;
    // As in Node: whole milliseconds, and at least one.
    timers.set(last, { at: now + Math.max(1, Math.round(ms)), every, run });
    return last;
  };
  const remove = (id: number | undefined): void => void (id !== undefined && timers.delete(id));
  vi.stubGlobal('setTimeout', (run: () => void, ms = 0) => add(run, ms));
  vi.stubGlobal('setInterval', (run: () => void, ms: number) => add(run, ms, ms));
  vi.stubGlobal('clearTimeout', remove);
  vi.stubGlobal('clearInterval', remove);
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);

  /** Runs the next timer that is due by then; returns whether there was one. */
  const step = async (by: number): Promise<boolean> => {
    let [nextId, nextAt] = [0, Infinity];
    for (const [id, { at }] of timers) if (at < nextAt) [nextId, nextAt] = [id, at];
    const timer = timers.get(nextId);
    if (!timer || nextAt > by) return false;
    now = Math.max(now, nextAt);
    if (timer.every === undefined) timers.delete(nextId);
    else timer.at = now + timer.every;
    timer.run();
    await settled();
    time.onStep();
    return true;
  };

  const time: SimulatedTime = {
    onStep: () => undefined,
    pass: async (ms) => {
      const end = now + ms;
      await settled();
      while (await step(end));
      now = end;
    },
    until: async (condition, withinMs) => {
      const end = now + withinMs;
      await settled();
      while (!condition()) {
        if (!(await step(end))) throw new Error(`It has not come within ${withinMs} ms.`);
      }
    },
    end: () => {
      clock.mockRestore();
      vi.unstubAllGlobals();
    },
  };
  return time;
};
