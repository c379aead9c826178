import type { PairedPart } from '../pose/keypoints.ts';
import type { View } from '../pose/view.ts';

/** The unit of a measure; a `ratio` is a length over one of the user's own neutral lengths. */
export type MeasureUnit = 'degrees' | 'ratio';

interface MeasureRow {
  readonly unit: MeasureUnit;
  /** The views that show the measure; no exercise can name it in another. */
  readonly views: readonly View[];
  /** `each`: one value for the left and one for the right (in side view only for the near side). */
  readonly sides: 'each' | 'one';
  /** Relation to the user's neutral: none, the change from it, or the share of it. */
  readonly fromNeutral: 'no' | 'change' | 'share';
  /** Distance between the enter and the exit threshold, of a target or a fault. */
  readonly hysteresis: number;
  /** Noise floor for stop detection, if larger than `hysteresis`: six times the SD while moving, not at rest. */
  readonly noiseFloor?: number;
  /**
   * Two sides that differ by at most this move together, degrees. Real lifts of both arms differ by 9 at the 95th
   * percentile and by 31 at most at the top; turns of the trunk and waves by 37-78 (78 people and 745 other motions).
   */
  readonly pairSpread?: number;
  /** Nonlinear in the movement: strokes read 0.7 (elbow gap) or 0.85 (elbow height) of the planned time (figure). */
  readonly isUneven?: true;
  /** SD at rest on MoveNet Lightning, 480x360 to 640x480; absent where not yet measured. */
  readonly noise?: number;
  /** How far from zero MoveNet reads a straight rest posture: a neutral offset up to this is treated as model bias. */
  readonly restBias?: number;
  /** The parts that must be seen, of both sides or of the measured side. */
  readonly needs: readonly (PairedPart | 'nose')[];
  /** Whether a measure of one side needs the parts of both sides. */
  readonly ofBoth?: true;
  /** Whether it compares one arm with the other. */
  readonly comparesArms?: true;
  /** The pair across which it is drawn on the body; by default it is drawn along the needed parts. */
  readonly across?: PairedPart;
}

