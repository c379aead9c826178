import * as v from 'valibot';

/** All urgencies, highest priority first (the order of feedback). */
export const urgencies = [
  'safety',
  'cannot-see',
  'wrong-movement',
  'range',
  'compensation',
  'tempo',
  'praise',
] as const;

/** The urgency of a cue: its rank in the order of feedback. */
export type Urgency = (typeof urgencies)[number];

/** The schema of an urgency. */
export const urgencySchema = v.picklist(urgencies);

/**
 * Every cue that the coach can give, with its urgency when a fault triggers it; the words are in the texts. A cue that
 * is given for another reason has the urgency of that reason.
 */
export const cueUrgency = {
  'come-back-up': 'safety',
  'not-so-far-back': 'safety',
  'ease-off': 'safety',
  'stop-there': 'safety',
  'move-back-hips': 'cannot-see',
  'face-the-camera': 'cannot-see',
  'turn-sideways': 'cannot-see',
  'hands-on-shoulders': 'wrong-movement',
  'straight-in-front': 'wrong-movement',
  'round-forward': 'range',
  'lift-your-chest': 'range',
  'elbows-together': 'range',
  'open-wide': 'range',
  squeeze: 'range',
  'reach-up': 'range',
  'ear-to-shoulder': 'range',
  'shoulder-height': 'range',
  'arms-hang': 'range',
  'elbows-up': 'compensation',
  'both-together': 'compensation',
  'shoulders-down': 'compensation',
  'shoulders-first': 'compensation',
  'sit-tall': 'compensation',
  'shoulder-drop': 'compensation',
  'eyes-on-screen': 'compensation',
  'chin-up': 'compensation',
  'only-the-head': 'compensation',
  'keep-still': 'compensation',
  'long-arm': 'compensation',
  'lower-slowly': 'tempo',
  slower: 'tempo',
  smooth: 'tempo',
  'keep-breathing': 'tempo',
} as const satisfies Record<string, Urgency>;

/** The id of a cue. */
export type CueId = keyof typeof cueUrgency;

/** The ids of all cues. */
export const cueIds = Object.keys(cueUrgency) as readonly CueId[];

/** The schema of a cue's id. */
export const cueSchema = v.picklist(cueIds as [CueId, ...CueId[]]);
