import { describe, expect, it } from 'vitest';
import { createTabLocks } from '../../src/platform/tab-locks.ts';

type Granted = () => Promise<unknown>;

/** The Web Locks of one browser: exclusive, in the order of requests, released by the promise or by a crash. */
const webLocks = () => {
  const held = new Map<string, string>();
  const waiting: { name: string; run: () => void }[] = [];
  const free = (name: string): void => {
    held.delete(name);
    const next = waiting.findIndex((one) => one.name === name);
    if (next >= 0) waiting.splice(next, 1)[0]?.run();
  };
  const tab = (clientId: string) => ({
    request: (name: string, { signal }: { signal: AbortSignal }, granted: Granted) =>
      new Promise((resolve, reject) => {
        const run = (): void => {
          held.set(name, clientId);
          void granted().then((value) => {
            if (held.get(name) === clientId) free(name);
            resolve(value);
          });
        };
        if (signal.aborted) reject(signal.reason as Error);
        else if (!held.has(name)) run();
        else {
          const entry = { name, run };
          waiting.push(entry);
          signal.addEventListener('abort', () => {
            const place = waiting.indexOf(entry);
            if (place < 0) return;
            waiting.splice(place, 1);
            reject(signal.reason as Error);
          });
        }
      }),
  });
  return { open: (clientId: string) => createTabLocks(tab(clientId) as unknown as LockManager), free };
};

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('a name that one tab holds', () => {
  it('is refused to another until it is given back', async () => {
    const browser = webLocks();
    const [one, other] = [browser.open('one'), browser.open('other')];
    const running = new AbortController();
    const later = new AbortController();
    expect(await one.hold('cheer', running.signal)).toBe(true);
    expect(await other.hold('cheer', later.signal)).toBe(false);
    expect(await other.hold('butterfly', later.signal)).toBe(true);
    running.abort();
    await soon();
    expect(await other.hold('cheer', later.signal)).toBe(true);
  });

  it('is given to a page that is loaded again while the one before still releases it', async () => {
    const browser = webLocks();
    const [before, after] = [browser.open('before'), browser.open('after')];
    const running = new AbortController();
    await before.hold('cheer', running.signal);
    const held = after.hold('cheer', new AbortController().signal);
    setTimeout(() => running.abort(), 50);
    expect(await held).toBe(true);
  });

  it('is free once its tab has crashed', async () => {
    const browser = webLocks();
    await browser.open('one').hold('cheer', new AbortController().signal);
    browser.free('cheer');
    expect(await browser.open('other').hold('cheer', new AbortController().signal)).toBe(true);
  });

  it('is no longer waited for when the screen is left', async () => {
    const browser = webLocks();
    await browser.open('one').hold('cheer', new AbortController().signal);
    expect(await browser.open('other').hold('cheer', AbortSignal.abort())).toBe(false);
  });

  it('is given to each where the browser has no locks, or the page may not use them', async () => {
    const none = {
      request: () => Promise.reject(new DOMException('no', 'SecurityError')),
    };
    const locks = createTabLocks(none);
    expect(await locks.hold('cheer', new AbortController().signal)).toBe(true);
  });
});
