import type { View } from '../kinematics/measures.ts';
import { above, type Fault } from './exercise.ts';

/** A fault of standing to the camera, the same for every exercise of a view. */
export type ViewFault = Omit<Fault, 'shownBy' | 'alongWith'>;

/**
 * Rows 0b and 0c of table H: the person has turned out of the view. Judged at rest only, since raised arms narrow the
 * shoulders that MoveNet sees (0.70 of the trunk at rest, 0.48-0.50 overhead on photographs).
 */
export const viewFaults: Readonly<Record<View, readonly ViewFault[]>> = {
  front: [
    {
      id: 'turned-away',
      while: ['ready'],
      when: { turnedAway: above(0.1, 0.02) },
      dwell: 1000,
      cue: 'face-the-camera',
      confidence: 'medium',
    },
  ],
  side: [
    {
      id: 'turned-to-lens',
      while: ['ready'],
      when: { turnedToLens: above(0.35, 0.07) },
      dwell: 1000,
      cue: 'turn-sideways',
      confidence: 'medium',
    },
  ],
};
