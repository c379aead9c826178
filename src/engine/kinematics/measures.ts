import type { PairedPart } from '../pose/keypoints.ts';
import type { View } from '../pose/view.ts';

/** What a measure is counted in; a `ratio` is a length over one of the person's own neutral lengths. */
export type MeasureUnit = 'degrees' | 'ratio';

interface MeasureRow {
  readonly unit: MeasureUnit;
  /** The views that can see it; no exercise can name it in another. */
  readonly views: readonly View[];
  /** `each`: one value for the left and one for the right (in side view: of the near side alone). */
  readonly sides: 'each' | 'one';
  /** Against the person's neutral: not at all, as the change from it, or as the share of it. */
  readonly fromNeutral: 'no' | 'change' | 'share';
  /** How much nearer a threshold is left than it is met (and a fault cleared than noticed). */
  readonly hysteresis: number;
  /** What smoothness is judged by where it is more than the hysteresis: six times the SD of a movement, not of rest. */
  readonly noiseFloor?: number;
  /**
   * Whether it does not grow as the movement does, so that its strokes read shorter than they were: of the planned time the gap of the
   * elbows reads 0.7, their height 0.85 (figure).
   */
  readonly isUneven?: true;
  /** SD at rest as measured on MoveNet Lightning, 480x360 to 640x480; absent where not yet measured. */
  readonly noise?: number;
  /** How far MoveNet reads a straight rest posture from zero: a zero within it is its bias, not the person's. */
  readonly restBias?: number;
  /** What must be seen; `both` sides' parts, or those of the side that is measured. */
  readonly needs: readonly (PairedPart | 'nose')[];
  /** Whether a measure of one side needs both sides' parts. */
  readonly ofBoth?: true;
  /** The pair across which it is drawn on the body; along what it needs where nothing is said. */
  readonly across?: PairedPart;
}

/**
 * Every measure, once: its unit, sign, views, needed keypoints, hysteresis and noise. How each is computed stands in
 * `measure.ts` under the same name. Angles are anatomical: forward, up and *to the named side* are positive.
 */
