import type { PairedPart } from '../pose/keypoints.ts';
import { above, below, type Fault } from './exercise.ts';
import type { View } from '../pose/view.ts';

/** A fault of the user's position in front of the camera, the same for every exercise of a view. */
export type ViewFault = Omit<Fault, 'shownBy' | 'alongWith'> & {
  /** Parts that were seen at neutral and must stay in sight; the fault is on while one of them is not. */
  readonly inSight?: readonly PairedPart[];
  /** Whether nothing is judged while the fault is on. */
  readonly isTurned?: true;
  /** Whether its bound applies to the change since the start posture. */
  readonly isBeyondRest?: true;
};

/**
 * Hips that were in the picture have left it. Judged at rest only, because raised arms hide other parts. Hips that a
 * desk hides from the beginning are no fault; they are listed as not judged.
 */
const hipsLost: ViewFault = {
  id: 'hips-lost',
  while: ['ready'],
  when: {},
  inSight: ['hip'],
  dwell: 500,
  cue: 'move-back-hips',
  confidence: 'high',
};

/**
 * The faults of each view: the hips are lost, or the user has turned out of the view. Turning is judged at rest only,
 * because raised arms narrow the shoulders that MoveNet sees (0.70 of the trunk at rest, 0.48-0.50 overhead on
 * photographs). In front view it is judged relative to the start posture: with hands on the shoulders, shoulders and
 * hips alike are narrower by 0.06-0.09 (figure straight before the lens), and by 0.17 while closed.
 */
export const viewFaults: Readonly<Record<View, readonly ViewFault[]>> = {
  front: [
    hipsLost,
    {
      id: 'turned-away',
      isTurned: true,
      while: ['ready'],
      isBeyondRest: true,
      // Arms that go up fast are overhead before an attempt opens: such a lift read 0.14 to 0.17, and none of it counted.
      when: { turnedAway: above(0.12, 0.03), armElevation: below(130) },
      dwell: 1000,
      cue: 'face-the-camera',
      confidence: 'medium',
    },
  ],
  side: [
    hipsLost,
    {
      id: 'turned-to-lens',
      isTurned: true,
      while: ['ready'],
      // From set-up's own limit of the side view on; on films of the figure from the side, at most 0.23.
      when: { turnedToLens: above(0.28, 0.07) },
      dwell: 1000,
      cue: 'turn-sideways',
      confidence: 'medium',
    },
  ],
};
