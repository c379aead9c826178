import { describe, expect, it, vi } from 'vitest';
import { createPageVisibility } from '../../src/platform/page-visibility.ts';
import { createWakeLock } from '../../src/platform/wake-lock.ts';
import type { PageVisibility, WakeLock } from '../../src/session/ports.ts';

/** A page that can be hidden. */
class FakePage extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
  show(visibilityState: DocumentVisibilityState): void {
    this.visibilityState = visibilityState;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

const open = (isRefused = false) => {
  const page = new FakePage();
  const released: number[] = [];
  let count = 0;
  const request = vi.fn<() => Promise<{ release(): Promise<undefined> }>>(() => {
    if (isRefused) return Promise.reject(new DOMException('low battery', 'NotAllowedError'));
    const number = (count += 1);
    return Promise.resolve({ release: () => Promise.resolve(void released.push(number)) });
  });
  const sight: PageVisibility = createPageVisibility(page);
  const lock: WakeLock = createWakeLock({ request }, createPageVisibility(page));
  return { page, sight, lock, request, released };
};

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the visibility of the page', () => {
  it('is published each time that it changes', () => {
    const { page, sight } = open();
    const heard: boolean[] = [];
    const stop = sight.changes.listen((isVisible) => heard.push(isVisible));
    expect(sight.isVisible).toBe(true);
    page.show('hidden');
    expect(sight.isVisible).toBe(false);
    page.show('visible');
    stop();
    page.show('hidden');
    expect(heard).toEqual([false, true]);
  });
});

describe('the wake lock', () => {
  it('is held until the signal aborts', async () => {
    const { lock, request, released } = open();
    const ending = new AbortController();
    lock.hold(ending.signal);
    await settled();
    expect(request).toHaveBeenCalledTimes(1);
    expect(released).toEqual([]);
    ending.abort();
    expect(released).toEqual([1]);
  });

  it('is requested again each time that the page is shown again, and never afterwards', async () => {
    const { page, lock, request, released } = open();
    const ending = new AbortController();
    lock.hold(ending.signal);
    await settled();
    page.show('hidden');
    page.show('visible');
    await settled();
    expect(request).toHaveBeenCalledTimes(2);
    ending.abort();
    page.show('hidden');
    page.show('visible');
    await settled();
    expect(request).toHaveBeenCalledTimes(2);
    expect(released).toEqual([1, 2]);
  });

  it('is released where the signal aborts during the request', async () => {
    const { lock, released } = open();
    const ending = new AbortController();
    lock.hold(ending.signal);
    ending.abort();
    await settled();
    expect(released).toEqual([1]);
  });

  it('waits for a hidden page to be shown, and requests nothing after the end', async () => {
    const { page, lock, request } = open();
    page.show('hidden');
    lock.hold(AbortSignal.abort());
    lock.hold(new AbortController().signal);
    expect(request).not.toHaveBeenCalled();
    page.show('visible');
    await settled();
    expect(request).toHaveBeenCalledTimes(1);
  });

  it('never throws where it is refused, or where there is none', async () => {
    const { lock, request } = open(true);
    lock.hold(new AbortController().signal);
    await settled();
    expect(request).toHaveBeenCalledTimes(1);
    vi.stubGlobal('navigator', {});
    createWakeLock(undefined, createPageVisibility(new FakePage())).hold(new AbortController().signal);
    vi.unstubAllGlobals();
  });
});
