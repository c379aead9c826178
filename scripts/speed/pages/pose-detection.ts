import { createDetector, SupportedModels } from '@tensorflow-models/pose-detection';
import { modelFiles } from '../../../src/platform/detector/spawn-worker.ts';
import { frameCanvas, offerCandidates, oneByOne, type OpenCandidate } from './candidate.ts';
import { modelTypes } from './model-types.ts';
import { handlerFor, startWasm } from './tf-model.ts';

/** pose-detection as its own demo uses it: on the page's thread, the camera's whole picture, its own smoothing. */
const openPoseDetection: OpenCandidate = async (model) => {
  await startWasm();
  const detector = await createDetector(SupportedModels.MoveNet, {
    modelType: modelTypes[model],
    modelUrl: await handlerFor(modelFiles(model)),
  });
  const drawn = frameCanvas();
  return oneByOne(async ({ image, at }) => {
    const [pose] = await detector.estimatePoses(drawn(image), { maxPoses: 1, flipHorizontal: false }, at);
    return pose ? { keypoints: pose.keypoints.map(({ x, y, score = 0 }) => [x, y, score]) } : {};
  });
};

offerCandidates({ 'pose-detection': openPoseDetection });
