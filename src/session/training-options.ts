import type { View } from '../engine/kinematics/measures.ts';
import type { SourceKind } from './ports.ts';

/** What a training link may ask for; what it does not say is as the exercise prescribes. */
export interface TrainingOptions {
  readonly source: SourceKind;
  readonly reps: number | undefined;
  readonly holdSeconds: number | undefined;
  /** `personal`: one practice repetition shows the person's own range; `norm`: none, the usual range is the target. */
  readonly range: 'norm' | 'personal';
  /** Taken where the exercise has rules for it. */
  readonly view: View | undefined;
  readonly strictness: number;
}