/** Every measure; `formulas.ts` has the formulas by name. Angles: forward, up and *to the named side* are positive. */
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
  /** Upper arm against the trunk, 0-180, corrected for an arm that points at the lens. */
  armElevation: {
    unit: 'degrees',
    views: ['front'],
    sides: 'each',
    fromNeutral: 'no',
    hysteresis: 12,
    pairSpread: 35,
    needs: ['shoulder', 'elbow'],
  },
  /** Elbow above (+) the shoulder: the asin of its rise over the neutral upper arm. */
  upperArmLevel: {
    unit: 'degrees',
    views: ['front'],
    sides: 'each',
    fromNeutral: 'no',
    hysteresis: 6,
    pairSpread: 35,
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
  /** Hip to ear against the vertical, forward +. */
  headOverHips: {
    unit: 'degrees',
    views: ['side'],
    sides: 'one',
    fromNeutral: 'change',
    // Half of the 8 first proposed, which the noise allows: ten degrees of extension can be left.
    hysteresis: 4,
    noise: 0.4,
    needs: ['ear', 'hip'],
  },
  /**
   * Ear-and-eye line against the shoulder line, to the named side +. At rest MoveNet reads a figure with a straight
   * head 3-4 degrees off, and a person whose head is drawn at 2 degrees 8 off; when tilted, both sides read alike.
   */
  headSideBend: {
    unit: 'degrees',
    views: ['front'],
    sides: 'each',
    fromNeutral: 'change',
    hysteresis: 6,
    // A moving head wavers more than one at rest: at ten frames per second one correct tilt in 200 seemed to stop.
    noiseFloor: 10,
    noise: 0.8,
    restBias: 8,
    needs: ['ear', 'eye', 'shoulder'],
    ofBoth: true,
    across: 'ear',
  },
  /** Ear-and-eye line against the horizontal, to the named side +: a raised arm lifts its shoulder, but not this line. */
  headLean: {
    unit: 'degrees',
    views: ['front'],
    sides: 'each',
    fromNeutral: 'change',
    hysteresis: 6,
    needs: ['ear', 'eye'],
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
  /** How much higher (+) this shoulder is than the other and nearer to the ear, beyond what the head's tilt explains. */
  shoulderRise: {
    unit: 'degrees',
    views: ['front'],
    sides: 'each',
    fromNeutral: 'change',
    hysteresis: 2,
    needs: ['ear', 'eye', 'shoulder'],
    ofBoth: true,
    across: 'shoulder',
  },
  /** Nose below the ears along the head's own axis, over the neutral shoulder width: a chin that drops is +. */
  headPitch: {
    unit: 'ratio',
    views: ['front'],
    sides: 'one',
    fromNeutral: 'change',
    hysteresis: 0.02,
    needs: ['nose', 'eye', 'ear'],
    ofBoth: true,
  },
  /** Nose off the middle of the ears, in ear distances, to the named side +. */
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
  /** Elbow distance over neutral shoulder width; hysteresis 0.1, so that straight ahead (1.13 and more) is soon out. */
  elbowGap: {
    unit: 'ratio',
    views: ['front'],
    sides: 'one',
    fromNeutral: 'no',
    hysteresis: 0.1,
    isUneven: true,
    needs: ['shoulder', 'elbow'],
  },
  /** How much further (+) this elbow is from the shoulders' mid-line than the other, over neutral shoulder width. */
  elbowLag: {
    unit: 'ratio',
    views: ['front'],
    sides: 'each',
    fromNeutral: 'no',
    hysteresis: 0.1,
    needs: ['shoulder', 'elbow'],
    ofBoth: true,
    comparesArms: true,
  },
  /** How much lower (+) this arm is raised than the other, by the height of the elbows. */
  armLag: {
    unit: 'degrees',
    views: ['front'],
    sides: 'each',
    fromNeutral: 'no',
    hysteresis: 8,
    needs: ['shoulder', 'elbow'],
    ofBoth: true,
    comparesArms: true,
  },
  /** The upper arm above the horizontal, forward and up +; unseen while the arm points at the lens. */
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
  /** Wrist to the same shoulder, or the other wrist if nearer, over the neutral shoulder width. */
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
  /** How much narrower shoulders and hips both are than at neutral, up to 1: the body has turned away. */
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
  /** Shoulder width over the size in the picture (by trunk, else by head), share of neutral: squeezing narrows it. */
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
  /** The shoulder behind the line from hip to ear, over that line's length: drawing the shoulder back increases it. */
  shoulderSetback: {
    unit: 'ratio',
    views: ['side'],
    sides: 'one',
    fromNeutral: 'change',
    hysteresis: 0.01,
    needs: ['ear', 'shoulder', 'hip'],
  },
  /** Similarity (`similarity.ts`): how much of the change in the user's practice is shown: 0 at rest, 1 as in it. */
  likeness: {
    unit: 'ratio',
    views: ['front', 'side'],
    sides: 'one',
    fromNeutral: 'no',
    hysteresis: 0.2,
    needs: ['shoulder'],
    across: 'shoulder',
  },
  /** Ear above the shoulder along the trunk, as a share of neutral: a shrug shortens it. */
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

/** The measures that are computed from one body; the others are derived from these. */
export type BodyMeasure = Exclude<MeasureName, 'likeness'>;

/** Whether a measure is computed from the body itself. */
export const isOfBody = (name: MeasureName): name is BodyMeasure => name !== 'likeness';

/** Every measure's name, in the table's order. */
export const measureNames = Object.keys(measureTable) as readonly MeasureName[];

/** The measures that a view shows: a rule for the front view cannot name one that only the side view shows. */
export type MeasureIn<V extends View> = {
  [M in MeasureName]: V extends (typeof measureTable)[M]['views'][number] ? M : never;
}[MeasureName];

/** A measure's row of the table. */
export const measureRow = (name: MeasureName): MeasureRow => measureTable[name];

/** Whether each side has a value of its own that needs nothing of the other side. */
export const isOfOneSide = (name: MeasureName): boolean => {
  const { sides, ofBoth } = measureRow(name);
  return sides === 'each' && !ofBoth;
};

/** Whether a view shows a measure. */
export const isSeenIn = (name: MeasureName, view: View): boolean => measureRow(name).views.includes(view);
