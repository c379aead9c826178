import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpeningProgress } from '../../../src/ports/opening-progress.ts';
import { Stream } from '../../../src/async/stream.ts';
import { createReadyDetector } from '../../../src/session/sources/ready-detector.ts';
import type { DetectorPort, SourcePorts } from '../../../src/session/sources/source-ports.ts';

type Request = Parameters<SourcePorts['openDetector']>[0];

/** An opening of a detector, which ends when the test decides. */
interface Opening {
  readonly request: Request;
  readonly detector: DetectorPort;
  readonly isClosed: () => boolean;
  readonly done: () => void;
  readonly fail: (why: Error) => void;
}

/** Detectors that open when the test decides, on a page that the test hides. */
const world = () => {
  const openings: Opening[] = [];
  const changes = new Stream<boolean>();
  const sight = { isVisible: true, changes };
  const openDetector = (request: Request): Promise<DetectorPort> =>
    new Promise((resolve, reject) => {
      let isClosed = false;
      const detector: DetectorPort = {
        model: request.model ?? 'lightning',
        nextModel: request.model ?? 'lightning',
        poses: vi.fn<() => never>(),
        close: () => {
          isClosed = true;
        },
      };
      openings.push({ request, detector, isClosed: () => isClosed, done: () => resolve(detector), fail: reject });
    });
  const show = (isVisible: boolean): void => {
    sight.isVisible = isVisible;
    changes.publish(isVisible);
  };
  let chosen = 'auto';
  const choose = (choice: string): void => {
    chosen = choice;
  };
  return { openings, show, choose, ready: createReadyDetector(openDetector, sight, () => chosen) };
};

const requested = (part: Partial<Request> = {}): Request => ({
  onProgress: () => undefined,
  signal: new AbortController().signal,
  ...part,
});

const minute = 60_000;
const settled = async (): Promise<void> => void (await vi.advanceTimersByTimeAsync(0));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a detector opened ahead', () => {
  it('is the one of the session that follows, and of no other', async () => {
    const { openings, ready } = world();
    void ready.expectSession(true);
    openings[0]?.done();
    expect(await ready.open(requested())).toBe(openings[0]?.detector);
    const second = ready.open(requested());
    openings[1]?.done();
    expect(await second).toBe(openings[1]?.detector);
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(openings.map(({ isClosed }) => isClosed())).toEqual([false, false]);
  });

  it('is only one, however many screens lead to a session', async () => {
    const { openings, show, ready } = world();
    void ready.expectSession(true);
    void ready.expectSession(false);
    void ready.expectSession(true);
    show(false);
    show(true);
    openings[0]?.done();
    await settled();
    void ready.expectSession(true);
    expect(openings).toHaveLength(1);
  });

  it('is not joined by a second one while the session runs', async () => {
    const { openings, show, ready } = world();
    void ready.expectSession(true);
    const opened = ready.open(requested());
    openings[0]?.done();
    await opened;
    show(false);
    show(true);
    await settled();
    expect(openings).toHaveLength(1);
  });

  it('is another one for the session after that', async () => {
    const { openings, ready } = world();
    void ready.expectSession(true);
    openings[0]?.done();
    await ready.open(requested());
    void ready.expectSession(false);
    void ready.expectSession(true);
    openings[1]?.done();
    expect(await ready.open(requested())).toBe(openings[1]?.detector);
    expect(openings).toHaveLength(2);
  });

  it('is closed a minute after the last screen that leads to a session, not before', async () => {
    const { openings, ready } = world();
    void ready.expectSession(true);
    openings[0]?.done();
    void ready.expectSession(false);
    await vi.advanceTimersByTimeAsync(minute - 1);
    expect(openings[0]?.isClosed()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(openings[0]?.isClosed()).toBe(true);
    void ready.open(requested());
    expect(openings).toHaveLength(2);
  });

  it('is kept while the user looks at another exercise', async () => {
    const { openings, ready } = world();
    void ready.expectSession(true);
    openings[0]?.done();
    void ready.expectSession(false);
    await vi.advanceTimersByTimeAsync(minute / 2);
    void ready.expectSession(true);
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(openings[0]?.isClosed()).toBe(false);
    expect(openings).toHaveLength(1);
  });

  it('is closed while the page is hidden for long, and opened again when it is seen', async () => {
    const { openings, show, ready } = world();
    void ready.expectSession(true);
    openings[0]?.done();
    show(false);
    await vi.advanceTimersByTimeAsync(minute);
    expect(openings[0]?.isClosed()).toBe(true);
    show(true);
    expect(openings).toHaveLength(2);
  });

  it('is closed where it comes after it was given up', async () => {
    const { openings, ready } = world();
    void ready.expectSession(true);
    void ready.expectSession(false);
    await vi.advanceTimersByTimeAsync(minute);
    expect(openings[0]?.request.signal.aborted).toBe(true);
    openings[0]?.done();
    await settled();
    expect(openings[0]?.isClosed()).toBe(true);
  });

  it('is not used after the user has chosen another backend', async () => {
    const { openings, choose, ready } = world();
    void ready.expectSession(true);
    openings[0]?.done();
    void ready.expectSession(false);
    choose('wasm');
    void ready.expectSession(true);
    await settled();
    expect(openings.map(({ isClosed }) => isClosed())).toEqual([true, false]);
    openings[1]?.done();
    choose('webgl');
    const opened = ready.open(requested());
    openings[2]?.done();
    expect(await opened).toBe(openings[2]?.detector);
    expect(openings[1]?.isClosed()).toBe(true);
  });

  it('is not used where another model is requested', async () => {
    const { openings, ready } = world();
    void ready.expectSession(true);
    openings[0]?.done();
    const thunder = ready.open(requested({ model: 'thunder' }));
    openings[1]?.done();
    expect(await thunder).toBe(openings[1]?.detector);
    expect(await ready.open(requested())).toBe(openings[0]?.detector);
  });
});