export const measureTable = {
  /** Upper arm against the trunk in the sagittal plane, near side; -90 to 270, no wrap overhead. */
  shoulderFlexion: {
    unit: 'degrees',
    views: ['side'],
    sides: 'each',
    fromNeutral: 'no',
    hysteresis: 12,
    noise: 0.7,
    needs: ['shoulder', 'elbow'],
  },
  /** Upper arm against the trunk, 0-180. */
  armElevation: {
    unit: 'degrees',
    views: ['front'],
    sides: 'each',
    fromNeutral: 'no',
    hysteresis: 12,
    needs: ['shoulder', 'elbow'],
  },
  /** Elbow above (+) the shoulder: the asin of its rise over the neutral upper arm. */
  upperArmLevel: {
    unit: 'degrees',
    views: ['front'],
    sides: 'each',
    fromNeutral: 'no',
    hysteresis: 6,
    isUneven: true,
    needs: ['shoulder', 'elbow'],
  },
  /** 0 when straight; a gross check only. */
  elbowFlexion: {
    unit: 'degrees',
    views: ['front', 'side'],
    sides: 'each',
    fromNeutral: 'no',
    hysteresis: 15,
    needs: ['shoulder', 'elbow', 'wrist'],
  },
  /** Projected upper arm over its neutral length: out-of-plane drift. */
  upperArmReach: {
    unit: 'ratio',
    views: ['side'],
    sides: 'each',
    fromNeutral: 'no',
    hysteresis: 0.1,
    needs: ['shoulder', 'elbow'],
  },
  /** Hips to shoulders against the vertical, forward +. */
  trunkLean: {
    unit: 'degrees',
    views: ['side'],
    sides: 'one',
    fromNeutral: 'change',
    hysteresis: 4,
    needs: ['shoulder', 'hip'],
  },
  /** Hips to shoulders against the vertical, to the named side +. */
  trunkSideLean: {
    unit: 'degrees',
    views: ['front'],
    sides: 'each',
    fromNeutral: 'change',
    hysteresis: 3,
    needs: ['shoulder', 'hip'],
    ofBoth: true,
  },
  /** Hip to ear against the vertical, forward +; its noise allows half of the hysteresis first proposed, so that ten degrees of extension can be left. */
  headOverHips: {
    unit: 'degrees',
    views: ['side'],
    sides: 'one',
    fromNeutral: 'change',
    hysteresis: 4,
    noise: 0.4,
    needs: ['ear', 'hip'],
  },
  /**
   * Ear-and-eye line against the shoulder line, to the named side +. At rest MoveNet reads a figure that holds its head straight
   * 3-4 degrees off, and a person whose head is drawn at 2 degrees 8 off; tilted, both sides read alike again.
   */
  headSideBend: {
    unit: 'degrees',
    views: ['front'],
    sides: 'each',
    fromNeutral: 'change',
    hysteresis: 6,
    // A head on its way wavers more than one at rest: at ten frames a second one correct tilt in 200 seemed to stop.
    noiseFloor: 10,
    noise: 0.8,
    restBias: 8,
    needs: ['ear', 'eye', 'shoulder'],
    ofBoth: true,
    across: 'ear',
  },
  /** Shoulder line against the horizontal, the named side's shoulder lower +. */
  shoulderTilt: {
    unit: 'degrees',
    views: ['front'],
    sides: 'each',
    fromNeutral: 'change',
    hysteresis: 3,
    needs: ['shoulder'],
    ofBoth: true,
    across: 'shoulder',
  },
  /** Nose off the middle of the ears in ear distances, to the named side +. */
  headTurn: {
    unit: 'ratio',
    views: ['front'],
    sides: 'each',
    fromNeutral: 'change',
    hysteresis: 0.1,
    needs: ['nose', 'ear'],
    ofBoth: true,
    across: 'ear',
  },
  /** Distance of the elbows over the neutral shoulder width; 0.1 of hysteresis, so that elbows straight ahead (1.13 and more) are soon no longer together. */
  elbowGap: {
    unit: 'ratio',
    views: ['front'],
    sides: 'one',
    fromNeutral: 'no',
    hysteresis: 0.1,
    isUneven: true,
    needs: ['shoulder', 'elbow'],
  },
  /** How much further this elbow is from the mid-line of the shoulders than the other (+), over the neutral shoulder width. */
  elbowLag: {
    unit: 'ratio',
    views: ['front'],
    sides: 'each',
    fromNeutral: 'no',
    hysteresis: 0.1,
    needs: ['shoulder', 'elbow'],
    ofBoth: true,
  },
  /** How much lower this arm is raised than the other (+), by the height of the elbows. */
  armLag: {
    unit: 'degrees',
    views: ['front'],
    sides: 'each',
    fromNeutral: 'no',
    hysteresis: 8,
    needs: ['shoulder', 'elbow'],
    ofBoth: true,
  },
  /** The upper arm above the horizontal, forward and up +, while it does not point at the lens. */
  elbowPitch: {
    unit: 'degrees',
    views: ['side'],
    sides: 'each',
    fromNeutral: 'no',
    hysteresis: 10,
    needs: ['shoulder', 'elbow'],
  },
  /** Shoulder to ear against the trunk, chin and head back +. */
  chinLift: {
    unit: 'degrees',
    views: ['side'],
    sides: 'one',
    fromNeutral: 'change',
    hysteresis: 10,
    needs: ['ear', 'shoulder', 'hip'],
  },
  /** Wrist to the same shoulder, or the other one to it where that is nearer, over the neutral shoulder width. */
  handOnShoulder: {
    unit: 'ratio',
    views: ['front'],
    sides: 'each',
    fromNeutral: 'no',
    hysteresis: 0.15,
    needs: ['shoulder', 'wrist'],
  },
  /** Wrist to the ear over the neutral shoulder width (from the side: over 0.72 of the neutral trunk). */
  handAtHead: {
    unit: 'ratio',
    views: ['front', 'side'],
    sides: 'each',
    fromNeutral: 'no',
    hysteresis: 0.15,
    needs: ['wrist', 'ear'],
  },
  /** By how much shoulders and hips are both narrower than at neutral, up to 1: the body has turned away. */
  turnedAway: {
    unit: 'ratio',
    views: ['front'],
    sides: 'one',
    fromNeutral: 'no',
    hysteresis: 0.04,
    needs: ['shoulder', 'hip'],
  },
  /** Shoulder width over the neutral trunk length in side view: the body has turned to the lens. */
  turnedToLens: {
    unit: 'ratio',
    views: ['side'],
    sides: 'one',
    fromNeutral: 'no',
    hysteresis: 0.07,
    needs: ['shoulder'],
    ofBoth: true,
  },
  /** Shoulder width over the trunk (over its own neutral where the hips are hidden), as part of neutral: drawing the shoulders back narrows it. */
  shoulderWidth: {
    unit: 'ratio',
    views: ['front'],
    sides: 'one',
    fromNeutral: 'share',
    hysteresis: 0.02,
    noise: 0.012,
    needs: ['shoulder'],
    across: 'shoulder',
  },
  /** The shoulder behind the line from hip to ear, over that line's length: drawing the shoulder back lengthens it. */
  shoulderSetback: {
    unit: 'ratio',
    views: ['side'],
    sides: 'one',
    fromNeutral: 'change',
    hysteresis: 0.01,
    needs: ['ear', 'shoulder', 'hip'],
  },
  /** How much of what the person's own practice changed is shown: 0 at rest, 1 as in practice; see `similarity.ts`. */
  likeness: {
    unit: 'ratio',
    views: ['front', 'side'],
    sides: 'one',
    fromNeutral: 'no',
    hysteresis: 0.2,
    needs: ['shoulder'],
    across: 'shoulder',
  },
  /** Ear above the shoulder along the trunk, as part of neutral: a shrug shortens it. */
  neckLength: {
    unit: 'ratio',
    views: ['front', 'side'],
    sides: 'one',
    fromNeutral: 'share',
    hysteresis: 0.06,
    noise: 0.015,
    needs: ['ear', 'shoulder'],
  },
} as const satisfies Record<string, MeasureRow>;

/** The name of a measure. */
export type MeasureName = keyof typeof measureTable;

/** The measures that one body shows by itself; the others are made of these. */
export type BodyMeasure = Exclude<MeasureName, 'likeness'>;

/** Whether a measure is read from the body itself. */
export const isOfBody = (name: MeasureName): name is BodyMeasure => name !== 'likeness';

/** Every measure's name, in the table's order. */
export const measureNames = Object.keys(measureTable) as readonly MeasureName[];

/** The measures that a view can see: a rule set for the front cannot name one that only the side shows. */
export type MeasureIn<V extends View> = {
  [M in MeasureName]: V extends (typeof measureTable)[M]['views'][number] ? M : never;
}[MeasureName];

/** A measure's row of the table. */
export const measureRow = (name: MeasureName): MeasureRow => measureTable[name];

/** Whether a view can see a measure. */
export const isSeenIn = (name: MeasureName, view: View): boolean => measureRow(name).views.includes(view);
