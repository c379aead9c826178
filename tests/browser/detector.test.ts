import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { keypointNames } from '../../src/engine/pose/keypoints.ts';
import { sourceTime } from '../../src/engine/units.ts';
import { openDetector } from '../../src/platform/detector/open-detector.ts';
import { modelFiles, spawnWorker } from '../../src/platform/detector/spawn-worker.ts';
import type { Persisted } from '../../src/platform/persisted.ts';
import type { KnownRuntime } from '../../src/platform/detector/saved-runtime.ts';
import type { FromWorker, Runtime } from '../../src/platform/detector/protocol.ts';
import type { DetectorOptions } from '../../src/platform/detector/open-detector.ts';
import { DetectorProblem } from '../../src/platform/detector/detector-problem.ts';
import { openLink } from '../../src/platform/detector/worker-link.ts';
import type { ModelProgress } from '../../src/ports/opening-progress.ts';
import type { Detector } from '../../src/platform/detector/detector.ts';

const small = { width: 64, height: 48 };

/** A picture that shows a bright shape on a dark ground. */
const picture = async ({ width, height } = small): Promise<ImageBitmap> => {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas here.');
  context.fillStyle = '#224';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#fc9';
  context.fillRect(width * 0.4, height * 0.2, width * 0.2, height * 0.6);
  return createImageBitmap(canvas);
};

/** The same picture as a camera delivers it, without colour. */
const asPlanes = async (frame: VideoFrame): Promise<VideoFrame> => {
  const { displayWidth: codedWidth, displayHeight: codedHeight } = frame;
  const pixels = new Uint8Array(frame.allocationSize());
  await frame.copyTo(pixels);
  const [count, isBlueFirst] = [codedWidth * codedHeight, frame.format?.startsWith('B') === true];
  frame.close();
  const data = new Uint8Array(count * 1.5).fill(128);
  for (let at = 0; at < count; at += 1) {
    const [first = 0, green = 0, third = 0] = pixels.subarray(4 * at, 4 * at + 3);
    const [red, blue] = isBlueFirst ? [third, first] : [first, third];
    data[at] = 16 + ((0.299 * red + 0.587 * green + 0.114 * blue) * 219) / 255;
  }
  const colorSpace = { matrix: 'smpte170m', fullRange: false } as const;
  return new VideoFrame(data, { format: 'I420', codedWidth, codedHeight, timestamp: 33_000, colorSpace });
};

let opened: Detector[] = [];

const open = async (options: DetectorOptions = {}): Promise<Detector> => {
  const detector = await openDetector({ webglTrial: 'never', ...options });
  opened.push(detector);
  return detector;
};

afterEach(() => {
  for (const detector of opened) detector.close();
  opened = [];
});

describe('the detector', () => {
  it('tells how much of the model is loaded, up to all of it, then warms up', async () => {
    const told: ModelProgress[] = [];
    const detector = await open({ onProgress: (progress) => told.push(progress) });
    const files = modelFiles('lightning');
    const bytes = told.flatMap((progress) => (progress.step === 'model' ? [progress.loadedBytes] : []));
    expect(bytes[0]).toBe(0);
    expect(bytes.at(-1)).toBe(files.topology.bytes + files.weights.bytes);
    expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));
    expect(bytes.length).toBeGreaterThan(3);
    expect(told.at(-1)).toEqual({ step: 'warm-up' });
    expect(detector.backend).toBe('wasm');
    expect(detector.medianMs).toBeGreaterThan(0);
  });

  it('does not open once cancelled', async () => {
    await expect(openDetector({ signal: AbortSignal.abort(new Error('left')) })).rejects.toThrow('left');
    const ending = new AbortController();
    const opening = openDetector({ signal: ending.signal, onProgress: () => ending.abort(new Error('left later')) });
    await expect(opening).rejects.toThrow('left later');
  });

  it('reports where the model is missing', async () => {
    const { topology, weights } = modelFiles('lightning');
    const files = { topology, weights: { ...weights, url: new URL('/no-such-file.bin', location.href).href } };
    const opening = openLink({ model: 'lightning', backend: 'wasm', files, spawn: spawnWorker });
    await expect(opening).rejects.toBeInstanceOf(DetectorProblem);
  });
});

