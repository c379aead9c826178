/** The only file that uses TensorFlow.js and pose-detection; `backend-code.ts` loads the backends. */
import { createDetector, SupportedModels, movenet } from '@tensorflow-models/pose-detection';
import type { PoseDetector } from '@tensorflow-models/pose-detection';
import { backend as currentBackend, env, getBackend, io, memory, setBackend, tensor3d } from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { keypointsFrom, noKeypoints } from '../../../engine/pose/keypoints.ts';
import type { Keypoint } from '../../../engine/pose/keypoints.ts';
import type { SourceTime } from '../../../engine/units.ts';
import type { Picture } from '../../../ports/frame.ts';
import type { BackendName } from '../../../ports/backend.ts';
import type { Detection, Runtime } from '../protocol.ts';
import type { DetectorModel } from '../../../ports/detector-model.ts';
import { renewCode } from '../../load-code.ts';
import { withoutBias } from './bias.ts';
import { cropAfter, wholeOf } from './crop.ts';
import type { Crop } from './crop.ts';
import type { DownloadedModel } from './download.ts';
import { watchContext } from './graphics-context.ts';
import type { GraphicsContext } from './graphics-context.ts';
import { pictureOpener } from './open-picture.ts';
import { inputSides } from './pixels.ts';

/** A loaded MoveNet model. */
export interface MoveNet {
  /** Finds one person; never rejects for a picture without one. Does not close the picture. */
  detect(image: Picture, at: SourceTime): Promise<Detection>;
  /** The number of live tensors; constant from frame to frame unless there is a leak. */
  countTensors(): number;
  /** The graphics context, which may be lost; `undefined` on wasm. */
  readonly graphics: GraphicsContext | undefined;
  /** Whether wasm uses SIMD; false on WebGL. */
  readonly isSimd: boolean;
}

/**
 * The score below which pose-detection treats a picture as empty; so low that the engine's own gates decide.
 * pose-detection treats 0 as 0.25.
 */
const minPoseScore = 0.05;

/**
 * Starts exactly the requested backend, whose code is on its way, while the model is downloaded, and loads the model into it;
 * rejects instead of falling back to another backend.
 */
export const openMoveNet = async (
  { model, backend }: Runtime,
  downloading: Promise<DownloadedModel>,
  backendCode: Promise<void>,
): Promise<MoveNet> => {
  await backendCode;
  // Threads would need COOP/COEP and hang in a minified build (tfjs#4253).
  if (backend === 'wasm') env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (!(await starts(backend))) {
    // A wrong response in place of the wasm file.
    await renewCode();
    if (!(await starts(backend))) throw new Error(`The ${backend} backend does not start here.`);
  }
  const files = await downloading;
  const detector = await createDetector(SupportedModels.MoveNet, {
    modelType: modelTypes[model],
    modelUrl: handlerOf(files),
    enableSmoothing: false,
    minPoseScore,
  });
  return {
    detect: detectWith(detector, model),
    countTensors: () => memory().numTensors,
    graphics: backend === 'webgl' ? watchContext((currentBackend() as MathBackendWebGL).gpgpu.gl) : undefined,
    isSimd: backend === 'wasm' && (await env().getAsync('WASM_HAS_SIMD_SUPPORT')) === true,
  };
};

const starts = async (backend: BackendName): Promise<boolean> =>
  (await setBackend(backend)) && getBackend() === backend;

const modelTypes: Readonly<Record<DetectorModel, string>> = {
  lightning: movenet.modelType.SINGLEPOSE_LIGHTNING,
  thunder: movenet.modelType.SINGLEPOSE_THUNDER,
};

/** Passes the model's bytes to TensorFlow.js, which then has no address to fetch from. */
const handlerOf = ({ topology, weights }: DownloadedModel): io.IOHandler => ({
  load: () =>
    io.getModelArtifactsForJSON(topology as io.ModelJSON, (manifest) =>
      Promise.resolve([manifest.flatMap((group) => group.weights), weights]),
    ),
});

/**
 * Detects with a crop around the last position of the person; the position is reset when the picture changes its size
 * or its time runs backwards, which means another source.
 */
const detectWith = (detector: PoseDetector, model: DetectorModel): MoveNet['detect'] => {
  const side = inputSides[model];
  const open = pictureOpener(side);
  let last = { width: 0, height: 0, at: -Infinity };
  let known: Crop | undefined;
  return async (image, at) => {
    const picture = await open(image);
    const { width, height } = picture.size;
    if (width !== last.width || height !== last.height || at < last.at) known = undefined;
    last = { width, height, at };
    const crop = known ?? wholeOf(picture.size);
    // pose-detection would crop once more; after a reset it uses the whole square.
    detector.reset();
    const { rgb, light } = picture.look(crop);
    const input = tensor3d(rgb, [side, side, 3], 'int32');
    const [pose] = await detector.estimatePoses(input, { maxPoses: 1 }, at).finally(() => input.dispose());
    const keypoints =
      pose === undefined ? noKeypoints : keypointsFrom((_, index) => inPicture(pose.keypoints[index], crop, side));
    known = cropAfter(keypoints, last, known);
    return { keypoints: withoutBias(keypoints, model), light, ...picture.marks() };
  };
};

const unseen: Keypoint = { x: 0, y: 0, score: 0 };

/**
 * Converts a keypoint from the model's square to the picture; NaN, which some old graphics drivers return (tfjs#775,
 * #921), becomes an unseen keypoint.
 */
const inPicture = (
  keypoint: { x: number; y: number; score?: number } | undefined,
  crop: Crop,
  side: number,
): Keypoint => {
  if (keypoint === undefined) return unseen;
  const { x, y, score = 0 } = keypoint;
  const scale = crop.size / side;
  return Number.isFinite(x + y + score) ? { x: crop.x + x * scale, y: crop.y + y * scale, score } : unseen;
};
