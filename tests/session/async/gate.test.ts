import { describe, expect, it } from 'vitest';
import { Gate } from '../../../src/session/async/gate.ts';

const { signal: never } = new AbortController();

/** Whether a promise has settled after everything that is due has run. */
const hasSettled = async (promise: Promise<void>): Promise<boolean> => {
  let isSettled = false;
  void promise.then(() => (isSettled = true));
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  return isSettled;
};

describe('a gate', () => {
  it('is open from the beginning', async () => {
    const gate = new Gate();
    expect(gate.isClosed).toBe(false);
    expect(await hasSettled(gate.passed(never))).toBe(true);
  });

  it('holds every caller while it is closed, and lets all through at once when it opens', async () => {
    const gate = new Gate();
    gate.close();
    const [one, other] = [gate.passed(never), gate.passed(never)];
    expect([gate.isClosed, await hasSettled(one), await hasSettled(other)]).toEqual([true, false, false]);
    gate.open();
    expect([gate.isClosed, await hasSettled(one), await hasSettled(other)]).toEqual([false, true, true]);
  });

  it('holds a caller that comes after it was closed again', async () => {
    const gate = new Gate();
    gate.close();
    gate.open();
    gate.close();
    const late = gate.passed(never);
    expect(await hasSettled(late)).toBe(false);
    gate.open();
    expect(await hasSettled(late)).toBe(true);
  });

  it('lets a caller through whose signal aborts, before or during the wait, and no other', async () => {
    const gate = new Gate();
    gate.close();
    const leaving = new AbortController();
    const [left, staying] = [gate.passed(leaving.signal), gate.passed(never)];
    expect(await hasSettled(left)).toBe(false);
    leaving.abort();
    expect([await hasSettled(left), await hasSettled(staying)]).toEqual([true, false]);
    expect(await hasSettled(gate.passed(leaving.signal))).toBe(true);
  });

  it('leaves nothing behind on a signal that outlives the wait', async () => {
    const counts = { added: 0, removed: 0 };
    const { signal } = new AbortController();
    const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)];
    signal.addEventListener = (type: string, listener: EventListenerOrEventListenerObject) => {
      counts.added += 1;
      add(type, listener);
    };
    signal.removeEventListener = (type: string, listener: EventListenerOrEventListenerObject) => {
      counts.removed += 1;
      remove(type, listener);
    };
    const gate = new Gate();
    for (let turn = 0; turn < 3; turn += 1) {
      gate.close();
      const passed = gate.passed(signal);
      gate.open();
      await passed;
    }
    expect(counts).toEqual({ added: 3, removed: 3 });
  });
});
