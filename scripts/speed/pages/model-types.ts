import { movenet } from '@tensorflow-models/pose-detection';
import type { DetectorModel } from '../../../src/ports/detector-model.ts';

/** pose-detection's names of the models. */
export const modelTypes: Readonly<Record<DetectorModel, string>> = {
  lightning: movenet.modelType.SINGLEPOSE_LIGHTNING,
  thunder: movenet.modelType.SINGLEPOSE_THUNDER,
};
