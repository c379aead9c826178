import { advance, begin, rangesOf, type CoachState } from '../../src/engine/coach/coach.ts';
import type { Coaching } from '../../src/engine/coach/coaching.ts';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { resolve, viewOf } from '../../src/engine/rules/plan.ts';
import type { PersonalRange } from '../../src/engine/rules/personal-range.ts';
import { needsPractice, type RangeChoice } from '../../src/engine/rules/targets.ts';
import type { HintId } from '../../src/engine/exercise/hints.ts';
import type { Sight } from '../../src/engine/coach/sight.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import type { Millis } from '../../src/engine/units.ts';
import type { Side } from '../../src/engine/pose/keypoints.ts';
import type { View } from '../../src/engine/pose/view.ts';

/** What is asked of a user whose poses are judged. */
export interface Asked {
  /** One by default. */
  readonly sets?: number;
  readonly reps?: number;
  /** Between two sets. */
  readonly rest?: Millis;
  readonly hold?: Millis;
  readonly strictness?: number;
  /** The view; by default the one that the exercise asks for. */
  readonly view?: View;
  /** The range; by default the norm where there is one, otherwise a practice first. */
  readonly range?: RangeChoice;
  /** The arm that trains alone. */
  readonly arm?: Side;
  /** Changes the coach's state before a frame, as a user's request does. */
  readonly before?: (state: CoachState, at: Millis) => CoachState;
  /** Changes a pose on its way to the coach; `undefined` drops the frame. */
  readonly through?: (pose: TimedPose) => TimedPose | undefined;
}

/** The coach's result. */
export interface Played {
  readonly events: readonly CoachingEvent[];
  readonly sights: readonly Sight[];
  readonly repetitions: number;
  readonly attempts: readonly (CoachingEvent & { type: 'rep-attempted' })[];
  readonly held: readonly number[];
  readonly cues: readonly string[];
  readonly faults: readonly string[];
  /** The set-up hints that were shown, in order. */
  readonly hints: readonly HintId[];
  /** The measures that could not be judged at the end. */
  readonly notJudged: readonly string[];
  /** What the screens show at the end. */
  readonly coaching: Coaching;
  readonly ranges: readonly PersonalRange[];
}

/** Runs poses through the coach. */
export const coach = (exercise: Exercise, poses: readonly TimedPose[], play: Asked = {}): Played => {
  const { sets = 1, reps = 99, rest, hold } = play;
  const dose = { sets, reps, ...(rest === undefined ? {} : { rest }), ...(hold === undefined ? {} : { hold }) };
  const { view = viewOf(exercise), strictness = 1, arm } = play;
  const plan = resolve(exercise, view, dose, strictness, rangeIn(exercise, play), 0, arm);
  let state = begin(plan);
  const events: CoachingEvent[] = [];
  const sights: Sight[] = [];
  const hints: HintId[] = [];
  for (const pose of poses) {
    const passed = play.through ? play.through(pose) : pose;
    if (!passed) continue;
    const asked = play.before?.(state, passed.at) ?? state;
    const [next, sight, happened] = advance(plan, asked, passed);
    state = next;
    sights.push(sight);
    const { hint } = next.coaching;
    if (hint && hint !== hints.at(-1)) hints.push(hint);
    events.push(...happened);
  }
  return {
    events,
    sights,
    repetitions: eventsOf(events, 'rep-completed').length,
    attempts: eventsOf(events, 'rep-attempted'),
    held: eventsOf(events, 'hold-ended').map((event) => event.heldMs),
    cues: eventsOf(events, 'cue-given').map((event) => event.cue),
    faults: eventsOf(events, 'fault-noticed').map((event) => event.fault),
    hints,
    notJudged: state.coaching.notJudged,
    coaching: state.coaching,
    ranges: rangesOf(state),
  };
};

/** The range that a play is judged by. */
export const rangeIn = (exercise: Exercise, { range, view }: Asked): RangeChoice => {
  const rules = exercise.views[view ?? viewOf(exercise)];
  return range ?? { is: rules && needsPractice(rules) ? 'practice' : 'norm' };
};

/** The events of one type. */
export const eventsOf = <T extends CoachingEvent['type']>(
  events: readonly CoachingEvent[],
  type: T,
): readonly (CoachingEvent & { type: T })[] =>
  events.filter((event): event is CoachingEvent & { type: T } => event.type === type);
