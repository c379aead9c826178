/** The hints of set-up and practice, most useful first, shown one at a time; their words are in the texts. */
export const hintIds = [
  'step-into-view',
  'move-back',
  'move-into-the-middle',
  'face-the-camera',
  'turn-sideways',
  /** Half turned: neither view, and nothing is judged until the user is turned far enough. */
  'turn-more-to-the-camera',
  'turn-more-sideways',
  /** Advice: set-up continues without it, unless the exercise needs hips or head. */
  'come-closer',
  'show-head',
  'show-hips',
  'raise-the-camera',
  'lower-the-camera',
  'more-light',
  /** The camera shows too few pictures, as in low light. */
  'slow-camera',
  /** The camera shows enough pictures, and the detector is late. */
  'too-slow',
  /** The picture has one colour: the lens is covered, a switch is off, or another program has the camera. */
  'uncover-the-camera',
  /** No detector reads the pictures any more: repetitions are timed instead. */
  'unread',
  'let-arms-hang',
  /** An arm that is not read, or not as hanging, though it must be in the picture and was asked to hang. */
  'arms-hard-to-see',
  'sit-still',
  'take-start-posture',
  'hold-start-posture',
  /** Practice: one easy repetition that shows the user's own range. */
  'practise-once',
  'practise-stay',
  'practise-back',
  'practise-other-side',
  'practise-other-end',
  /** One arm moved alone in an exercise of both: it may train alone. */
  'practise-one-arm',
  /** Why practice is repeated: too short, too jerky or fast, not seen, required posture lost. */
  'practise-further',
  'practise-slower',
  'practise-in-view',
  'practise-posture',
  /** The camera does not see enough of the movement: repetitions are timed instead. */
  'only-the-time',
] as const;

/** The id of a hint. */
export type HintId = (typeof hintIds)[number];
