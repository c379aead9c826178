import { poseBody, type Body } from '../engine/figure/body.ts';
import { briefingCamera, posesThrough } from '../engine/figure/camera.ts';
import { completeStance } from '../engine/figure/full-stance.ts';
import type { Performance } from '../engine/figure/performance.ts';
import { easyRest, performanceOf } from '../engine/figure/perform.ts';
import { adult } from '../engine/figure/proportions.ts';
import type { TimedPose } from '../engine/pose/pose.ts';
import { millis, type Millis } from '../engine/units.ts';
import { Playhead, wait } from './pace.ts';
import { isHeld } from './plan-for.ts';
import type { Asking, Frame, PoseSource } from './ports.ts';
import { RateWatch } from './rate-watch.ts';
import type { DetectorPort, StagePort } from './source-ports.ts';

/** The shortest time between two drawn frames, ms: twenty a second. */
const frameTime = 50;

/** How much longer than asked the figure holds an end, as somebody would who waits for the word, ms. */
const spareHold = 1000;

/**
 * The drawn figure as a source: it performs the exercise in real time, and each drawn frame goes to the detector, so
 * that it is judged as a person would be. Where a device is too slow for both, it is judged by its true keypoints.
 */
export const figureSource = (stage: StagePort, detector: DetectorPort): PoseSource => {
  const { width, height } = stage.canvas;
  let camera = { ...briefingCamera('front'), frame: { width, height } };
  let performed: Performance | undefined;
  let isTruth = false;

  const follow = ({ plan }: Pick<Asking, 'plan'>): void => {
    const hold = isHeld(plan) ? millis(plan.hold + spareHold) : undefined;
    performed = performanceOf(plan.exercise.motion, {
      repetitions: plan.reps,
      hold,
      practice: plan.range.is === 'practice',
    });
    camera = { ...briefingCamera(plan.view), frame: { width, height } };
  };

  const drawAt = (at: Millis): Body => {
    const body = poseBody(performed?.stanceAt(at) ?? completeStance(easyRest), adult);
    stage.draw(body, camera);
    return body;
  };

  /** Draws in real time, and yields what `show` makes of each moment. */
  async function* film<T>(
    playhead: Playhead,
    show: (at: Millis) => T,
    signal: AbortSignal,
  ): AsyncGenerator<Awaited<T>> {
    for (let at = playhead.next(); at < (performed?.duration ?? 0) && !signal.aborted; at = playhead.next()) {
      const began = performance.now();
      yield await show(millis(at));
      await wait(frameTime - (performance.now() - began), signal);
    }
  }

  const picture = async (at: Millis): Promise<Frame> => {
    drawAt(at);
    return { image: await createImageBitmap(stage.canvas), at };
  };
  const truth = (at: Millis): TimedPose => posesThrough(drawAt(at), camera, at, { clip: true });

  async function* poses(signal: AbortSignal): AsyncGenerator<TimedPose> {
    const playhead = new Playhead();
    const watch = new RateWatch();
    let asked = performance.now();
    let last = millis(0);
    for await (const pose of detector.poses(film(playhead, picture, signal), signal, 'paced')) {
      isTruth = watch.isTooSlow(performance.now() - asked);
      last = pose.at;
      yield pose;
      if (isTruth) break;
      asked = performance.now();
    }
    // From its beginning: what was calibrated on MoveNet's keypoints does not hold for the true ones.
    if (isTruth) yield* film(new Playhead(), (at) => ({ ...truth(at), at: millis(last + 1 + at) }), signal);
  }

  drawAt(millis(0));
  return {
    picture: stage.canvas,
    mirrored: false,
    follow,
    isTruth: () => isTruth,
    poses,
    close: () => {
      detector.close();
      stage.dispose();
    },
  };
};
