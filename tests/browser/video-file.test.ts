import { MkvOutputFormat, MovOutputFormat, Mp4OutputFormat, WebMOutputFormat } from 'mediabunny';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DrawnFrame } from '../../src/ports/frame.ts';
import { openVideoFile } from '../../src/platform/video-file.ts';
import { VideoProblem } from '../../src/platform/video-problem.ts';
import { filmOf, joined, numberIn, timeOf, type FilmRequest } from './films.ts';

const webm: FilmRequest = { format: new WebMOutputFormat(), codec: 'vp9', frames: 25 };
const mp4: FilmRequest = { format: new Mp4OutputFormat({ fastStart: 'in-memory' }), codec: 'avc', frames: 25 };

const kinds: readonly (readonly [string, FilmRequest])[] = [
  ['WebM with VP9', webm],
  ['WebM with VP8', { ...webm, codec: 'vp8' }],
  ['transparent WebM', { ...webm, isTransparent: true }],
  ['MP4 with H.264', mp4],
  ['MP4 with H.264 that begins with its pictures', { ...mp4, format: new Mp4OutputFormat({ fastStart: false }) }],
  ['MOV with H.264', { ...mp4, format: new MovOutputFormat() }],
  ['MKV with VP9', { ...webm, format: new MkvOutputFormat() }],
];

let ending: AbortController;

/** Every decoder that was created, and every picture that one returned. */
let decoders: VideoDecoder[];
let decoded: VideoFrame[];

/** Whether decoders hold their pictures back, until they are released. */
let isStalled: boolean;
let release: () => void;

beforeEach(() => {
  ending = new AbortController();
  decoders = [];
  decoded = [];
  isStalled = false;
  release = () => undefined;
  vi.stubGlobal(
    'VideoDecoder',
    class extends VideoDecoder {
      constructor({ output, error }: VideoDecoderInit) {
        const give = (frame: VideoFrame): void => {
          decoded.push(frame);
          if (isStalled) frame.close();
          else output(frame);
        };
        super({ output: give, error });
        decoders.push(this);
      }

      override flush(): Promise<void> {
        return isStalled ? new Promise((resolve) => (release = resolve)) : super.flush();
      }
    },
  );
});

afterEach(() => vi.unstubAllGlobals());

const all = async (film: Blob): Promise<DrawnFrame[]> => {
  const file = await openVideoFile(film, ending.signal);
  const frames: DrawnFrame[] = [];
  for await (const frame of file.frames(ending.signal)) frames.push(frame);
  file.close();
  return frames;
};

/** Expects that every decoder is closed and every picture released; a closed picture has no format. */
const expectAllClosed = async (): Promise<void> => {
  expect(decoders.length).toBeGreaterThan(0);
  await vi.waitFor(() => {
    expect(decoders.map(({ state }) => state)).toEqual(decoders.map(() => 'closed'));
    expect(decoded.filter(({ format }) => format !== null)).toEqual([]);
  });
};

