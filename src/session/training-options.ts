import type { SourceKind } from './ports.ts';

/** What a training link may ask for; what it does not say is as the exercise prescribes. */
export interface TrainingOptions {
  readonly source: SourceKind;
  readonly reps: number | undefined;
  readonly holdSeconds: number | undefined;
  /** `norm`: no practice repetition, the norm is the target. */
  readonly range: 'norm' | 'personal';
  readonly strictness: number;
}
