import type { HintId } from '../../src/engine/exercise/hints.ts';
import { viewIn } from '../../src/engine/calibration/framing.ts';
import type { PersonalRange } from '../../src/engine/rules/personal-range.ts';
import type { Plan } from '../../src/engine/rules/plan.ts';
import { posesIn, type Recording } from '../../src/engine/pose/recording.ts';
import type { SessionExport } from '../../src/session/record/export.ts';
import { isOfFilm, type Movement } from '../../src/session/record/movement.ts';
import type { Summary } from '../../src/session/summary/summary.ts';
import { Workout } from '../../src/session/workout/workout.ts';
import { TimeShares } from './time-shares.ts';
import type { View } from '../../src/engine/pose/view.ts';

/** The view of a person in a frame: `unclear` where too little of them was seen. */
export type Stood = View | 'between' | 'empty' | 'unclear';

/** The result of one film. */
export interface Analysis {
  readonly file: string;
  readonly plan: Plan;
  readonly recording: Recording;
  readonly summary: Summary;
  readonly record: SessionExport;
  /** The user's own ranges, as the app would keep them. */
  readonly ranges: readonly PersonalRange[];
  /** By the same rule as in set-up, over the whole film. */
  readonly stood: TimeShares<Stood>;
  /** The hints of set-up until judging began. */
  readonly asked: TimeShares<HintId | undefined>;
}

/**
 * Judges a recording with the workout of the app: as a film, unless the app made it before a user. `as` judges one of
 * unknown origin as if before a user.
 */
export const analyseRecording = async (
  file: string,
  recording: Movement,
  plan: Plan,
  as: 'film' | 'live' = isOfFilm(recording) ? 'film' : 'live',
): Promise<Analysis> => {
  const workout = new Workout(plan);
  const stood = new TimeShares<Stood>();
  const asked = new TimeShares<HintId | undefined>();
  let isArmed = false;
  workout.steps.listen(({ sight, coaching, events }) => {
    isArmed ||= events.some(({ type }) => type === 'armed');
    if (!sight) return;
    stood.pass(viewIn(sight.pose.keypoints) ?? 'unclear', sight.at);
    if (!isArmed) asked.pass(coaching.hint, sight.at);
  });
  const poses = posesIn(recording);
  const source = {
    isFilm: as === 'film',
    async *poses() {
      yield* poses;
    },
  };
  const summary = await workout.run(source, new AbortController().signal);
  return { file, plan, recording, summary, record: workout.record, ranges: workout.ranges, stood, asked };
};
