import type { TimedPose } from '../../../src/engine/pose/pose.ts';
import { sourceTime, type SourceTime } from '../../../src/engine/units.ts';
import { butterfly } from '../../../src/exercises/butterfly.ts';
import { detectedPoses } from '../../../src/platform/detector/detected-poses.ts';
import { openDetector } from '../../../src/platform/detector/open-detector.ts';
import type { FromWorker, ToWorker } from '../../../src/platform/detector/protocol.ts';
import type { Frame } from '../../../src/ports/frame.ts';
import { planFor } from '../../../src/session/planning/plan-for.ts';
import { Workout } from '../../../src/session/workout/workout.ts';
import { cameraSizes } from '../film.ts';
import {
  offerCandidates,
  truePoses,
  triplesOf,
  type FrameInHand,
  type Judged,
  type OpenCandidate,
} from './candidate.ts';
import { stageChannel, type WorkerTimes } from './stage-times.ts';

/** When a frame was where, ms of the page's clock. */
interface Passage {
  inHand: number;
  sent: number;
  received: number;
  published: number;
}

/** Frames that are pushed in and iterated over. */
const openQueue = () => {
  const waiting: FrameInHand[] = [];
  let wake = (): void => undefined;
  return {
    push: (...frames: readonly FrameInHand[]): void => {
      waiting.push(...frames);
      wake();
    },
    next: async (): Promise<FrameInHand> => {
      for (;;) {
        const first = waiting.shift();
        if (first) return first;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
};

/**
 * Limber's own path: a reference to the camera's frame as `framesOfVideo` takes it without a GPU, the detector with its
 * worker, and a workout that judges butterflies. `isPipelined`: as it trains, the next frame is prepared while one is judged; otherwise the next
 * frame comes when the last one is judged, so that a frame's time is its own.
 */
const openLimber =
  (isPipelined: boolean): OpenCandidate =>
  async (model, size) => {
    let passage: Passage = { inHand: 0, sent: 0, received: 0, published: 0 };
    const inWorker: WorkerTimes[] = [];
    new BroadcastChannel(stageChannel).addEventListener('message', ({ data }: MessageEvent<WorkerTimes>) => {
      inWorker.push(data);
    });
    const spawn = (): Worker => {
      const worker = new Worker(new URL('./timed-worker.ts', import.meta.url), { type: 'module' });
      const post = worker.postMessage.bind(worker) as (message: ToWorker, transfer: Transferable[]) => void;
      worker.postMessage = ((message: ToWorker, transfer: Transferable[]): void => {
        if (message.type === 'frame') passage.sent = performance.now();
        post(message, transfer);
      }) as typeof worker.postMessage;
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        if (data.type === 'keypoints') passage.received = performance.now();
      });
      return worker;
    };
    const detector = await openDetector({
      webglTrial: 'never',
      model,
      spawn,
    });
    let queue = openQueue();
    let onJudged: (pose: TimedPose<SourceTime>) => void = () => undefined;
    let onFailed: (error: unknown) => void = () => undefined;
    let running = new AbortController();
    /** The frame that continues the workout. */
    let nextFrame = -1;

    async function* frames(given: typeof queue, signal: AbortSignal): AsyncGenerator<Frame> {
      while (!signal.aborted) {
        const { image, at } = await given.next();
        passage.inHand = performance.now();
        yield { image: image.clone(), at: sourceTime(at) };
      }
    }

    /** Starts a workout at a frame of the film; what came before it is the truth, so that the exercise is under way. */
    const begin = (from: number): void => {
      running.abort();
      running = new AbortController();
      // The last workout still waits at its own queue.
      const own = (queue = openQueue());
      const workout = new Workout(planFor(butterfly, { sets: 1, reps: 50, holdSeconds: 3, range: 'norm' }));
      async function* poses(signal: AbortSignal): AsyncGenerator<TimedPose<SourceTime>> {
        for (const pose of truePoses(size, from)) yield { ...pose, at: sourceTime(pose.at) };
        for await (const pose of detectedPoses(frames(own, signal), detector, signal, 'paced')) {
          last = pose;
          yield pose;
        }
      }
      let last: TimedPose<SourceTime> | undefined;
      workout.steps.listen(() => {
        if (!last) return;
        passage.published = performance.now();
        onJudged(last);
        last = undefined;
      });
      workout.run({ poses }, running.signal).catch((error: unknown) => onFailed(error));
    };

    const judgedOf = (frame: number, pose: TimedPose<SourceTime>, worker: WorkerTimes | undefined): Judged => {
      const { inHand, sent, received, published } = passage;
      const { copy = 0, crop = 0, infer = 0, job = 0 } = worker ?? {};
      // Limber's keypoints lie in the small picture.
      const scale = cameraSizes[size].height / pose.frame.height;
      return {
        frame,
        ms: published - inHand,
        keypoints: triplesOf(pose.keypoints).map(([x, y, score]) => [x * scale, y * scale, score]),
        ...(isPipelined
          ? {}
          : {
              stages: {
                'take the frame': sent - inHand,
                message: received - sent - job,
                'copy its planes': copy,
                'crop and make a tensor': crop,
                infer,
                'decode and the rest of the worker': job - copy - crop - infer,
                engine: published - received,
              },
            }),
      };
    };

    return {
      show: async (given) => {
        const [first] = given;
        if (!first) return { wallMs: 0, judged: [] };
        if (first.frame !== nextFrame) begin(first.frame);
        nextFrame = first.frame + given.length;
        const poses: TimedPose<SourceTime>[] = [];
        const passages: Passage[] = [];
        inWorker.length = 0;
        const began = performance.now();
        await new Promise<void>((done, failed) => {
          onFailed = failed;
          onJudged = (pose) => {
            poses.push(pose);
            passages.push({ ...passage });
            const next = given[poses.length];
            if (!next) done();
            else if (!isPipelined) queue.push(next);
          };
          queue.push(...(isPipelined ? given : [first]));
        });
        const wallMs = performance.now() - began;
        // The last times may be on their way.
        await new Promise((resolve) => {
          setTimeout(resolve, 20);
        });
        const judged = poses.map((pose, index) => {
          passage = passages[index] ?? passage;
          return judgedOf(given[index]?.frame ?? 0, pose, inWorker[index]);
        });
        return { wallMs, judged };
      },
    };
  };

offerCandidates({ 'limber-latency': openLimber(false), 'limber-training': openLimber(true) });