describe('an open detector', () => {
  // One for all: each opening costs seconds.
  let detector: Detector;
  beforeAll(async () => {
    detector = await openDetector({ webglTrial: 'never', model: 'lightning' });
  });
  afterAll(() => detector.close());

  it('gives 17 finite keypoints within the picture, and takes over the bitmap', async () => {
    const image = await picture({ width: 384, height: 288 });
    expect(detector.light).toBeUndefined();
    const keypoints = await detector.detect(image, sourceTime(0));
    expect(detector.light).toBeGreaterThan(0);
    expect(detector.light).toBeLessThanOrEqual(1);
    expect(Object.keys(keypoints)).toEqual([...keypointNames]);
    for (const { x, y, score } of Object.values(keypoints)) {
      expect([x, y, score].every(Number.isFinite)).toBe(true);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }
    expect(image.width).toBe(0);
  });

  it('gives the same pixels the same fingerprint, also after the person was found in them, and others another', async () => {
    const fingerprintOf = async (shade: number): Promise<number | undefined> => {
      const canvas = new OffscreenCanvas(384, 288);
      const context = canvas.getContext('2d', { alpha: false });
      context?.drawImage(await picture({ width: 384, height: 288 }), 0, 0);
      if (context) context.fillStyle = `rgb(${shade} 0 0)`;
      context?.fillRect(376, 280, 4, 4);
      await detector.detect(await createImageBitmap(canvas), sourceTime((at += 33)));
      return detector.picture;
    };
    let at = 0;
    const first = await fingerprintOf(100);
    expect([await fingerprintOf(100), await fingerprintOf(100)]).toEqual([first, first]);
    expect(await fingerprintOf(101)).not.toBe(first);
  });

  it('knows a picture of one colour from others', async () => {
    const black = new OffscreenCanvas(384, 288);
    black.getContext('2d', { alpha: false });
    await detector.detect(await createImageBitmap(black), sourceTime(0));
    expect(detector.isPlain).toBe(true);
    await detector.detect(await picture({ width: 384, height: 288 }), sourceTime(33));
    expect(detector.isPlain).toBe(false);
  });

  it.each(['I420', 'RGBX'])(
    'reads a camera’s frame in %s as it reads the same picture drawn, and closes it',
    async (format) => {
      await detector.detect(await picture({ width: 640, height: 480 }), sourceTime(0));
      const { light = 0 } = detector;
      const frame = new VideoFrame(await picture({ width: 640, height: 480 }), { timestamp: 0 });
      const given = format === 'I420' ? await asPlanes(frame) : frame;
      await detector.detect(given, sourceTime(33));
      expect(Math.abs((detector.light ?? 0) - light)).toBeLessThan(0.02);
      expect(detector.isPlain).toBe(false);
      expect(given.format).toBeNull();
    },
  );

  it('holds as many tensors after 100 frames as after 10', async () => {
    const judge = async (frames: number, from: number): Promise<number> => {
      for (let frame = 0; frame < frames; frame += 1) await detector.detect(await picture(), sourceTime(from + frame));
      return detector.tensors();
    };
    const early = await judge(10, 0);
    expect(early).toBeGreaterThan(100);
    expect(await judge(90, 10)).toBe(early);
  });

  it('refuses a second frame while one is in flight, and closes it', async () => {
    const [first, second] = [await picture(), await picture()];
    const answer = detector.detect(first, sourceTime(0));
    await expect(detector.detect(second, sourceTime(1))).rejects.toThrow('in flight');
    expect(second.width).toBe(0);
    await detector.idle();
    await detector.detect(await picture(), sourceTime(2));
    await answer;
  });
});

/** Spawns workers, records them, and lets each report this median time instead of its own, ms. */
const spawnTelling = (medianMs: (runtime: Runtime) => number | undefined) => {
  const workers: Worker[] = [];
  const spawn = (): Worker => {
    const worker = spawnWorker();
    workers.push(worker);
    const told = ({ data }: MessageEvent<FromWorker>): MessageEvent<FromWorker> =>
      new MessageEvent('message', {
        data: data.type === 'ready' ? { ...data, medianMs: medianMs(data) ?? data.medianMs } : data,
      });
    let handler: ((event: MessageEvent<FromWorker>) => void) | undefined;
    Object.defineProperty(worker, 'onmessage', {
      set: (next: typeof handler) => {
        handler = next;
      },
    });
    worker.addEventListener('message', (event: MessageEvent<FromWorker>) => handler?.(told(event)));
    return worker;
  };
  return { workers, spawn };
};

