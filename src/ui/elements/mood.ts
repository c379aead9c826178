import type { Coaching } from '../../engine/coaching/coaching.ts';
import type { IconName } from '../icons.ts';

/** How the session stands, at a glance: it colours and shapes the frame of the picture. */
export type Mood = 'setting-up' | 'ready' | 'moving' | 'holding' | 'correcting' | 'paused';

/** The mood of a coaching snapshot; a correction shows over the movement it belongs to, but not over a hold. */
export const moodOf = ({ phase, cue }: Coaching, isPaused: boolean): Mood => {
  if (isPaused || phase === 'paused') return 'paused';
  if (phase === 'holding') return 'holding';
  if (phase === 'looking' || phase === 'neutral' || phase === 'start' || phase === 'countdown') return 'setting-up';
  if (cue) return 'correcting';
  return phase === 'ready' || phase === 'ended' ? 'ready' : 'moving';
};

/** The icon of each mood: the state never shows by colour alone. */
export const moodIcon: Readonly<Record<Mood, IconName>> = {
  'setting-up': 'eye',
  ready: 'dot',
  moving: 'arrow',
  holding: 'check',
  correcting: 'mind',
  paused: 'pause',
};
