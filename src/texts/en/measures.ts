import type { MeasureName } from '../../engine/kinematics/measures.ts';

/** How the amounts of a measure are said. */
interface Amounts {
  /** As in "best: ..." and "... short". */
  readonly amount: (value: number) => string;
  /** Without its unit, as in "usual ...". */
  readonly bare: (value: number) => string;
  /** With its error, which is rounded up. */
  readonly amountWithin: (value: number, error: number) => string;
}

/** A measure as a person would call it, and amounts of it in words. */
export interface MeasureText extends Amounts {
  /** As in "I can't judge ...". */
  readonly name: string;
  /** Said when an attempt asked for this posture and it was left. */
  readonly lost?: string;
  /** Whether it is counted by the person's own practice, so that an amount of it is no range. */
  readonly isOwnScale?: true;
}

const whole = (value: number): string => `${Math.round(value) + 0}`;
const percent = (value: number): number => Math.round(value * 100);

const angle: Amounts = {
  amount: (value) => `${whole(value)} ${Math.abs(Math.round(value)) === 1 ? 'degree' : 'degrees'}`,
  bare: whole,
  amountWithin: (value, error) => `${whole(value)} ± ${Math.ceil(error)} degrees`,
};

const shareOf = (unit: string): Amounts => ({
  amount: (value) => `${percent(value)} %${unit}`,
  bare: (value) => `${percent(value)} %`,
  amountWithin: (value, error) => `${percent(value)} ± ${Math.ceil(error * 100)} %${unit}`,
});

const share = shareOf('');
const shareOfWidth = shareOf(' of shoulder width');

/** Every measure in words. */
export const measures: Readonly<Record<MeasureName, MeasureText>> = {
  shoulderFlexion: { name: 'how high your arm is', ...angle, lost: 'the arm did not hang' },
  armElevation: { name: 'how high your arms are', ...angle, lost: 'the arms did not hang' },
  upperArmLevel: { name: 'the height of your elbows', ...angle },
  elbowFlexion: { name: 'how straight your elbow is', ...angle, lost: 'the elbow bent' },
  elbowPitch: { name: 'how your elbows move', ...angle },
  upperArmReach: { name: 'whether your arm stays in front', ...share },
  armLag: { name: 'whether your arms move alike', ...angle },
  trunkLean: { name: 'whether you lean', ...angle },
  trunkSideLean: { name: 'whether you lean to a side', ...angle },
  headOverHips: { name: 'how far you bend', ...angle },
  headSideBend: { name: 'how far your head tilts', ...angle },
  headLean: { name: 'whether you hold your head straight', ...angle },
  shoulderTilt: { name: 'whether your shoulders are level', ...angle },
  shoulderRise: { name: 'whether a shoulder rises', ...angle },
  headPitch: { name: 'whether your chin drops', ...shareOfWidth },
  headTurn: { name: 'whether your head turns', ...share },
  chinLift: { name: 'whether your chin stays level', ...angle },
  elbowGap: { name: 'how close your elbows are', ...shareOfWidth },
  elbowLag: { name: 'whether your elbows move alike', ...shareOfWidth },
  handOnShoulder: {
    name: 'whether your hands stay on your shoulders',
    ...shareOfWidth,
    lost: 'the hands left your shoulders',
  },
  handAtHead: { name: 'whether your hands stay at your head', ...shareOfWidth, lost: 'the hands left your head' },
  turnedAway: { name: 'whether you face the camera', ...share },
  turnedToLens: { name: 'whether you sit sideways', ...share },
  shoulderWidth: { name: 'how far your shoulders draw back', ...share },
  shoulderSetback: { name: 'how far your shoulders draw back', ...share },
  likeness: { name: 'how much you squeeze', ...share, isOwnScale: true },
  neckLength: { name: 'whether your shoulders stay down', ...share, lost: 'the shoulders rose' },
};
