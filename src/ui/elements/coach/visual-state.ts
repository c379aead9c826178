import type { Coaching } from '../../../engine/coach/coaching.ts';
import type { Phase } from '../../../engine/exercise/phase.ts';
import type { IconName } from '../../icons.ts';

/** How the session stands, at a glance: it colours and shapes the frame of the picture. */
export type VisualState = 'setting-up' | 'ready' | 'moving' | 'holding' | 'correcting' | 'easing' | 'paused';

const settingUp: ReadonlySet<Phase> = new Set<Phase>(['looking', 'neutral', 'start', 'practice', 'countdown']);

/**
 * The mood of a coaching snapshot; a correction shows over the movement it belongs to, but not over a hold. That somebody has
 * gone far enough shows over everything.
 */
export const visualStateOf = ({ phase, cue, targets }: Coaching, isPaused: boolean): VisualState => {
  if (isPaused || phase === 'paused') return 'paused';
  if (cue?.urgency === 'safety') return 'easing';
  // Where only the time is kept, nothing is met.
  if (phase === 'holding') return targets === 'timed' ? 'ready' : 'holding';
  if (settingUp.has(phase)) return 'setting-up';
  if (cue) return 'correcting';
  return phase === 'ready' || phase === 'ended' ? 'ready' : 'moving';
};

/** The icon of each mood: the state never shows by colour alone. */
export const visualStateIcon: Readonly<Record<VisualState, IconName>> = {
  'setting-up': 'eye',
  ready: 'dot',
  moving: 'arrow',
  holding: 'check',
  correcting: 'mind',
  easing: 'ease',
  paused: 'pause',
};
