/** The lengths of one body between joint centres, metres. */
export interface Proportions {
  readonly stature: number;
  /** Hip centre to the line of the shoulders, sitting straight. */
  readonly trunk: number;
  /** The part of the trunk that is pelvis and does not bend. */
  readonly pelvis: number;
  /** Mid-line to the joint centre of the shoulder. */
  readonly shoulderHalfWidth: number;
  /** Mid-line to the inner end of the clavicle. */
  readonly clavicleHalfGap: number;
  /** How far in front of the spine the inner end of the clavicle is. */
  readonly clavicleDepth: number;
  readonly upperArm: number;
  readonly forearm: number;
  /** Wrist to the tip of the middle finger. */
  readonly hand: number;
  /** Line of the shoulders to the line through the ears. */
  readonly neck: number;
  /** Chin to the top of the head. */
  readonly head: number;
  readonly hipHalfWidth: number;
  readonly thigh: number;
  /** Knee to ankle. */
  readonly shank: number;
  /** Ankle above the sole. */
  readonly ankleHeight: number;
  readonly foot: number;
  /** The height of the seat above the floor at which knees and hips are at right angles. */
  readonly seatHeight: number;
}

/** A length that `proportionsOf` can scale on its own. */
export type ScalableLength = Exclude<keyof Proportions, 'stature' | 'seatHeight'>;

/**
 * Lengths as shares of stature: Drillis & Contini 1966 as printed in Winter, Biomechanics and Motor Control. Where
 * those are body widths instead of joint centres, or an upper arm measured from the acromion, de Leva 1996 corrects
 * them.
 */
const shareOfStature: Readonly<Record<ScalableLength, number>> = {
  trunk: 0.288,
  pelvis: 0.065,
  shoulderHalfWidth: 0.106,
  clavicleHalfGap: 0.014,
  clavicleDepth: 0.03,
  upperArm: 0.1706,
  forearm: 0.147,
  hand: 0.106,
  neck: 0.114,
  head: 0.135,
  hipHalfWidth: 0.053,
  thigh: 0.245,
  shank: 0.246,
  ankleHeight: 0.039,
  foot: 0.152,
};

/**
 * Half the height of a thigh of a sitting body, as a share of stature: the height of the hip's centre above the seat.
 */
const thighHalfHeight = 0.044;

/** The proportions of a body of a stature in metres; `scales` are factors of single lengths. */
export const proportionsOf = (
  stature: number,
  scales: Readonly<Partial<Record<ScalableLength, number>>> = {},
): Proportions => {
  const lengths = Object.fromEntries(
    Object.entries(shareOfStature).map(([name, share]) => [
      name,
      stature * share * (scales[name as ScalableLength] ?? 1),
    ]),
  ) as unknown as Readonly<Record<ScalableLength, number>>;
  return { stature, ...lengths, seatHeight: lengths.ankleHeight + lengths.shank - stature * thighHalfHeight };
};

/** The height above the floor of the middle of the hips of a sitting body, metres. */
export const hipHeightOf = ({ ankleHeight, shank }: Proportions): number => ankleHeight + shank;

/** The gap between the knees of a sitting person, relative to that between the hips. */
const kneesApart = 1.25;

/** The distance from the mid-line to a sitting person's knee and ankle, metres. */
export const kneeHalfGapOf = ({ hipHalfWidth }: Proportions): number => hipHalfWidth * kneesApart;

/** How far in front of the hips of a sitting person the knees are, and the ankles under them, metres. */
export const kneesAheadOf = (proportions: Proportions): number =>
  Math.sqrt(proportions.thigh ** 2 - (proportions.hipHalfWidth * (kneesApart - 1)) ** 2);

/**
 * How much lower the hips of a standing person are than on straight legs, metres: it leaves the knees a slight bend.
 */
const standingSpare = 0.005;

/** The height above the floor of the middle of the hips of a standing body, metres. */
export const standingHipHeightOf = ({ ankleHeight, shank, thigh }: Proportions): number =>
  ankleHeight + shank + thigh - standingSpare;

/** The height above the floor of the shoulders of a body that sits straight, metres. */
export const shoulderHeightOf = (proportions: Proportions): number => hipHeightOf(proportions) + proportions.trunk;

/** An adult of 1.70 m: the mean of women and men in Drillis & Contini. */
export const adult: Proportions = proportionsOf(1.7);
