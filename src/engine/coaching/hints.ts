/** What the set-up check can ask for, most useful first; its words stand in the texts. Shown one at a time. */
export const hintIds = [
  'step-into-view',
  'move-back',
  'show-hips',
  'face-the-camera',
  'turn-sideways',
  'let-arms-hang',
  'sit-still',
  'take-start-posture',
  'hold-start-posture',
] as const;

/** The id of a set-up hint. */
export type HintId = (typeof hintIds)[number];
