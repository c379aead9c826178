import type { UntimedEvent, Reason } from '../exercise/events.ts';
import type { Stage } from './stage.ts';
import type { Counts } from '../feedback/counts.ts';

/** One step of judging, or of timing. */
export interface TrainingStep {
  readonly stage: Stage;
  readonly counts: Counts;
  readonly events: readonly UntimedEvent[];
  /** Why an attempt that closed in this frame was no repetition; `null` if it was one, `undefined` if none closed. */
  readonly reason: Reason | null | undefined;
}