/** A device's saved runtime, for the duration of the test. */
const memory = (runtime?: KnownRuntime): Persisted<KnownRuntime | undefined> => {
  let kept = runtime;
  return {
    read: () => kept,
    write: (next) => {
      kept = next;
    },
  };
};

/** WebGL on software takes long to compile. */
const patience = { timeout: 150_000 };

describe('the trial of WebGL', patience, () => {
  it('refuses a graphics card that computes nothing, without an error of its own', async () => {
    const savedRuntime = memory();
    let spawned = 0;
    const spawn = (): Worker =>
      (spawned += 1) === 1
        ? spawnWorker()
        : new Worker(new URL('./silent-card-worker.ts', import.meta.url), { type: 'module' });
    const detector = await open({ webglTrial: 'chosen', spawn, savedRuntime });
    expect((await detector.trials).webgl).toMatchObject({ outcome: 'failed', fault: 'wrong' });
    expect(spawned).toBe(2);
    expect(detector.backend).toBe('wasm');
    const { backends } = savedRuntime.read() ?? {};
    expect(backends).toMatchObject({ wasm: { isSimd: true }, webgl: { fault: 'wrong' } });
  });

  it('is skipped on a software renderer', async () => {
    expect((await (await open({ webglTrial: 'auto' })).trials).webgl).toEqual({ outcome: 'skipped' });
  });

  it('takes WebGL where it is faster, and returns to wasm when its context is lost, judging the same frame', async () => {
    const { workers, spawn } = spawnTelling(({ backend }) => (backend === 'wasm' ? 1e9 : undefined));
    const detector = await open({ webglTrial: 'always', spawn });
    expect((await detector.trials).webgl).toMatchObject({ outcome: 'took' });
    expect(detector.backend).toBe('webgl');
    const before = await detector.detect(await picture(), sourceTime(0));
    workers.at(-1)?.postMessage({ type: 'lose-context' });
    const after = await detector.detect(await picture(), sourceTime(40));
    expect(detector.backend).toBe('wasm');
    expect(workers).toHaveLength(3);
    // Both saw the same picture: the frame was judged, not lost.
    expect(Math.abs(after.nose.x - before.nose.x)).toBeLessThan(2);
    expect(after.nose.score).toBeCloseTo(before.nose.score, 1);
  });
});

describe('the trial of Thunder', () => {
  it('takes Thunder with the next stream, judges with it, and starts with it the next time', async () => {
    const { workers, spawn } = spawnTelling(({ model }) => (model === 'thunder' ? 50 : 10));
    const savedRuntime = memory();
    const detector = await open({ spawn, savedRuntime });
    const { nose: before } = await detector.detect(await picture(), sourceTime(0));
    expect((await detector.trials).thunder).toMatchObject({ outcome: 'took' });
    await detector.detect(await picture(), sourceTime(40));
    expect([detector.model, detector.nextModel]).toEqual(['lightning', 'thunder']);
    detector.applyPendingModel();
    expect(detector.model).toBe('thunder');
    const { nose } = await detector.detect(await picture(), sourceTime(0));
    expect(Number.isFinite(nose.x + nose.y + before.x)).toBe(true);
    expect(savedRuntime.read()).toMatchObject({ model: 'thunder', backend: 'wasm' });

    workers.length = 0;
    const again = await open({ spawn, savedRuntime });
    expect(again.model).toBe('thunder');
    await again.trials;
    expect(workers).toHaveLength(1);
  });
});

describe('a crash of the worker', () => {
  it('is survived once; the second is a failure', async () => {
    const workers: Worker[] = [];
    const spawn = (): Worker => {
      const worker = spawnWorker();
      workers.push(worker);
      return worker;
    };
    const detector = await open({ spawn });
    const problems: DetectorProblem[] = [];
    detector.onFailure((problem) => problems.push(problem));
    const crash = () => workers.at(-1)?.dispatchEvent(new ErrorEvent('error', { message: 'boom' }));

    const swallowed = detector.detect(await picture(), sourceTime(0));
    await Promise.resolve();
    crash();
    expect((await swallowed).nose.score).toBe(0);
    await detector.detect(await picture(), sourceTime(40));
    expect(workers).toHaveLength(2);
    expect(problems).toEqual([]);

    crash();
    const image = await picture();
    await expect(detector.detect(image, sourceTime(80))).rejects.toMatchObject({ kind: 'detector', message: 'boom' });
    expect(image.width).toBe(0);
    expect(problems).toHaveLength(1);
    expect(workers).toHaveLength(2);
  });
});
