import type { Coaching } from '../../../engine/coach/coaching.ts';
import type { Plan } from '../../../engine/rules/plan.ts';

/** How to breathe now: in or out within `ms`, or calmly in cycles of `ms`. */
export type Breath =
  { readonly way: 'in' | 'out'; readonly ms: number } | { readonly way: 'calm'; readonly ms: typeof calmCycle };

/**
 * The cycle of a calm breath, ms: six breaths a minute, near which the heart rate oscillates with the breath (Shaffer
 * et al., Front. Public Health 2017).
 */
const calmCycle = 10_000;

/** The shortest breath that is shown, ms. */
const shortestBreath = 1000;

const calm: Breath = { way: 'calm', ms: calmCycle };

/** How to breathe in the current phase; `undefined` in set-up, in a pause, or where the exercise defines no breath. */
export const breathOf = (
  { phase }: Pick<Coaching, 'phase'>,
  { exercise }: Pick<Plan, 'exercise'>,
  isPaused: boolean,
): Breath | undefined => {
  if (isPaused) return undefined;
  if (phase === 'ready') return calm;
  if (phase !== 'working' && phase !== 'holding' && phase !== 'returning') return undefined;
  const { out, stay, back } = exercise.motion.tempo;
  const way = exercise.breath[phase];
  if (way === 'free') return calm;
  return way && { way, ms: Math.max(shortestBreath, { working: out, holding: stay, returning: back }[phase]) };
};
