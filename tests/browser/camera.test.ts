import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openCamera } from '../../src/platform/camera.ts';
import type { CameraFeed } from '../../src/platform/camera.ts';
import { CameraProblem } from '../../src/platform/camera-problem.ts';
import type { PictureRate } from '../../src/platform/detector/frame-rate.ts';
import { sizeOf } from '../../src/platform/detector/judged-size.ts';
import { isDrawnBySoftware } from '../../src/platform/graphics.ts';
import type { Frame } from '../../src/ports/frame.ts';

let video: HTMLVideoElement;
let ending: AbortController;
let feeds: CameraFeed[];

beforeEach(() => {
  video = document.createElement('video');
  document.body.append(video);
  ending = new AbortController();
  feeds = [];
});

afterEach(() => {
  ending.abort();
  for (const feed of feeds) feed.close();
  video.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const open = async (): Promise<CameraFeed> => {
  const feed = await openCamera({ signal: ending.signal });
  feeds.push(feed);
  return feed;
};

/** Reads and closes the first frames; returns their properties. */
const firstFrames = async (feed: CameraFeed, wanted: number) => {
  const seen: { readonly at: number; readonly width: number; readonly height: number }[] = [];
  for await (const { image, at } of feed.framesOf(video, ending.signal)) {
    seen.push({ at, ...sizeOf(image) });
    image.close();
    if (seen.length === wanted) break;
  }
  return seen;
};

const only = (stream: MediaStream): MediaStreamTrack => {
  const [track] = stream.getVideoTracks();
  if (track === undefined) throw new Error('The stream has no picture.');
  return track;
};

/** A stream that shows one picture and then no more. */
const frozenStream = (): MediaStream => {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d')?.fillRect(0, 0, 10, 10);
  return canvas.captureStream(0);
};

describe('the camera', () => {
  it('gives frames of the fake device, scaled down, in strictly rising time from 0', async () => {
    const frames = await firstFrames(await open(), 8);
    expect(frames.map(({ width, height }) => `${width} x ${height}`)).toEqual(Array(8).fill('384 x 288'));
    expect(frames[0]?.at).toBe(0);
    const steps = frames.slice(1).map(({ at }, index) => at - (frames[index]?.at ?? 0));
    expect(Math.min(...steps)).toBeGreaterThan(0);
    expect(Math.max(...steps)).toBeLessThan(2000);
  });

  it('takes no picture that is not due', async () => {
    const taken = vi.spyOn(globalThis, 'createImageBitmap');
    const framed = vi.fn<() => void>();
    const TrueFrame = VideoFrame;
    vi.stubGlobal(
      'VideoFrame',
      class extends TrueFrame {
        constructor(source: HTMLVideoElement, init?: VideoFrameInit) {
          super(source, init);
          framed();
        }
      },
    );
    const feed = await open();
    const [shown, times]: [number[], number[]] = [[], []];
    const rate: PictureRate = { isDue: (at) => shown.push(at) % 3 === 1, restFrom: () => 0 };
    for await (const { image, at } of feed.framesOf(video, ending.signal, undefined, rate)) {
      image.close();
      times.push(at);
      if (times.length === 4) break;
    }
    expect(times).toEqual(shown.filter((_, index) => index % 3 === 0));
    expect(taken.mock.calls.length + framed.mock.calls.length).toBe(4);
  });

  it('requests the camera exactly once, without sound, with preferences only', async () => {
    const ask = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
    await firstFrames(await open(), 3);
    expect(ask).toHaveBeenCalledOnce();
    const [constraints] = ask.mock.calls[0] ?? [];
    expect(constraints?.audio).toBe(false);
    expect(JSON.stringify(constraints)).not.toMatch(/exact|min|max/);
  });

  it('shows no more pictures than are judged where the processor draws the page', async () => {
    expect(isDrawnBySoftware()).toBe(true);
    const times = (await firstFrames(await open(), 16)).map(({ at }) => at);
    expect(((times.at(-1) ?? 0) - (times[0] ?? 0)) / 15).toBeGreaterThan(60);
  });

  it.each([
    ['NotAllowedError', 'Permission denied', 'denied'],
    ['NotAllowedError', 'Permission dismissed', 'dismissed'],
    ['SecurityError', '', 'denied'],
    ['NotFoundError', 'Requested device not found', 'absent'],
    ['NotReadableError', 'Could not start video source', 'in-use'],
    ['AbortError', 'Timeout starting video source', 'in-use'],
    ['OverconstrainedError', '', 'absent'],
    ['TypeError', 'what is this', 'unknown'],
  ])('maps %s "%s" to %s, asking once', async (name, message, kind) => {
    const ask = vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(new DOMException(message, name));
    await expect(open()).rejects.toMatchObject({ name: 'CameraProblem', kind });
    expect(ask).toHaveBeenCalledOnce();
  });

  it('reports that the page is insecure where browsers hide the camera', async () => {
    vi.spyOn(navigator, 'mediaDevices', 'get').mockReturnValue(undefined as never);
    await expect(open()).rejects.toMatchObject({ kind: 'insecure' });
  });

  it('reports that the camera was unplugged', async () => {
    const feed = await open();
    const frames = feed.framesOf(video, ending.signal);
    (await frames.next()).value?.image.close();
    only(feed.stream).dispatchEvent(new Event('ended'));
    const rest = async (): Promise<void> => {
      for await (const { image } of frames) image.close();
    };
    await expect(rest()).rejects.toMatchObject({ kind: 'unplugged' });
    expect(video.srcObject).toBeNull();
  });

  it('reports after three seconds that the camera is stalled', async () => {
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(frozenStream());
    const begun = performance.now();
    await expect(firstFrames(await open(), 1000)).rejects.toMatchObject({ kind: 'stalled' });
    expect(performance.now() - begun).toBeGreaterThan(2400);
    expect(performance.now() - begun).toBeLessThan(9000);
  });

  it('is released by a video in which it shows no first picture', async () => {
    // Without a picture there is nothing to load.
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockResolvedValue(new MediaStream(frozenStream().getTracks()));
    vi.spyOn(video, 'readyState', 'get').mockReturnValue(HTMLMediaElement.HAVE_NOTHING);
    video.addEventListener('loadeddata', (event) => event.stopImmediatePropagation());
    await expect(firstFrames(await open(), 1)).rejects.toMatchObject({ kind: 'stalled' });
    expect(video.srcObject).toBeNull();
  });

  it('switches the camera off on abort, and ends the frames', async () => {
    const feed = await open();
    const seen: Frame[] = [];
    for await (const frame of feed.framesOf(video, ending.signal)) {
      seen.push(frame);
      frame.image.close();
      if (seen.length === 2) ending.abort();
    }
    expect(seen).toHaveLength(2);
    expect(only(feed.stream).readyState).toBe('ended');
    expect(video.srcObject).toBeNull();
  });

  it('switches off a camera that opens after the abort', async () => {
    const stream = frozenStream();
    let grant: (stream: MediaStream) => void = () => undefined;
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockReturnValue(
      new Promise((done) => {
        grant = done;
      }),
    );
    const opening = open();
    ending.abort(new Error('left'));
    await expect(opening).rejects.toThrow('left');
    expect(await opening.catch((error: unknown) => error instanceof CameraProblem)).toBe(false);
    grant(stream);
    await new Promise((done) => setTimeout(done));
    expect(only(stream).readyState).toBe('ended');
  });
});

describe('a chosen camera', () => {
  /** A browser with these cameras, which it names once one was opened if `isHidden`; records the ids that are asked for. */
  const browserWith = (labels: readonly string[], isHidden = false) => {
    const asked: (string | undefined)[] = [];
    let isAllowed = !isHidden;
    const listed = () =>
      labels.map((label) =>
        isAllowed
          ? { kind: 'videoinput', deviceId: `id of ${label}`, label }
          : { kind: 'videoinput', deviceId: '', label: '' },
      );
    vi.spyOn(navigator.mediaDevices, 'enumerateDevices').mockImplementation(() => Promise.resolve(listed() as never));
    const streams: MediaStream[] = [];
    vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation((constraints) => {
      isAllowed = true;
      const { deviceId } = (constraints?.video ?? {}) as { readonly deviceId?: { readonly ideal: string } };
      asked.push(deviceId?.ideal);
      const found = labels.find((label) => `id of ${label}` === deviceId?.ideal) ?? labels[0] ?? '';
      const stream = frozenStream();
      streams.push(stream);
      vi.spyOn(only(stream), 'label', 'get').mockReturnValue(found);
      vi.spyOn(only(stream), 'getSettings').mockReturnValue({ deviceId: `id of ${found}` });
      return Promise.resolve(stream);
    });
    return { asked, streams };
  };
  const openChosen = async (deviceId: string, label: string): Promise<CameraFeed> => {
    const feed = await openCamera({ signal: ending.signal, chosen: { deviceId, label } });
    feeds.push(feed);
    return feed;
  };

  it('is opened by its id, or by its name where its id has changed, with one request', async () => {
    const { asked } = browserWith(['built in', 'on a cable']);
    for (const id of ['id of on a cable', 'an old id'])
      expect((await openChosen(id, 'on a cable')).device).toEqual({
        deviceId: 'id of on a cable',
        label: 'on a cable',
        isAsChosen: true,
      });
    expect(asked).toEqual(['id of on a cable', 'id of on a cable']);
  });

  it('that is gone is replaced by the one of the browser, which is no longer as chosen', async () => {
    const { asked } = browserWith(['built in']);
    expect((await openChosen('old', 'on a cable')).device).toEqual({
      deviceId: 'id of built in',
      label: 'built in',
      isAsChosen: false,
    });
    expect(asked).toEqual([undefined]);
  });

  it('whose name is known only once a camera is open is opened then, and the other switched off', async () => {
    const { asked, streams } = browserWith(['built in', 'on a cable'], true);
    expect((await openChosen('an old id', 'on a cable')).device).toMatchObject({
      label: 'on a cable',
      isAsChosen: true,
    });
    expect(asked).toEqual(['an old id', 'id of on a cable']);
    expect(streams.map((stream) => only(stream).readyState)).toEqual(['ended', 'live']);
  });
});
