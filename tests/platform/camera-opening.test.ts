import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openCamera } from '../../src/platform/camera.ts';

/** Ends what a test has left open. */
let ending: AbortController;

beforeEach(() => {
  ending = new AbortController();
  vi.useFakeTimers();
});

afterEach(() => {
  ending.abort();
  vi.useRealTimers();
});

const track = () => ({ stop: vi.fn<() => void>(), label: 'built in', getSettings: () => ({ deviceId: 'id' }) });

/** A browser that opens its camera when the test decides; `permission` is missing where it cannot be queried. */
const browserWith = (permission: { state: PermissionState } | undefined, labels: readonly string[] = []) => {
  let grant: (stream: MediaStream) => void = () => undefined;
  const opening = new Promise<MediaStream>((done) => {
    grant = done;
  });
  const listed = labels.map((label) => ({ kind: 'videoinput', deviceId: 'id', label }));
  vi.stubGlobal('isSecureContext', true);
  // No graphics card.
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) });
  vi.stubGlobal('navigator', {
    mediaDevices: { getUserMedia: () => opening, enumerateDevices: () => Promise.resolve(listed) },
    permissions: { query: () => (permission ? Promise.resolve(permission) : Promise.reject(new TypeError('camera'))) },
  });
  return {
    open: (video: ReturnType<typeof track>) =>
      grant({ getTracks: () => [video], getVideoTracks: () => [video] } as unknown as MediaStream),
  };
};

const sight = { isVisible: true, changes: { listen: () => () => undefined } };

/** What came of opening the camera: nothing yet, a camera, or the kind of problem. */
const outcomeOf = (seen: { isVisible: boolean } = sight) => {
  const outcome: { is: string } = { is: 'nothing yet' };
  openCamera({
    signal: ending.signal,
    sight: {
      ...sight,
      ...seen,
      get isVisible() {
        return seen.isVisible;
      },
    },
  }).then(
    () => void (outcome.is = 'a camera'),
    (thrown: unknown) => void (outcome.is = thrown instanceof Error && 'kind' in thrown ? String(thrown.kind) : 'left'),
  );
  return outcome;
};

describe('a camera for which the browser gives no result', () => {
  it('is reported, once it is allowed, within half a minute', async () => {
    browserWith({ state: 'granted' });
    const outcome = outcomeOf();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(outcome.is).toBe('nothing yet');
    await vi.advanceTimersByTimeAsync(15_000);
    expect(outcome.is).toBe('not-opening');
  });

  it('is waited for as long as the browser asks the user, and for its time after that', async () => {
    const permission: { state: PermissionState } = { state: 'prompt' };
    browserWith(permission);
    const outcome = outcomeOf();
    await vi.advanceTimersByTimeAsync(300_000);
    expect(outcome.is).toBe('nothing yet');
    permission.state = 'granted';
    await vi.advanceTimersByTimeAsync(15_000);
    expect(outcome.is).toBe('nothing yet');
    await vi.advanceTimersByTimeAsync(15_000);
    expect(outcome.is).toBe('not-opening');
  });

  it.each([
    ['is reported where the browser names its cameras, as it does once they are allowed', ['built in'], 'not-opening'],
    ['is waited for where the browser names none', [''], 'nothing yet'],
  ])('%s, and cannot be asked about permissions', async (_, labels, expected) => {
    browserWith(undefined, labels);
    const outcome = outcomeOf();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(outcome.is).toBe(expected);
  });

  it('is not blamed while the page is hidden', async () => {
    browserWith({ state: 'granted' });
    const seen = { isVisible: false };
    const outcome = outcomeOf(seen);
    await vi.advanceTimersByTimeAsync(300_000);
    seen.isVisible = true;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(outcome.is).toBe('nothing yet');
  });

  it('is switched off where it opens after that', async () => {
    const { open } = browserWith({ state: 'granted' });
    const outcome = outcomeOf();
    await vi.advanceTimersByTimeAsync(60_000);
    const late = track();
    open(late);
    await vi.advanceTimersByTimeAsync(0);
    expect(outcome.is).toBe('not-opening');
    expect(late.stop).toHaveBeenCalledOnce();
  });

  it('is not reported where it opens after ten seconds', async () => {
    const { open } = browserWith({ state: 'granted' });
    const outcome = outcomeOf();
    await vi.advanceTimersByTimeAsync(10_000);
    const video = track();
    open(video);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(outcome.is).toBe('a camera');
    expect(video.stop).not.toHaveBeenCalled();
  });
});
