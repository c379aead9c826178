import { performanceOf } from '../../src/engine/figure/perform.ts';
import type { Phase } from '../../src/engine/exercise/phase.ts';
import { noKeypoints } from '../../src/engine/pose/keypoints.ts';
import { seconds, sourceTime, type SourceTime } from '../../src/engine/units.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { detectedPoses } from '../../src/platform/detector/detected-poses.ts';
import type { Runtime } from '../../src/platform/detector/protocol.ts';
import { ResilientDetector } from '../../src/platform/detector/resilient-detector.ts';
import { openLink } from '../../src/platform/detector/worker-link.ts';
import { createPageVisibility } from '../../src/platform/page-visibility.ts';
import { clockAt } from '../../src/session/async/clock.ts';
import type { GuideState } from '../../src/session/guide/guide-state.ts';
import { createOpenSource } from '../../src/session/sources/open-source.ts';
import { wait } from '../../src/async/wait.ts';
import type { Frame, Picture } from '../../src/ports/frame.ts';
import type { CameraPort } from '../../src/session/sources/source-ports.ts';
import { fakeWorkers } from '../platform/detector/fake-worker.ts';
import { filmed } from '../scenarios/play.ts';
import type { SimulatedTime } from '../simulated-time.ts';
import { guided, usualOptions } from './guided.ts';

const [exercise] = exercises;
if (!exercise) throw new Error('There is no exercise.');

/** Frame rate of the webcam, a second, and how long switching it on takes, ms. */
const framesPerSecond = 12;
const cameraOpensIn = 300;

/** A user sits down and does the exercise over and over, after a practice where one is asked for. */
const filmOf = (practice: boolean) =>
  filmed(exercise, performanceOf(exercise.motion, { repetitions: 4, calm: seconds(4), hold: seconds(1.5), practice }), {
    framesPerSecond,
  });
const films = { personal: filmOf(true), norm: filmOf(false) };

/** A page that a test hides and shows. */
class FakePage extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
}

/** Where a session is: a state of the guide, or the phase of its exercise. */
export type Where = GuideState['is'] | Phase;

/**
 * A session before a camera. Everything is real except the camera, the page that can be hidden, and the detector's
 * worker, which sees what the user does and takes this long for a frame. It records what must never happen while the
 * page is hidden.
 */
export const hiddenPage = (time: SimulatedTime, frameMs: number, range: keyof typeof films = 'norm') => {
  const film = films[range];
  const page = new FakePage();
  const [pictured, offences] = [new WeakMap<Picture, number>(), new Set<string>()];
  const isHidden = (): boolean => page.visibilityState === 'hidden';
  let [camerasOn, camerasOpened, opening, performedSince, judgedAt] = [0, 0, 0, 0, -1];
  const offend = (what: string): void => void (isHidden() && offences.add(what));

  const { workers, spawn } = fakeWorkers({
    frameMs,
    find: (image) => film[Math.min(film.length - 1, pictured.get(image) ?? 0)]?.keypoints ?? noKeypoints,
  });
  const frame = film[0]?.frame ?? { width: 4, height: 3 };
  const runtime: Runtime = { model: 'lightning', backend: 'wasm' };
  const file = { url: '', bytes: 1, sha256: '' };
  const files = { topology: file, weights: file };

  const takePicture = (): ImageBitmap => {
    offend('a picture was taken');
    const image: ImageBitmap = { ...frame, close: () => undefined };
    pictured.set(image, Math.floor(((performance.now() - performedSince) / 1000) * framesPerSecond));
    return image;
  };

  const openCamera = async (signal: AbortSignal): Promise<CameraPort> => {
    offend('a camera was asked for');
    opening += 1;
    await wait(cameraOpensIn, signal);
    opening -= 1;
    signal.throwIfAborted();
    camerasOn += 1;
    camerasOpened += 1;
    if (camerasOn > 1) offences.add('two cameras were on');
    const begun = (performedSince = performance.now());
    const ending = new AbortController();
    async function* frames(until: AbortSignal, startsAt: SourceTime): AsyncGenerator<Frame> {
      const over = AbortSignal.any([until, ending.signal]);
      for (;;) {
        await wait(1000 / framesPerSecond, over);
        if (over.aborted) return;
        yield { image: takePicture(), at: sourceTime(startsAt + performance.now() - begun) };
      }
    }
    const close = (): void => {
      if (!ending.signal.aborted) camerasOn -= 1;
      ending.abort();
    };
    signal.addEventListener('abort', close);
    return { video: {} as HTMLVideoElement, frames, close };
  };

  const { guide, events } = guided({
    routine: { id: 'twice', restSeconds: 3, steps: [{ exercise: exercise.id }, { exercise: exercise.id }] },
    options: { ...usualOptions, source: 'camera', range, holdSeconds: 1 },
    clock: clockAt(1),
    pageVisibility: createPageVisibility(page),
    openSource: createOpenSource({
      openDetector: async ({ signal }) => {
        const open = (which: Runtime, more: object) => openLink({ ...which, files, spawn, ...more });
        const detector = new ResilientDetector(await open(runtime, { signal }), {
          open,
          usual: runtime,
          isWebglTried: false,
          isThunderTried: false,
          remember: () => undefined,
        });
        return {
          model: 'lightning',
          nextModel: 'lightning',
          poses: (given, until, pace) => detectedPoses(given, detector, until, pace),
          close: () => detector.close(),
        };
      },
      openCamera,
      openStage: () => Promise.reject(new Error('There is none.')),
      openVideo: () => Promise.reject(new Error('There is none.')),
    }),
  });
  guide.states.listen((state) => {
    if (state.is !== 'training') return;
    performedSince = performance.now();
    state.workout.steps.listen(({ sight }) => {
      if (!sight) return;
      offend('a frame was judged');
      judgedAt = performance.now();
    });
  });
  time.onStep = () => {
    if (camerasOn > 0) offend('the camera was on');
  };

  const turn = (visibilityState: DocumentVisibilityState): void => {
    page.visibilityState = visibilityState;
    page.dispatchEvent(new Event('visibilitychange'));
    // Checked at once: what follows from it later is too late for a camera.
    if (camerasOn > 0) offend('the camera was on');
  };
  return {
    guide,
    events,
    offences,
    hide: () => turn('hidden'),
    show: () => turn('visible'),
    where: (): Where => (guide.state.is === 'training' ? guide.state.workout.coaching.phase : guide.state.is),
    isFrameInFlight: () => workers.some(({ isBusy }) => isBusy),
    isCameraOpening: () => opening > 0,
    camerasOpened: () => camerasOpened,
    camerasOn: () => camerasOn,
    /** When a frame was last judged, ms; -1 before the first. */
    judgedAt: () => judgedAt,
  };
};
