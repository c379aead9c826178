import type { JointAngles } from '../../../src/engine/figure/joint-angles.ts';
import type { Vector3 } from '../../../src/engine/figure/vector.ts';

/**
 * Joints of a sitting adult, recorded before the figure could rise or move, metres to six digits: each stance with its
 * joints.
 */
export const goldenJoints: Readonly<
  Record<string, { readonly jointAngles: JointAngles; readonly joints: Readonly<Record<string, Vector3>> }>
> = {
  straight: {
    jointAngles: {},
    joints: {
      nose: [0, 1.15413, 0.127092],
      left_eye: [0.032589, 1.188555, 0.099552],
      right_eye: [-0.032589, 1.188555, 0.099552],
      left_ear: [0.076883, 1.1679, 0.007752],
      right_ear: [-0.076882, 1.1679, 0.007752],
      left_shoulder: [0.1802, 0.9741, 0],
      right_shoulder: [-0.1802, 0.9741, 0],
      left_elbow: [0.1802, 0.68408, 0],
      right_elbow: [-0.1802, 0.68408, 0],
      left_wrist: [0.1802, 0.43418, 0],
      right_wrist: [-0.1802, 0.43418, 0],
      left_hip: [0.0901, 0.4845, 0],
      right_hip: [-0.0901, 0.4845, 0],
      left_knee: [0.112625, 0.4845, 0.41589],
      right_knee: [-0.112625, 0.4845, 0.41589],
      left_ankle: [0.112625, 0.0663, 0.41589],
      right_ankle: [-0.112625, 0.0663, 0.41589],
      left_toe: [0.112625, 0, 0.602548],
      right_toe: [-0.112625, 0, 0.602548],
    },
  },
  closed: {
    jointAngles: { shoulderElevation: 90, elevationPlane: 115, protraction: 20, hand: 'own-shoulder' },
    joints: {
      nose: [0, 1.15413, 0.127092],
      left_eye: [0.032589, 1.188555, 0.099552],
      right_eye: [-0.032589, 1.188555, 0.099552],
      left_ear: [0.076883, 1.1679, 0.007752],
      right_ear: [-0.076882, 1.1679, 0.007752],
      left_shoulder: [0.188211, 0.9741, 0.056568],
      right_shoulder: [-0.188211, 0.9741, 0.056568],
      left_elbow: [0.065643, 0.9741, 0.319415],
      right_elbow: [-0.065643, 0.9741, 0.319415],
      left_wrist: [0.139308, 1.112763, 0.125003],
      right_wrist: [-0.139308, 1.112763, 0.125003],
      left_hip: [0.0901, 0.4845, 0],
      right_hip: [-0.0901, 0.4845, 0],
      left_knee: [0.112625, 0.4845, 0.41589],
      right_knee: [-0.112625, 0.4845, 0.41589],
      left_ankle: [0.112625, 0.0663, 0.41589],
      right_ankle: [-0.112625, 0.0663, 0.41589],
      left_toe: [0.112625, 0, 0.602548],
      right_toe: [-0.112625, 0, 0.602548],
    },
  },
  bent: {
    jointAngles: {
      lean: 12,
      sideLean: -8,
      spineFlexion: 25,
      spineSideBend: 10,
      spineRotation: -20,
      neckFlexion: 15,
      neckSideBend: -10,
      neckRotation: 30,
      left: { shoulderElevation: 120, elevationPlane: 40, hand: 'back-of-head' },
      right: { shoulderElevation: 60, elbowFlexion: 70, shoulderRotation: 20 },
    },
    joints: {
      nose: [-0.018314, 0.972269, 0.386877],
      left_eye: [-0.003869, 1.024667, 0.394048],
      right_eye: [-0.064561, 1.000906, 0.393716],
      left_ear: [0.018006, 1.091366, 0.317311],
      right_ear: [-0.125175, 1.035311, 0.316528],
      left_shoulder: [0.133692, 0.901125, 0.223653],
      right_shoulder: [-0.211105, 0.962089, 0.138291],
      left_elbow: [0.137282, 1.112709, 0.421973],
      right_elbow: [-0.449466, 0.89038, -0.01055],
      left_wrist: [0.001414, 1.201044, 0.231745],
      right_wrist: [-0.544526, 0.6769, 0.077992],
      left_hip: [0.0901, 0.4845, 0],
      right_hip: [-0.0901, 0.4845, 0],
      left_knee: [0.112625, 0.4845, 0.41589],
      right_knee: [-0.112625, 0.4845, 0.41589],
      left_ankle: [0.112625, 0.0663, 0.41589],
      right_ankle: [-0.112625, 0.0663, 0.41589],
      left_toe: [0.112625, 0, 0.602548],
      right_toe: [-0.112625, 0, 0.602548],
    },
  },
};
