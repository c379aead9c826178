import type { Sight } from '../../../engine/coach/sight.ts';
import type { RingFace } from './hold-ring.ts';

/** The ring in one frame: the step of the set-up check, or the held time; `undefined` where neither applies. */
export const ringFaceOf = ({ phase, progress, hold }: Sight): RingFace | undefined => {
  if (phase === 'neutral' || phase === 'start') {
    return { share: progress, figure: `${Math.round(progress * 100)}`, note: '%', isRunning: progress > 0 };
  }
  if (!hold) return undefined;
  return {
    share: hold.ofMs > 0 ? hold.heldMs / hold.ofMs : 0,
    figure: `${Math.floor(hold.heldMs / 1000)}`,
    note: `/ ${Math.round(hold.ofMs / 1000)} s`,
    isRunning: hold.running,
  };
};
