/** The names of MoveNet's 17 keypoints, in the model's order. */
export const keypointNames = [
  'nose',
  'left_eye',
  'right_eye',
  'left_ear',
  'right_ear',
  'left_shoulder',
  'right_shoulder',
  'left_elbow',
  'right_elbow',
  'left_wrist',
  'right_wrist',
  'left_hip',
  'right_hip',
  'left_knee',
  'right_knee',
  'left_ankle',
  'right_ankle',
] as const;

/** The name of one of MoveNet's 17 keypoints; left and right are the person's own. */
export type KeypointName = (typeof keypointNames)[number];

/** The keypoints of head, arms and trunk: no exercise is judged by the legs. */
export const keypointsAboveLegs: readonly KeypointName[] = keypointNames.filter((name) => !/knee|ankle/.test(name));

/** The two sides of the body, the person's own. */
export const sides = ['left', 'right'] as const;

/** A side of the body, the person's own. */
export type Side = (typeof sides)[number];

/** The other side. */
export const otherSide = (side: Side): Side => (side === 'left' ? 'right' : 'left');

const pairedParts = ['eye', 'ear', 'shoulder', 'elbow', 'wrist', 'hip', 'knee', 'ankle'] as const;

/** The joints and landmarks of which the body has two. */
export type PairedPart = (typeof pairedParts)[number];

const namesOn = (side: Side): Readonly<Record<PairedPart, KeypointName>> =>
  Object.fromEntries(pairedParts.map((part) => [part, `${side}_${part}`])) as unknown as Record<
    PairedPart,
    KeypointName
  >;

/** The names are put together once: they are looked up hundreds of times in each frame. */
const pairedNames: Readonly<Record<Side, ReturnType<typeof namesOn>>> = {
  left: namesOn('left'),
  right: namesOn('right'),
};

/** The keypoint of a paired part on one side. */
export const keypointOn = (side: Side, part: PairedPart): KeypointName => pairedNames[side][part];

/** A keypoint: pixels of the unmirrored picture, x to the right and y down; score 0-1, 0 where nothing was found. */
export interface Keypoint {
  readonly x: number;
  readonly y: number;
  readonly score: number;
}

/** All 17 keypoints at one time. */
export type Keypoints = Readonly<Record<KeypointName, Keypoint>>;

/** Builds a record of all keypoints from a function of name and index, in MoveNet's order. */
export const byKeypoint = <T>(valueAt: (name: KeypointName, index: number) => T): Readonly<Record<KeypointName, T>> => {
  const values: Partial<Record<KeypointName, T>> = {};
  let index = 0;
  for (const name of keypointNames) {
    values[name] = valueAt(name, index);
    index += 1;
  }
  return values as Record<KeypointName, T>;
};

/** Builds all 17 keypoints from a function of name and index, in MoveNet's order. */
export const keypointsFrom: (keypointAt: (name: KeypointName, index: number) => Keypoint) => Keypoints = byKeypoint;

/** The keypoints of a picture without a person: every score is 0. */
export const noKeypoints: Keypoints = keypointsFrom(() => ({ x: 0, y: 0, score: 0 }));
