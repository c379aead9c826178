import type { CoachingEvent, Stroke } from '../../engine/exercise/events.ts';
import type { Plan } from '../../engine/rules/plan.ts';
import { stopsFrom } from '../../engine/repetition/verdict.ts';
import { measureRow } from '../../engine/kinematics/measures.ts';
import { isHeld } from '../planning/plan-for.ts';

/** The mean duration of a part over all repetitions, and its planned duration, both ms. */
export interface Paced {
  readonly took: number;
  /** `undefined` if the two cannot be compared. */
  readonly planned: number | undefined;
}

/** The tempo of the counted repetitions; a part is `undefined` if it was not seen well enough or is not held. */
export interface Tempo {
  readonly out: Paced | undefined;
  readonly held: Paced | undefined;
  readonly back: Paced | undefined;
}

/**
 * The smoothness of the movement: how many repetitions were jerky, of those that could be judged; most strokes are too
 * short to be judged.
 */
export type Smoothness =
  { readonly is: 'not-judged' } | { readonly is: 'judged'; readonly of: number; readonly jerky: number };

/** How many of the repetitions have a stroke that was not timed since too few poses came. */
export const sparseIn = (repetitions: readonly { readonly strokes: readonly Pick<Stroke, 'isSparse'>[] }[]): number =>
  repetitions.filter(({ strokes }) => strokes.some(({ isSparse }) => isSparse)).length;

const paced = (times: readonly (number | undefined)[], planned: number | undefined): Paced | undefined => {
  const known = times.filter((time) => time !== undefined);
  if (known.length === 0) return undefined;
  return { took: known.reduce((sum, time) => sum + time, 0) / known.length, planned };
};

/**
 * The tempo of a session compared with the exercise's own motion, and its smoothness: out to the first endpoint, back
 * from the last.
 */
export const paceIn = (
  plan: Plan,
  events: readonly CoachingEvent[],
): { readonly tempo: Tempo; readonly smoothness: Smoothness } => {
  const { tempo } = plan.exercise.motion;
  const isUneven = plan.rules.ends.some(({ target }) => measureRow(target.measure).isUneven);
  const repetitions = events.filter((event) => event.type === 'rep-completed');
  const judged = repetitions.flatMap(({ stops }) => (stops === undefined ? [] : [stops]));
  const held = repetitions.map(({ heldMs }) => heldMs);
  return {
    tempo: {
      out: paced(
        repetitions.map(({ strokes }) => strokes[0]?.out),
        isUneven ? undefined : tempo.out,
      ),
      held: isHeld(plan) ? paced(held, plan.hold) : undefined,
      back: paced(
        repetitions.map(({ strokes }) => strokes.at(-1)?.back),
        isUneven ? undefined : tempo.back,
      ),
    },
    smoothness:
      judged.length === 0
        ? { is: 'not-judged' }
        : { is: 'judged', of: judged.length, jerky: judged.filter((stops) => stops >= stopsFrom).length },
  };
};
