import type { Coaching } from '../../../engine/coach/coaching.ts';
import type { Phase } from '../../../engine/exercise/phase.ts';
import type { IconName } from '../../icons.ts';

/** The state of the session at a glance: the colour and shape of the picture's frame. */
export type VisualState = 'setting-up' | 'ready' | 'moving' | 'holding' | 'correcting' | 'easing' | 'paused';

const settingUp: ReadonlySet<Phase> = new Set<Phase>(['looking', 'neutral', 'start', 'practice', 'countdown']);

/**
 * The visual state of a coaching snapshot. A correction overrides the movement it belongs to, but not a hold; having
 * gone far enough overrides everything but a pause.
 */
export const visualStateOf = ({ phase, cue, targets }: Coaching, isPaused: boolean): VisualState => {
  if (isPaused || phase === 'paused') return 'paused';
  if (cue?.urgency === 'safety') return 'easing';
  // Where only time is kept, no target is met.
  if (phase === 'holding') return targets === 'timed' ? 'ready' : 'holding';
  if (settingUp.has(phase)) return 'setting-up';
  if (cue) return 'correcting';
  return phase === 'ready' || phase === 'ended' ? 'ready' : 'moving';
};

/** The icon of each visual state: colour is never the only sign of it. */
export const visualStateIcon: Readonly<Record<VisualState, IconName>> = {
  'setting-up': 'eye',
  ready: 'dot',
  moving: 'arrow',
  holding: 'check',
  correcting: 'mind',
  easing: 'ease',
  paused: 'pause',
};