const kindOf = async (reading: Promise<unknown>): Promise<unknown> => {
  const thrown = await reading.then(
    () => new Error('It was read.'),
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(VideoProblem);
  return thrown instanceof VideoProblem ? thrown.kind : undefined;
};

describe('a video file', () => {
  it.each(kinds)(
    '%s gives every frame once, in order, with its own time since the first, scaled',
    async (_, request) => {
      const film = await filmOf(request);
      const file = await openVideoFile(film, ending.signal);
      const frames = await all(film);
      const wanted = Array.from({ length: request.frames }, (_, frame) => frame);
      expect(frames.map(({ image }) => numberIn(image))).toEqual(wanted);
      for (const [frame, { at }] of frames.entries()) expect(Math.abs(at - timeOf(frame) * 1000)).toBeLessThan(1);
      expect(new Set(frames.map(({ image }) => `${image.width} x ${image.height}`))).toEqual(new Set(['384 x 288']));
      expect(Math.abs(file.lasts - timeOf(request.frames - 1) * 1000)).toBeLessThan(101);
      for (const { image } of frames) image.close();
      file.close();
      await expectAllClosed();
    },
  );

  it('is turned upright as its metadata asks', async () => {
    const frames = await all(await filmOf({ ...mp4, rotation: 90 }));
    expect(frames.map(({ image }) => numberIn(image, true))).toEqual(frames.map((_, frame) => frame));
    expect(frames[0]?.image).toMatchObject({ width: 288, height: 384 });
  });

  it.each([
    ['MP4, whose edit list hides them', mp4],
    ['WebM, at negative times', webm],
  ])('has no frames that it does not present: %s', async (_, request) => {
    // The first ten of its frames begin and end before 0.
    const film = await filmOf({ ...request, startsAt: -1.02 });
    const file = await openVideoFile(film, ending.signal);
    const frames = await all(film);
    expect(frames.map(({ image }) => numberIn(image))).toEqual(Array.from({ length: 15 }, (_, index) => index + 10));
    expect(frames[0]?.at).toBe(0);
    // The frame that is presented first is at -0.02 s.
    for (const [index, { at }] of frames.entries())
      if (index > 0) expect(Math.abs(at - (timeOf(index + 10) - 1.02) * 1000)).toBeLessThan(1);
    expect(Math.abs(file.lasts - (timeOf(24) - 1.02 + 0.1) * 1000)).toBeLessThan(102);
    file.close();
  });

  it.each([
    ['WebM with VP9', webm],
    ['WebM with VP8', { ...webm, codec: 'vp8' as const }],
    ['MP4 with VP9', { ...mp4, codec: 'vp9' as const }],
  ])('of a phone that was turned while recording has each frame in its own shape: %s', async (_, request) => {
    const wide: FilmRequest = { ...request, frames: 12 };
    const upright: FilmRequest = { ...request, from: 12, frames: 13, isUpright: true };
    const halves = [await filmOf(wide), await filmOf(upright)] as const;
    const frames = await all(await joined(request.format, request.codec, halves));
    const seen = (of: readonly DrawnFrame[]) =>
      of.map(({ image }) => `${numberIn(image)}: ${image.width} x ${image.height}`);
    expect(seen(frames)).toEqual([...seen(await all(halves[0])), ...seen(await all(halves[1]))]);
    expect(frames[11]?.image).toMatchObject({ width: 384, height: 288 });
    expect(frames[12]?.image).toMatchObject({ width: 288, height: 384 });
    for (const [frame, { at }] of frames.entries()) expect(Math.abs(at - timeOf(frame) * 1000)).toBeLessThan(1);
  });

  it.each([
    ['MKV', { ...webm, format: new MkvOutputFormat() }],
    ['WebM', webm],
    ['MP4', mp4],
  ])('is whole though its subtitles go on after its pictures: %s', async (_, request) => {
    const film = await filmOf({ ...request, subtitlesUntil: 65 });
    const file = await openVideoFile(film, ending.signal);
    expect(Math.abs(file.lasts - timeOf(24) * 1000)).toBeLessThan(101);
    file.close();
    expect(await all(film)).toHaveLength(25);
    expect(await kindOf(openVideoFile(film.slice(0, film.size * 0.5), ending.signal))).toBe('broken-video');
  });

  it.each(['abort', 'close', 'leave'] as const)(
    'left midway by %s closes its decoder and every picture',
    async (how) => {
      const file = await openVideoFile(await filmOf(webm), ending.signal);
      const until = new AbortController();
      let taken = 0;
      for await (const { image } of file.frames(until.signal)) {
        image.close();
        taken += 1;
        if (taken < 3) continue;
        if (how === 'abort') until.abort();
        if (how === 'close') file.close();
        if (how === 'leave') break;
      }
      expect(taken).toBe(3);
      await expectAllClosed();
    },
  );

  it('ends at once when aborted while a picture is awaited', async () => {
    const file = await openVideoFile(await filmOf(webm), ending.signal);
    isStalled = true;
    const until = new AbortController();
    const first = file.frames(until.signal).next();
    await vi.waitFor(() => expect(decoded.length).toBeGreaterThan(0));
    until.abort();
    expect(await first).toEqual({ done: true, value: undefined });
    isStalled = false;
    release();
    await expectAllClosed();
  });

  it('does not open once aborted', async () => {
    ending.abort(new Error('left'));
    await expect(openVideoFile(new Blob(), ending.signal)).rejects.toThrow('left');
  });
});

describe('a file that cannot be read has its reason:', () => {
  it.each([
    ['a text', new Blob(['# Limber\n\nA stretch trainer']), 'not-a-video'],
    ['nothing', new Blob([]), 'broken-video'],
    [
      'the beginning of an MP4',
      new Blob([new Uint8Array([0, 0, 0, 24]), 'ftypisom', new Uint8Array(12)]),
      'broken-video',
    ],
  ])('%s', async (_, file, kind) => {
    expect(await kindOf(openVideoFile(file, ending.signal))).toBe(kind);
  });

  it.each(kinds)('%s that was cut off', async (_, request) => {
    const film = await filmOf(request);
    expect(await kindOf(openVideoFile(film.slice(0, film.size * 0.5), ending.signal))).toBe('broken-video');
  });

  it('damaged in the middle, when the damage is reached; the pictures before it were returned', async () => {
    const film = await filmOf({ ...mp4, frames: 40 });
    const bytes = new Uint8Array(await film.arrayBuffer());
    bytes.fill(0xff, bytes.length * 0.6);
    const file = await openVideoFile(new Blob([bytes]), ending.signal);
    let taken = 0;
    const reading = (async () => {
      for await (const { image } of file.frames(ending.signal)) {
        image.close();
        taken += 1;
      }
    })();
    expect(await kindOf(reading)).toBe('broken-video');
    expect(taken).toBeGreaterThan(5);
    await expectAllClosed();
  });

  it('pictures that this browser cannot decode', async () => {
    vi.spyOn(VideoDecoder, 'isConfigSupported').mockResolvedValue({ supported: false, config: { codec: 'vp8' } });
    expect(await kindOf(openVideoFile(await filmOf(webm), ending.signal))).toBe('undecodable');
  });

  it('a browser without WebCodecs', async () => {
    const film = await filmOf(webm);
    vi.stubGlobal('VideoDecoder', undefined);
    expect(await kindOf(openVideoFile(film, ending.signal))).toBe('old-browser');
  });
});
