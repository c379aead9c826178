import { poseBody, type Body } from '../../engine/figure/body.ts';
import { posesThrough, type Camera } from '../../engine/figure/camera.ts';
import { isAtRest, perform, sitDown } from '../../engine/performer/performer.ts';
import { adult } from '../../engine/figure/proportions.ts';
import { cameraOn, seenFrom, turnTo } from '../../engine/performer/turning.ts';
import type { CoachingEvent } from '../../engine/exercise/events.ts';
import type { TimedPose } from '../../engine/pose/pose.ts';
import { millis, sourceTime, type Millis, type SourceTime } from '../../engine/units.ts';
import { wait } from '../../async/wait.ts';
import { Playhead } from '../async/playhead.ts';
import type { PoseRequests, PoseSource, SourceRequest } from '../ports.ts';
import { problemKindOf } from './problem.ts';
import { RateWatch } from './rate-watch.ts';
import type { DetectorPort, StagePort } from './source-ports.ts';

/** The minimum time between two drawn frames, ms: twenty per second. */
const frameTime = 50;

/**
 * The longest step of the figure from one frame to the next, ms of its own time: at least eight frames per second of
 * its time are judged, and a detector that cannot keep up with a fast clock slows the figure down.
 */
const longestStep = 125;

/** The figure as drawn. */
interface Scene {
  readonly body: Body;
  readonly camera: Camera;
}

/**
 * The drawn figure as a source: it performs the requests of a workout as they are made, and each drawn frame goes to
 * the detector, so that it is judged like a person. If a device is too slow for both, or the detector fails, the
 * figure is judged by its ground truth. It keeps its posture from one exercise to the next, and turns if another view is requested.
 */
export const figureSource = (
  { clock }: Pick<SourceRequest, 'clock'>,
  stage: StagePort,
  detector: DetectorPort,
): PoseSource => {
  const { width, height } = stage.canvas;
  const playhead = new Playhead(() => clock.now(), longestStep);
  const watch = new RateWatch();
  let performer = sitDown(millis(0));
  let turning = seenFrom('front');
  let requests: PoseRequests | undefined;
  let events: readonly CoachingEvent[] = [];
  let stopListening = (): void => undefined;
  let usesGroundTruth = false;

  const drawAt = (at: Millis): Scene => {
    const asked = requests && { plan: requests.plan, coaching: requests.coaching, events };
    const [moved, jointAngles] = perform(performer, asked, at);
    if (requests && isAtRest(moved, at)) turning = turnTo(turning, requests.plan.view, at);
    performer = moved;
    events = [];
    const scene = {
      body: poseBody(jointAngles, adult),
      camera: { ...cameraOn(turning, at), frame: { width, height } },
    };
    stage.draw(scene.body, scene.camera);
    return scene;
  };

  const follow = (next: PoseRequests): void => {
    stopListening();
    events = [];
    stopListening = next.steps.listen((step) => void (events = [...events, ...step.events]));
    // There is no earlier view to turn from.
    if (!requests) turning = seenFrom(next.plan.view);
    requests = next;
    drawAt(millis(playhead.next()));
  };

  /** Draws at the clock's pace, and yields the result of `show` for each frame; `at` is the time since `begins`. */
  async function* film<T>(
    begins: number,
    show: (scene: Scene, at: SourceTime) => T,
    signal: AbortSignal,
  ): AsyncGenerator<Awaited<T>> {
    while (!signal.aborted) {
      const began = performance.now();
      const now = playhead.next();
      yield await show(drawAt(millis(now)), sourceTime(now - begins));
      await wait(frameTime - (performance.now() - began), signal);
    }
  }

  const picture = async (_: Scene, at: SourceTime) => ({ image: await createImageBitmap(stage.canvas), at });
  const truth = ({ body, camera }: Scene, at: SourceTime): TimedPose<SourceTime> =>
    posesThrough(body, camera, at, { clip: true });

  async function* poses(signal: AbortSignal): AsyncGenerator<TimedPose<SourceTime>> {
    const begins = playhead.next();
    if (!usesGroundTruth) {
      let waitsSince = performance.now();
      try {
        for await (const pose of detector.poses(film(begins, picture, signal), signal, 'paced')) {
          usesGroundTruth = watch.isTooSlow(performance.now() - waitsSince);
          yield pose;
          if (usesGroundTruth) break;
          waitsSince = performance.now();
        }
      } catch (thrown) {
        if (problemKindOf(thrown) !== 'detector') throw thrown;
        usesGroundTruth = true;
      }
    }
    if (usesGroundTruth) yield* film(begins, truth, signal);
  }

  drawAt(millis(0));
  return {
    picture: stage.canvas,
    mirrored: false,
    usesGroundTruth: () => usesGroundTruth,
    reader: detector,
    follow,
    poses,
    close: () => {
      stopListening();
      detector.close();
      stage.dispose();
    },
  };
};
