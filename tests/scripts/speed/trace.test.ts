import { describe, expect, it } from 'vitest';
import { busiestThreads, mainThreadOf, type TraceEvent } from '../../../scripts/speed/trace.ts';

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

const threads: readonly TraceEvent[] = [
  { ...named('Renderer'), name: 'process_name' },
  named('CrRendererMain'),
  named('Compositor', 2),
  named('CrRendererMain', 1, 8),
];

const traced = [
  ...threads,
  event('ThreadControllerImpl::RunTask', 100, 100),
  event('RunTask', 101, 99),
  event('VideoFrameCallbackRequesterImpl::ExecuteVideoFrameCallbacks', 110, 60),
  event('v8.callFunction', 110, 60),
  event('Layout', 120, 10),
  event('RunTask', 300, 100),
  event('Paint', 310, 80),
  event('RunTask', 0, 900, 2),
  event('RunTask', 0, 50, 1, 8),
];

describe("the main thread's shares", () => {
  const shares = mainThreadOf(traced, 1000);

  it('are those of the page, not of its compositor or of an idle page beside it, each task once', () => {
    expect(shares.busy).toBeCloseTo(0.2);
    expect(shares.processor).toBeCloseTo(0.1);
  });

  it('give each kind its own processor time, and a callback to what has called it', () => {
    expect(shares.kinds['taking the camera’s picture']).toBeCloseTo(0.025);
    expect(shares.kinds['style and layout']).toBeCloseTo(0.005);
    expect(shares.kinds.painting).toBeCloseTo(0.04);
    expect(shares.kinds['other script']).toBe(0);
    expect(Object.values(shares.kinds).reduce((sum, share) => sum + share, 0)).toBeCloseTo(shares.processor);
  });

  it('count a long task as one of script only where its script alone took 50 ms', () => {
    expect(shares).toMatchObject({ longTasks: 2, longScriptTasks: 1 });
  });
});

describe('the busiest threads', () => {
  it('are those of all processes, the busiest first', () => {
    expect(busiestThreads(traced, 1000).map(({ thread, processor }) => [thread, processor.toFixed(3)])).toEqual([
      ['Renderer: Compositor', '0.450'],
      ['Renderer: CrRendererMain', '0.100'],
      ['process: CrRendererMain', '0.025'],
    ]);
  });
});