describe('a session that starts while the detector opens', () => {
  it('sees its progress, from the last step on', async () => {
    const { openings, ready } = world();
    void ready.expectSession(true);
    openings[0]?.request.onProgress({ step: 'model', loadedBytes: 1, totalBytes: 9 });
    openings[0]?.request.onProgress({ step: 'model', loadedBytes: 5, totalBytes: 9 });
    const seen: OpeningProgress[] = [];
    const opened = ready.open(requested({ onProgress: (progress) => void seen.push(progress) }));
    openings[0]?.request.onProgress({ step: 'warm-up' });
    openings[0]?.done();
    expect(await opened).toBe(openings[0]?.detector);
    expect(seen).toEqual([{ step: 'model', loadedBytes: 5, totalBytes: 9 }, { step: 'warm-up' }]);
    expect(openings).toHaveLength(1);
  });

  it('reports why that one fails, and opens its own the next time', async () => {
    const { openings, ready } = world();
    void ready.expectSession(true);
    const opened = ready.open(requested());
    openings[0]?.fail(new Error('offline'));
    await expect(opened).rejects.toThrow('offline');
    expect(openings).toHaveLength(1);
    const again = ready.open(requested());
    openings[1]?.done();
    expect(await again).toBe(openings[1]?.detector);
  });

  it('opens its own where one has failed before, and reports its own error', async () => {
    const { openings, ready } = world();
    void ready.expectSession(true);
    openings[0]?.fail(new Error('offline'));
    await settled();
    const opened = ready.open(requested());
    openings[1]?.fail(new Error('still offline'));
    await expect(opened).rejects.toThrow('still offline');
  });

  it('that is left before it has opened leaves it to the next session', async () => {
    const { openings, ready } = world();
    const ending = new AbortController();
    void ready.expectSession(true);
    const opened = ready.open(requested({ signal: ending.signal }));
    ending.abort(new Error('left'));
    await expect(opened).rejects.toThrow('left');
    expect(openings[0]?.request.signal.aborted).toBe(false);
    openings[0]?.done();
    expect(await ready.open(requested())).toBe(openings[0]?.detector);
  });

  it('that is left before it has opened, and no other follows, leaves none open', async () => {
    const { openings, ready } = world();
    const ending = new AbortController();
    void ready.expectSession(true);
    const opened = ready.open(requested({ signal: ending.signal }));
    void ready.expectSession(false);
    await vi.advanceTimersByTimeAsync(2 * minute);
    expect(openings[0]?.request.signal.aborted).toBe(false);
    ending.abort(new Error('left'));
    await expect(opened).rejects.toThrow('left');
    await vi.advanceTimersByTimeAsync(minute);
    openings[0]?.done();
    await settled();
    expect(openings[0]?.isClosed()).toBe(true);
  });

  it('shares it with no other', async () => {
    const { openings, ready } = world();
    void ready.expectSession(true);
    const [first, second] = [ready.open(requested()), ready.open(requested())];
    for (const { done } of openings) done();
    expect(await first).toBe(openings[0]?.detector);
    expect(await second).toBe(openings[1]?.detector);
  });
});
