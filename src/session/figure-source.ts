import { poseBody } from '../engine/figure/body.ts';
import { briefingCamera, posesThrough } from '../engine/figure/camera.ts';
import { performanceOf } from '../engine/figure/perform.ts';
import { adult } from '../engine/figure/proportions.ts';
import type { TimedPose } from '../engine/pose/pose.ts';
import { millis } from '../engine/units.ts';
import { Playhead, wait } from './pace.ts';
import type { PoseSource, SourceRequest } from './ports.ts';
import type { DetectorPort, StagePort } from './source-ports.ts';

/** The shortest time between two drawn frames, ms: twenty a second. */
const frameTime = 50;

/** Below this many judged frames a second the figure's true keypoints take over. */
const leastRate = 8;

/** Over which time the rate is taken, ms. */
const rateWindow = 2000;

/** Counts frames over real time and says when they come too slowly. */
class RateWatch {
  #since: number | undefined;
  #frames = 0;

  /** Takes one frame; whether the last window was too slow. */
  isTooSlow(now: number): boolean {
    this.#since ??= now;
    this.#frames += 1;
    const passed = now - this.#since;
    if (passed < rateWindow) return false;
    const rate = ((this.#frames - 1) * 1000) / passed;
    this.#since = now;
    this.#frames = 1;
    return rate < leastRate;
  }
}

/**
 * The drawn figure as a source: it performs the exercise in real time, and each drawn frame goes to the detector, so
 * that it is judged as a person would be. Where a device is too slow for both, it is judged by its true keypoints.
 */
export const figureSource = (
  { exercise, view, repetitions, holdMs }: SourceRequest,
  stage: StagePort,
  detector: DetectorPort,
): PoseSource => {
  const performed = performanceOf(exercise.motion, {
    repetitions,
    hold: holdMs === undefined ? undefined : millis(holdMs),
  });
  const { width, height } = stage.canvas;
  const camera = { ...briefingCamera(view), frame: { width, height } };
  let isTruth = false;

  const drawAt = (at: number) => {
    const body = poseBody(performed.stanceAt(millis(at)), adult);
    stage.draw(body, camera);
    return body;
  };

  async function* poses(signal: AbortSignal): AsyncGenerator<TimedPose> {
    const playhead = new Playhead();
    const watch = new RateWatch();
    for (let at = 0; at < performed.duration && !signal.aborted; at = playhead.next()) {
      const began = performance.now();
      const body = drawAt(at);
      yield isTruth
        ? posesThrough(body, camera, millis(at), { clip: true })
        : await detector.detect({ image: await createImageBitmap(stage.canvas), at });
      isTruth ||= watch.isTooSlow(began);
      await wait(frameTime - (performance.now() - began), signal);
    }
  }

  drawAt(0);
  return {
    picture: stage.canvas,
    mirrored: false,
    isTruth: () => isTruth,
    poses,
    close: () => {
      detector.close();
      stage.dispose();
    },
  };
};
