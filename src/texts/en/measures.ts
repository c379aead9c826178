import type { MeasureName } from '../../engine/kinematics/measures.ts';

/** A measure as a person would call it, and an amount of it in words. */
export interface MeasureText {
  /** As in "I can't judge ...". */
  readonly name: string;
  /** As in "best: ..." and "... short". */
  readonly amount: (value: number) => string;
  /** Said when an attempt asked for this posture and it was left. */
  readonly lost?: string;
}

const angle = (value: number): string => {
  const whole = Math.round(value);
  return `${whole} ${Math.abs(whole) === 1 ? 'degree' : 'degrees'}`;
};
const share = (value: number): string => `${Math.round(value * 100)} %`;
const shareOfWidth = (value: number): string => `${share(value)} of shoulder width`;

/** Every measure in words. */
export const measures: Readonly<Record<MeasureName, MeasureText>> = {
  shoulderFlexion: { name: 'how high your arm is', amount: angle },
  armElevation: { name: 'how high your arms are', amount: angle, lost: 'the arms did not hang' },
  upperArmLevel: { name: 'the height of your elbows', amount: angle },
  elbowFlexion: { name: 'how straight your elbow is', amount: angle, lost: 'the elbow bent' },
  upperArmReach: { name: 'whether your arm stays in front', amount: share },
  trunkLean: { name: 'whether you lean', amount: angle },
  trunkSideLean: { name: 'whether you lean to a side', amount: angle },
  headOverHips: { name: 'how far you bend', amount: angle },
  headSideBend: { name: 'how far your head tilts', amount: angle },
  shoulderTilt: { name: 'whether your shoulders are level', amount: angle },
  headTurn: { name: 'whether your head turns', amount: share },
  elbowGap: { name: 'how close your elbows are', amount: shareOfWidth },
  elbowLag: { name: 'whether your elbows move alike', amount: shareOfWidth },
  handOnShoulder: {
    name: 'whether your hands stay on your shoulders',
    amount: shareOfWidth,
    lost: 'the hands left your shoulders',
  },
  handAtHead: { name: 'whether your hands stay at your head', amount: shareOfWidth, lost: 'the hands left your head' },
  turnedAway: { name: 'whether you face the camera', amount: share },
  turnedToLens: { name: 'whether you sit sideways', amount: share },
  neckLength: { name: 'whether your shoulders stay down', amount: share },
};
