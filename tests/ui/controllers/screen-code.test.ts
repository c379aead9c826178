import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ScreenCode, type LoadCode, type ScreenCodes } from '../../../src/ui/controllers/screen-code.ts';

/** Long enough for an idle moment before each of a few screens, ms. */
const idleMs = 30_000;

const loadCode: LoadCode = (load) => load();

/** Screens whose imports the test settles, and a host that counts its updates. */
const opened = (more: Partial<ScreenCodes<'history' | 'settings' | 'home'>> = {}) => {
  const requestUpdate = vi.fn<() => void>();
  const history = vi.fn<() => Promise<unknown>>(() => Promise.resolve({}));
  const settings = vi.fn<() => Promise<unknown>>(() => Promise.resolve({}));
  const code = new ScreenCode({ requestUpdate }, { history, settings, home: undefined, ...more });
  return { code, history, settings, requestUpdate };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the code of a screen', () => {
  it('is there at once where the first page contains it', () => {
    expect(opened().code.of('home', loadCode)).toBe('ready');
  });

  it('is loaded once, when the screen is first shown', async () => {
    const { code, history, settings, requestUpdate } = opened();
    expect([code.of('history', loadCode), code.of('history', loadCode)]).toEqual(['loading', 'loading']);
    await vi.advanceTimersByTimeAsync(0);
    expect(code.of('history', loadCode)).toBe('ready');
    expect(requestUpdate).toHaveBeenCalledOnce();
    expect(history).toHaveBeenCalledOnce();
    expect(settings).not.toHaveBeenCalled();
  });

  it('is missing where it cannot be fetched, and is asked for again after the user was elsewhere', async () => {
    const { code, history } = opened();
    history.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
    code.of('history', loadCode);
    await vi.advanceTimersByTimeAsync(0);
    expect(code.of('history', loadCode)).toBe('missing');
    code.forgetMissing();
    expect(code.of('history', loadCode)).toBe('loading');
    await vi.advanceTimersByTimeAsync(0);
    expect(code.of('history', loadCode)).toBe('ready');
  });

  it('is fetched ahead when the page is idle, also after one of them failed', async () => {
    const { code, history, settings } = opened();
    history.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
    const fetched = code.prefetch(loadCode);
    expect(history).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(idleMs);
    await fetched;
    expect(history).toHaveBeenCalledOnce();
    expect(settings).toHaveBeenCalledOnce();
    // What failed ahead of its use is no problem before the screen is shown.
    expect(code.of('history', loadCode)).toBe('loading');
  });

  it('is not fetched ahead before what the user waits for has come', async () => {
    const { code, history } = opened();
    let come = (): void => undefined;
    const waitedFor = new Promise<void>((done) => {
      come = done;
    });
    void code.prefetch(loadCode, waitedFor);
    await vi.advanceTimersByTimeAsync(idleMs);
    expect(history).not.toHaveBeenCalled();
    come();
    await vi.advanceTimersByTimeAsync(idleMs);
    expect(history).toHaveBeenCalledOnce();
  });
});
