import type { CoachingEvent } from '../exercise/events.ts';
import { correct, type CorrectionBy } from '../feedback/correction.ts';
import type { Plan } from '../rules/plan.ts';
import type { Millis } from '../units.ts';
import type { CoachState } from './coach.ts';
import { isCorrectable } from './coaching.ts';
import { coachingCorrected } from './coaching-of.ts';
import { withRest } from './sets.ts';

/**
 * Corrects a miscount at once, as the user asks: adds a repetition, or takes the last one back. In the rest after a set
 * the last repetition of that set can be taken back: the rest ends, and the set goes on. Returns the same state and no
 * event where nothing can be corrected.
 */
export const correctCount = (
  plan: Plan,
  state: CoachState,
  by: CorrectionBy,
  at: Millis,
): readonly [CoachState, readonly CoachingEvent[]] => {
  const { stage, counts, coaching } = state;
  if (!isCorrectable(coaching) || !('calibration' in stage)) return [state, []];
  // The set before the rest is open again.
  const open = coaching.restSeconds === undefined ? counts : { ...counts, sets: counts.sets - 1 };
  const corrected = correct(plan, stage.calibration.rulebook, open, by);
  if (!corrected) return [state, []];
  const event: CoachingEvent = { ...corrected.event, at, exercise: plan.exercise.id };
  return [
    {
      ...state,
      counts: corrected.counts,
      stage: withRest(stage, 'end'),
      coaching: coachingCorrected(plan, coaching, corrected.counts, by),
    },
    [event],
  ];
};
