import { describe, expect, it } from 'vitest';
import { keypointsFrom, noKeypoints } from '../../../src/engine/pose/keypoints.ts';
import type { Keypoints } from '../../../src/engine/pose/keypoints.ts';
import { detectedPoses } from '../../../src/platform/detector/detected-poses.ts';
import type { FrameRate } from '../../../src/platform/detector/frame-rate.ts';
import { frameAt, frameTap, settled } from '../frames.ts';

/** A detector that resolves when the test decides, and closes what it judged, as the worker does. */
const slowDetector = () => {
  const judged: number[] = [];
  let finish: () => void = () => undefined;
  return {
    judged,
    finish: () => finish(),
    idle: () => Promise.resolve(),
    applyPendingModel: () => undefined,
    light: 0.4,
    picture: undefined as number | undefined,
    isPlain: false,
    hasFailed: false,
    detect: (image: ImageBitmap, at: number): Promise<Keypoints> => {
      judged.push(at);
      return new Promise((done) => {
        finish = () => {
          image.close();
          done(noKeypoints);
        };
      });
    },
  };
};

describe('detectedPoses', () => {
  it.each([
    ['live', [0, 99]],
    ['paced', [0, 33]],
  ] as const)('%s: judges the frames %j of four that come during the first detection', async (pace, expected) => {
    const tap = frameTap();
    const detector = slowDetector();
    const poses = detectedPoses(tap, detector, new AbortController().signal, pace);
    const first = poses.next();
    tap.send(frameAt(0));
    await settled();
    for (const at of [33, 66, 99]) tap.send(frameAt(at));
    await settled();
    expect(detector.judged).toEqual([0]);
    detector.finish();
    expect((await first).value).toMatchObject({
      at: 0,
      frame: { width: 4, height: 3 },
      keypoints: noKeypoints,
      light: 0.4,
    });
    void poses.next();
    await settled();
    expect(detector.judged).toEqual(expected);
  });

  it.each([
    ['the same live picture', 'live', () => 7, [0, 200, 300], 'stalled'],
    [
      'a live picture that changes after 2.9 s',
      'live',
      (at: number) => Math.floor(at / 2900),
      [0, 200, 300],
      undefined,
    ],
    ['a live picture that always changes', 'live', (at: number) => at, 'all', undefined],
    ['the same picture of a film', 'paced', () => 7, 'all', undefined],
  ] as const)('%s', async (_, pace, pictureAt, seenAt, problem) => {
    const times = [0, 200, 300, 400, 1000, 2899, 3000];
    const tap = frameTap();
    const seen = keypointsFrom(() => ({ x: 1, y: 1, score: 0.9 }));
    const detector = {
      ...slowDetector(),
      picture: 0,
      detect: (image: ImageBitmap, at: number) => {
        image.close();
        detector.picture = pictureAt(at);
        return Promise.resolve(seen);
      },
    };
    const poses = detectedPoses(tap, detector, new AbortController().signal, pace);
    const seenIn: number[] = [];
    let told: unknown;
    for (const at of times) {
      tap.send(frameAt(at));
      const next = await poses.next().catch((thrown: unknown) => {
        told = thrown;
        return undefined;
      });
      if (next?.value?.keypoints === seen) seenIn.push(at);
    }
    const afterwards = problem ? [] : [3000];
    expect(seenIn).toEqual(seenAt === 'all' ? times : [...seenAt, ...afterwards]);
    expect(told).toEqual(problem && expect.objectContaining({ name: 'CameraProblem', kind: problem }));
  });

  it('sees nothing in a live picture of one colour, and does not call it stuck, since a lens cover may be opened', async () => {
    const seen = keypointsFrom(() => ({ x: 1, y: 1, score: 0.9 }));
    const readAs = async (pace: 'live' | 'paced') => {
      const tap = frameTap();
      const detector = {
        ...slowDetector(),
        picture: 7,
        isPlain: true,
        detect: (image: ImageBitmap) => {
          image.close();
          return Promise.resolve(seen);
        },
      };
      const poses = detectedPoses(tap, detector, new AbortController().signal, pace);
      const found: (readonly [plain: boolean | undefined, isSeen: boolean])[] = [];
      for (const at of [0, 2000, 4000, 6000]) {
        tap.send(frameAt(at));
        const { value } = await poses.next();
        if (value) found.push([value.isPlain, value.keypoints === seen]);
      }
      return found;
    };
    expect(await readAs('live')).toEqual(Array.from({ length: 4 }, () => [true, false]));
    expect(await readAs('paced')).toEqual(Array.from({ length: 4 }, () => [undefined, true]));
  });

  it('counts the pictures that the camera has shown from one pose to the next, also those that were replaced', async () => {
    const tap = frameTap();
    const detector = slowDetector();
    const poses = detectedPoses(tap, detector, new AbortController().signal);
    const first = poses.next();
    tap.send({ ...frameAt(0), shown: 10 });
    await settled();
    for (const shown of [11, 12, 14]) tap.send({ ...frameAt(shown), shown });
    await settled();
    detector.finish();
    const second = first.then(({ value }) => [value?.arrived, poses.next()] as const);
    const [arrived, next] = await second;
    await settled();
    detector.finish();
    expect([arrived, (await next).value?.arrived]).toEqual([undefined, 4]);
  });

  it.each([
    ['live', 'unread'],
    ['paced', 'Error: gone'],
  ] as const)('of a detector that fails for good, a %s picture goes on as: %s', async (pace, expected) => {
    const tap = frameTap();
    const detector = { ...slowDetector(), hasFailed: true, detect: () => Promise.reject(new Error('gone')) };
    const poses = detectedPoses(tap, detector, new AbortController().signal, pace);
    const outcomes: string[] = [];
    for (const at of [0, 33]) {
      tap.send(frameAt(at));
      const outcome = await poses.next().then(
        ({ value }) => (value?.isUnread === true && value.keypoints === noKeypoints ? 'unread' : 'a pose'),
        (error: unknown) => String(error),
      );
      outcomes.push(outcome);
      if (pace === 'paced') break;
    }
    expect(new Set(outcomes)).toEqual(new Set([expected]));
  });

  it.each([
    ['live', ['restarted', 'judged 0', 'judged 33'], [true, true]],
    ['paced', [], [undefined, undefined]],
  ] as const)('%s: tells the frame rate what it judged: %j', async (pace, told, spared) => {
    const tap = frameTap();
    const heard: string[] = [];
    const frameRate: FrameRate = {
      restart: () => void heard.push('restarted'),
      isDue: () => true,
      restFrom: () => 0,
      judged: (keypoints, at, took) => {
        if (keypoints === noKeypoints && took >= 0 && took < 10_000) heard.push(`judged ${at}`);
        return true;
      },
    };
    const detector = slowDetector();
    const poses = detectedPoses(tap, detector, new AbortController().signal, pace, frameRate);
    const found: (boolean | undefined)[] = [];
    for (const at of [0, 33]) {
      const coming = poses.next();
      tap.send(frameAt(at));
      await settled();
      detector.finish();
      found.push((await coming).value?.hasSpared);
    }
    expect(heard).toEqual(told);
    expect(found).toEqual(spared);
  });

  it('yields no pose after the abort', async () => {
    const tap = frameTap();
    const detector = slowDetector();
    const ending = new AbortController();
    const coming = detectedPoses(tap, detector, ending.signal).next();
    tap.send(frameAt(0));
    await settled();
    ending.abort();
    detector.finish();
    expect((await coming).done).toBe(true);
  });

  it('waits for a frame that another source left in flight, then lets the detector change its model, once per stream', async () => {
    const tap = frameTap();
    const detector = slowDetector();
    let becomeIdle: () => void = () => undefined;
    const idle = new Promise<void>((done) => {
      becomeIdle = done;
    });
    let applied = 0;
    const applyPendingModel = (): void => {
      applied += 1;
    };
    const poses = detectedPoses(
      tap,
      { ...detector, applyPendingModel, idle: () => idle },
      new AbortController().signal,
    );
    void poses.next();
    tap.send(frameAt(0));
    await settled();
    expect(detector.judged).toEqual([]);
    expect(applied).toBe(0);
    becomeIdle();
    await settled();
    expect(detector.judged).toEqual([0]);
    detector.finish();
    await settled();
    void poses.next();
    tap.send(frameAt(33));
    await settled();
    expect(detector.judged).toEqual([0, 33]);
    expect(applied).toBe(1);
  });

  it('closes a frame without judging it where it comes while another is awaited and the signal aborts', async () => {
    const tap = frameTap();
    const detector = slowDetector();
    const ending = new AbortController();
    let [waits, becomeIdle] = [0, (): void => undefined];
    // Idle at first; no longer before the frame.
    const idle = (): Promise<void> =>
      (waits += 1) === 1
        ? Promise.resolve()
        : new Promise((done) => {
            becomeIdle = done;
          });
    const coming = detectedPoses(tap, { ...detector, idle }, ending.signal).next();
    const frame = frameAt(0);
    tap.send(frame);
    await settled();
    ending.abort();
    becomeIdle();
    expect((await coming).done).toBe(true);
    expect(detector.judged).toEqual([]);
    expect(frame.closed()).toBe(1);
  });

  it('treats an error after the abort as its end, and passes on one before it', async () => {
    for (const isLeft of [true, false]) {
      const tap = frameTap();
      const ending = new AbortController();
      let fail: (why: Error) => void = () => undefined;
      const detect = (): Promise<never> =>
        new Promise((_, failed) => {
          fail = failed;
        });
      const coming = detectedPoses(tap, { ...slowDetector(), detect }, ending.signal).next();
      const outcome = coming.then(
        ({ done }) => (done ? 'ended' : 'a pose'),
        (error: unknown) => String(error),
      );
      tap.send(frameAt(0));
      await settled();
      if (isLeft) ending.abort();
      fail(new Error('gone'));
      expect(await outcome).toBe(isLeft ? 'ended' : 'Error: gone');
    }
  });

  it('requests no pictures while no next pose is asked for, and then continues where it was', async () => {
    const tap = frameTap();
    const detector = slowDetector();
    const poses = detectedPoses(tap, detector, new AbortController().signal);
    const first = poses.next();
    tap.send(frameAt(0));
    await settled();
    detector.finish();
    await first;
    const asked = tap.asked();
    // The picture that was already requested may still come.
    const waiting = frameAt(33);
    tap.send(waiting);
    await settled();
    expect(tap.asked()).toBe(asked);
    void poses.next();
    await settled();
    expect(detector.judged).toEqual([0, 33]);
    expect(tap.asked()).toBe(asked + 1);
  });
});
