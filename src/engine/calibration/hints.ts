/** What set-up and practice can ask for, most useful first; its words stand in the texts. Shown one at a time. */
export const hintIds = [
  'step-into-view',
  'move-back',
  'move-into-the-middle',
  'face-the-camera',
  'turn-sideways',
  /** Advice: set-up goes on without it, unless the exercise needs hips or head. */
  'come-closer',
  'show-head',
  'show-hips',
  'raise-the-camera',
  'lower-the-camera',
  'more-light',
  'too-slow',
  'let-arms-hang',
  'sit-still',
  'take-start-posture',
  'hold-start-posture',
  /** Practice: one easy repetition, to show one's own range. */
  'practise-once',
  'practise-stay',
  'practise-back',
  'practise-other-side',
  'practise-other-end',
  /** Why practice is repeated: too short, too jerky or fast, not seen, the posture left. */
  'practise-further',
  'practise-slower',
  'practise-in-view',
  'practise-posture',
  /** The camera does not see enough of the movement: the time is kept instead. */
  'only-the-time',
] as const;

/** The id of a hint. */
export type HintId = (typeof hintIds)[number];
