import type { SourceKind } from '../ports.ts';
import type { View } from '../../engine/pose/view.ts';

/** What a training link may ask for; what it does not say is as the exercise prescribes. */
export interface TrainingOptions {
  readonly source: SourceKind;
  readonly sets: number | undefined;
  /** Of each set; a link that names them and no sets asks for one set. */
  readonly reps: number | undefined;
  readonly holdSeconds: number | undefined;
  /**
   * `personal`: one practice repetition shows the person's own range; `norm`: none, the usual range is the target; `timed`: nothing
   * is judged, and the time is kept.
   */
  readonly range: 'norm' | 'personal' | 'timed';
  /** Taken where the exercise has rules for it. */
  readonly view: View | undefined;
  /** 0.5-2; where nothing is said as the settings have it. */
  readonly strictness: number | undefined;
  /** Whether it asks how much it hurts. */
  readonly asksPain: boolean;
  /** The rest between two exercises or sets, s; where nothing is said as the routine and the exercise have it. */
  readonly restSeconds: number | undefined;
  /** How many times as fast as in life the figure shows it all, 1-4; a person's time runs as it does. */
  readonly speed: number;
}
