import type { CoachState } from '../../engine/coach/coach.ts';
import type { Coaching } from '../../engine/coach/coaching.ts';
import type { Sight } from '../../engine/coach/sight.ts';

/** One frame as the Lab shows it. */
export interface LabFrame {
  readonly sight: Sight;
  readonly state: CoachState;
  readonly coaching: Coaching;
}

/** The least time between two renders of what is read, ms: words that change more often cannot be read. */
export const renderEvery = 220;
