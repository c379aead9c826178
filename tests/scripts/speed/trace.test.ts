import { describe, expect, it } from 'vitest';
import { mainThreadShares, type TraceEvent } from '../../../scripts/speed/trace.ts';

/** An event on a thread of the traced page, times in ms. */
const event = (name: string, from: number, lasts: number, tid = 1, pid = 7): TraceEvent => ({
  name,
  ph: 'X',
  pid,
  tid,
  ts: from * 1000,
  dur: lasts * 1000,
  tdur: lasts * 500,
});

const named = (name: string, tid = 1, pid = 7): TraceEvent => ({
  name: 'thread_name',
  ph: 'M',
  pid,
  tid,
  ts: 0,
  args: { name },
});

const threads = [named('CrRendererMain'), named('Compositor', 2), named('CrRendererMain', 1, 8)];

describe("the main thread's shares", () => {
  const shares = mainThreadShares(
    [
      ...threads,
      event('RunTask', 100, 100),
      event('FunctionCall', 110, 60),
      event('Layout', 120, 10),
      event('RunTask', 300, 100),
      event('Paint', 310, 80),
      event('RunTask', 0, 900, 2),
      event('RunTask', 0, 50, 1, 8),
    ],
    1000,
  );

  it('are those of the page, not of its compositor or of an idle page beside it', () => {
    expect(shares.busy).toBeCloseTo(0.2);
  });

  it('give each kind its own time, without what ran within it', () => {
    expect(shares.kinds.script).toBeCloseTo(0.05);
    expect(shares.kinds['style and layout']).toBeCloseTo(0.01);
    expect(shares.kinds.painting).toBeCloseTo(0.08);
    expect(shares.kinds.other).toBeCloseTo(0.06);
  });

  it('are by processor time what the thread itself used', () => {
    expect(shares.busyProcessor).toBeCloseTo(0.1);
  });

  it('count a long task as one of script only where its script alone took 50 ms', () => {
    expect(shares).toMatchObject({ longTasks: 2, longScriptTasks: 1 });
  });
});
