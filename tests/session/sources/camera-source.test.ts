import { describe, expect, it } from 'vitest';
import { noKeypoints } from '../../../src/engine/pose/keypoints.ts';
import { sourceTime } from '../../../src/engine/units.ts';
import { cameraSource } from '../../../src/session/sources/camera-source.ts';
import type { CameraPort, DetectorPort } from '../../../src/session/sources/source-ports.ts';

const opened = (detector: DetectorPort) => ({ opened: Promise.resolve(detector), close: () => detector.close() });

/** Cameras that open when the test decides, or fail to; counts how many are on. */
const cameras = () => {
  const asked: { readonly open: () => void; readonly fail: (why: Error) => void }[] = [];
  let [on, most] = [0, 0];
  const openCamera = (): Promise<CameraPort> =>
    new Promise((done, fail) => {
      const open = (): void => {
        on += 1;
        most = Math.max(most, on);
        const close = (): void => void (on -= 1);
        done({ video: {} as HTMLVideoElement, frames: () => ({}) as AsyncIterable<never>, close });
      };
      asked.push({ open, fail });
    });
  const detector: DetectorPort = {
    model: 'lightning',
    nextModel: 'lightning',
    poses: () => ({}) as AsyncIterable<never>,
    close: () => undefined,
  };
  return { asked, on: () => on, most: () => most, source: cameraSource(openCamera, opened(detector)) };
};

const settled = (): Promise<void> => new Promise((done) => void setTimeout(done));

describe('the camera of a source', () => {
  it('is closed where it opens after it was switched off, and opened again for the next time', async () => {
    const { asked, on, source } = cameras();
    const first = source.switchOn?.();
    source.switchOff?.();
    asked[0]?.open();
    await first;
    expect(on()).toBe(0);
    void source.switchOn?.();
    asked[1]?.open();
    await settled();
    expect(on()).toBe(1);
    source.close();
    expect(on()).toBe(0);
  });

  it('is only one, however often it is switched off and on while it opens', async () => {
    const { asked, on, most, source } = cameras();
    void source.switchOn?.();
    for (let times = 0; times < 3; times += 1) {
      source.switchOff?.();
      void source.switchOn?.();
    }
    asked[0]?.open();
    await settled();
    expect(asked).toHaveLength(1);
    expect([on(), most()]).toEqual([1, 1]);
  });

  it('is requested again after it could not be opened', async () => {
    const { asked, on, source } = cameras();
    const first = source.switchOn?.();
    asked[0]?.fail(new Error('in use'));
    await expect(first).rejects.toThrow('in use');
    const second = source.switchOn?.();
    asked[1]?.open();
    await second;
    expect(on()).toBe(1);
  });

  it('is closed where it opens after the source was closed', async () => {
    const { asked, on, source } = cameras();
    const opening = source.switchOn?.();
    source.close();
    asked[0]?.open();
    await opening;
    expect(on()).toBe(0);
  });

  it('goes on in rising time where it is switched off and on, and from one exercise to the next', async () => {
    const { signal } = new AbortController();
    // Each camera yields two frames; the first is at the moment that is asked for, as a frame clock has it.
    const openCamera = (): Promise<CameraPort> =>
      Promise.resolve({
        video: {} as HTMLVideoElement,
        async *frames(_, startsAt) {
          yield { image: {} as ImageBitmap, at: startsAt };
          yield { image: {} as ImageBitmap, at: sourceTime(startsAt + 40) };
        },
        close: () => undefined,
      });
    const detector: DetectorPort = {
      model: 'lightning',
      nextModel: 'lightning',
      async *poses(frames) {
        for await (const { at } of frames) yield { at, frame: { width: 4, height: 3 }, keypoints: noKeypoints };
      },
      close: () => undefined,
    };
    const source = cameraSource(openCamera, opened(detector));
    const times: number[] = [];
    const watch = async (): Promise<void> => {
      for await (const { at } of source.poses(signal)) times.push(at);
    };
    await source.switchOn?.();
    await watch();
    source.switchOff?.();
    await source.switchOn?.();
    await watch();
    await watch();
    expect(times).toHaveLength(6);
    expect(times.every((at, index) => index === 0 || at > (times[index - 1] ?? Infinity))).toBe(true);
  });
});
