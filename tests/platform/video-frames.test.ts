import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keypointsFrom, type Keypoints } from '../../src/engine/pose/keypoints.ts';
import { createFrameRate, type PictureRate } from '../../src/platform/detector/frame-rate.ts';
import { framesOfVideo } from '../../src/platform/video-frames.ts';

type Listener = (now: number, metadata: { mediaTime: number; presentedFrames: number }) => void;

/** A playing video of 30 pictures a second that notes when it was asked to report the next one. */
class FakeVideo {
  readonly videoWidth = 640;
  readonly videoHeight = 480;
  readonly asked: number[] = [];
  #listener: Listener | undefined;
  #presented = 0;

  requestVideoFrameCallback(listener: Listener): number {
    this.asked.push(performance.now());
    this.#listener = listener;
    return 1;
  }

  cancelVideoFrameCallback(): void {
    this.#listener = undefined;
  }

  /** Whether a report is pending. */
  get isAsked(): boolean {
    return this.#listener !== undefined;
  }

  present(): void {
    this.#presented += 1;
    const listener = this.#listener;
    this.#listener = undefined;
    listener?.(performance.now(), { mediaTime: performance.now() / 1000, presentedFrames: this.#presented });
  }
}

/** A person of 100 pixels from shoulder to shoulder, whose right arm is raised by so many pixels. */
const person = (raisedBy = 0): Keypoints =>
  keypointsFrom((name) => {
    const y = /shoulder|elbow|wrist/.test(name) ? 110 : 60;
    return {
      x: name.startsWith('left') ? 250 : 150,
      y: /right_(elbow|wrist)/.test(name) ? y - raisedBy : y,
      score: 0.9,
    };
  });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('HTMLVideoElement', FakeVideo);
  // Without WebGL, the page is drawn by the processor.
  vi.stubGlobal('document', { createElement: () => ({ getContext: (name: string) => (name === '2d' ? {} : null) }) });
  vi.stubGlobal(
    'VideoFrame',
    class {
      close(): void {}
    },
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Plays a video for so many pictures; returns what was asked and taken. */
const play = async (
  rate: PictureRate | undefined,
  pictures: number,
  onTaken: (at: number) => void = () => undefined,
) => {
  const video = new FakeVideo();
  const ending = new AbortController();
  const taken: number[] = [];
  let isOver = false;
  const reading = (async () => {
    const frames = framesOfVideo(video as unknown as HTMLVideoElement, ending.signal, undefined, rate);
    for await (const { image, at } of frames) {
      image.close();
      taken.push(at);
      onTaken(at);
    }
    isOver = true;
  })();
  for (let picture = 0; picture < pictures; picture += 1) {
    await vi.advanceTimersByTimeAsync(1000 / 30);
    video.present();
  }
  await vi.advanceTimersByTimeAsync(1);
  const stop = async () => {
    ending.abort();
    await vi.advanceTimersByTimeAsync(1);
    await reading;
  };
  return { video, taken, stop, isOver: () => isOver };
};

/** The frame rate of a device that judges at once what is seen at a time. */
const rateOf = (seen: (at: number) => Keypoints) => {
  const rate = createFrameRate(() => false);
  return { rate, judge: (at: number) => void rate.judged(seen(at), at as never, 25) };
};

describe('the frames of a video', () => {
  it('are asked for one by one where each is due', async () => {
    const { video, taken, stop } = await play(undefined, 30);
    await stop();
    expect(taken).toHaveLength(30);
    expect(video.asked).toHaveLength(31);
  });

  it('are not asked for while none is due: a body that moves takes every second picture', async () => {
    const { rate, judge } = rateOf((at) => person(at / 10));
    const { video, taken, stop } = await play(rate, 90, judge);
    await stop();
    expect(taken).toHaveLength(45);
    expect(video.asked.length).toBeLessThanOrEqual(46);
  });

  it('are asked for again as soon as a still body moves', async () => {
    const moves = 3000;
    const { rate, judge } = rateOf((at) => person(at < moves ? 0 : (at - moves) / 5));
    const { video, taken, stop } = await play(rate, 150, judge);
    await stop();
    const before = taken.filter((at) => at > 1500 && at < moves);
    const after = taken.filter((at) => at >= moves + 300);
    expect(before.length).toBeLessThanOrEqual(12);
    expect((after.at(-1) ?? 0) - (after[0] ?? 0)).toBeCloseTo((after.length - 1) * (1000 / 15), 0);
    // Never more than the pictures that were judged and one in between at the lower rate.
    expect(video.asked.length).toBeLessThan(taken.length + before.length + 8);
  });

  it('tell the frame rate of pictures that passed meanwhile', async () => {
    const { rate, judge } = rateOf((at) => person(at / 10));
    const isDue = vi.spyOn(rate, 'isDue');
    const { stop } = await play(rate, 30, judge);
    await stop();
    const passed = isDue.mock.calls.map(([, hasPassed]) => hasPassed);
    expect(passed.slice(0, 5)).toEqual([false, true, true, true, true]);
  });

  it('end at once with the signal, and what the browser reports later is harmless', async () => {
    const { rate, judge } = rateOf((at) => person(at / 10));
    // After an odd number of pictures one was taken: the reader rests.
    const resting = await play(rate, 31, judge);
    const count = resting.taken.length;
    expect(resting.video.isAsked).toBe(false);
    await resting.stop();
    expect(resting.isOver()).toBe(true);
    resting.video.present();
    await vi.advanceTimersByTimeAsync(1000);
    resting.video.present();
    expect(resting.taken).toHaveLength(count);
    expect(vi.getTimerCount()).toBe(0);
    expect(resting.video.isAsked).toBe(false);
  });

  it('are asked for one by one where the browser does not count them', async () => {
    const asked: number[] = [];
    const { rate, judge } = rateOf((at) => person(at / 10));
    const video = new FakeVideo();
    const ask = video.requestVideoFrameCallback.bind(video);
    video.requestVideoFrameCallback = (listener) =>
      ask((now, { mediaTime }) => {
        asked.push(now);
        listener(now, { mediaTime } as never);
      });
    const ending = new AbortController();
    const reading = (async () => {
      for await (const { image, at } of framesOfVideo(
        video as unknown as HTMLVideoElement,
        ending.signal,
        undefined,
        rate,
      )) {
        image.close();
        judge(at);
      }
    })();
    for (let picture = 0; picture < 20; picture += 1) {
      await vi.advanceTimersByTimeAsync(1000 / 30);
      video.present();
    }
    ending.abort();
    await reading;
    expect(asked).toHaveLength(20);
  });
});
