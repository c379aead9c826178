import type { SourceKind } from '../ports.ts';
import type { ArmChoice } from '../settings.ts';
import type { View } from '../../engine/pose/view.ts';

/** The options of a training link; the exercise's prescription applies where one is missing. */
export interface TrainingOptions {
  readonly source: SourceKind;
  readonly sets: number | undefined;
  /** Per set; a link with repetitions but without sets means one set. */
  readonly reps: number | undefined;
  readonly holdSeconds: number | undefined;
  /**
   * `personal`: one practice repetition shows the user's own range; `norm`: no practice, the usual range is the target;
   * `timed`: nothing is judged, only the time is kept.
   */
  readonly range: 'norm' | 'personal' | 'timed';
  /** Used if the exercise has rules for it. */
  readonly view: View | undefined;
  /** The arm that trains alone, in exercises that one arm can train; `both` or, by default, what the settings choose. */
  readonly arm: ArmChoice | undefined;
  /** 0.5-2; defaults to the settings. */
  readonly strictness: number | undefined;
  /** Whether the session asks for pain ratings. */
  readonly asksPain: boolean;
  /** The rest between two exercises or sets, s; defaults to that of the routine and of the exercise. */
  readonly restSeconds: number | undefined;
  /** Playback speed of the figure, 1-4; it does not apply to a person. */
  readonly speed: number;
}
