import * as v from 'valibot';
import { measureNames } from '../../engine/kinematics/measures.ts';
import { sides } from '../../engine/pose/keypoints.ts';
import { views } from '../../engine/pose/view.ts';
import { goalsIn } from '../record/goals.ts';
import { originEntries, originOf, routineEnds, type KeptSession } from '../record/kept-session.ts';
import { countedIn, tallyOf } from '../summary/summary.ts';

const side = v.exactOptional(v.picklist(sides));

/** The schema of the user's own range at an endpoint: its value and its standard error, in the measure's unit. */
const ownRangeSchema = v.object({
  end: v.string(),
  side,
  measure: v.picklist(measureNames),
  value: v.number(),
  error: v.number(),
});

/** The schema of the furthest peak of the counted repetitions of a side, in the measure's unit, and its target. */
const peakSchema = v.object({
  side,
  measure: v.picklist(measureNames),
  /** On which side of the target the movement goes further. */
  is: v.picklist(['above', 'below']),
  best: v.number(),
  target: v.number(),
});

/** The schema of an exercise in the list: what the plots and the table of the history show. */
const listedExerciseSchema = v.object({
  exercise: v.string(),
  isSkipped: v.boolean(),
  /** The rest is left out if nothing of the exercise was done. */
  done: v.exactOptional(
    v.object({
      view: v.picklist(views),
      arm: side,
      sets: v.number(),
      reps: v.number(),
      holdMs: v.number(),
      /** The judged repetitions as the user corrected them; `added` and `takenBack` say by how much. */
      repetitions: v.number(),
      added: v.number(),
      takenBack: v.number(),
      /** Repetitions that were timed and not judged. */
      timed: v.number(),
      /** Attempts that did not count. */
      attempts: v.number(),
      heldMs: v.number(),
      longestHoldMs: v.number(),
      durationMs: v.number(),
      unseenMs: v.number(),
      /** The time for which a measure could not be judged, ms, longest first. */
      notJudged: v.array(v.object({ measure: v.picklist(measureNames), ms: v.number() })),
      /** By how many tenths the last goals were eased. */
      easeLevel: v.number(),
      peaks: v.array(peakSchema),
      ranges: v.array(ownRangeSchema),
      /** The last rating of pain during or after it, 0-10; left out if there was none. */
      pain: v.exactOptional(v.number()),
    }),
  ),
});

/** The schema of a session in the list of the history: small, without events. */
export const listedSessionSchema = v.object({
  /** It changes when the list can show more; older rows are then made again from their sessions. */
  version: v.literal(2),
  id: v.string(),
  routine: v.string(),
  startedAt: v.number(),
  endedAt: v.number(),
  utcOffset: v.exactOptional(v.number()),
  why: v.picklist(routineEnds),
  ...originEntries,
  /** The first rating of pain before an exercise and the last one after one, 0-10; left out if there was none. */
  painBefore: v.exactOptional(v.number()),
  painAfter: v.exactOptional(v.number()),
  /** The highest rating of pain at any moment, 0-10; left out if there was none. */
  worstPain: v.exactOptional(v.number()),
  note: v.exactOptional(v.string()),
  changedAt: v.number(),
  exercises: v.array(listedExerciseSchema),
});

/** A session in the list of the history. */
export type ListedSession = v.InferOutput<typeof listedSessionSchema>;
/** An exercise of a session in the list of the history. */
export type ListedExercise = ListedSession['exercises'][number];

type Done = NonNullable<ListedExercise['done']>;
type Events = NonNullable<KeptSession['steps'][number]['session']>['events'];

/** The furthest peak of each side, in the order of their first repetition. */
const peaksIn = (repetitions: ReturnType<typeof tallyOf>['repetitions']): Done['peaks'] => {
  const peaks = new Map<string, Done['peaks'][number]>();
  for (const { side: of, peak, goals } of repetitions) {
    const [goal] = goals;
    if (!goal) continue;
    const { measure, is, value: target } = goal;
    const before = peaks.get(of ?? '')?.best ?? peak;
    const best = is === 'below' ? Math.min(before, peak) : Math.max(before, peak);
    peaks.set(of ?? '', { ...(of ? { side: of } : {}), measure, is, best, target });
  }
  return [...peaks.values()];
};

/** The user's own ranges that the goals were derived from. */
const rangesIn = (events: Events): Done['ranges'] =>
  goalsIn(events).flatMap(({ end, side: of, measure, own }) =>
    own ? [{ end, ...(of ? { side: of } : {}), measure, value: own.value, error: own.error }] : [],
  );

const listedExercise = (
  { exercise, isSkipped, session }: KeptSession['steps'][number],
  pain: KeptSession['pain'],
): ListedExercise => {
  if (!session) return { exercise, isSkipped };
  const { view, settings, events } = session;
  const { arm, sets, reps, holdMs } = settings;
  const tally = tallyOf(events);
  const felt = pain.findLast(
    (one) => one.exercise === exercise && one.moment !== 'before' && one.value !== undefined,
  )?.value;
  return {
    exercise,
    isSkipped,
    done: {
      view,
      ...(arm ? { arm } : {}),
      sets,
      reps,
      holdMs,
      repetitions: countedIn(tally),
      ...tally.ownCount,
      timed: tally.timed,
      attempts: tally.attempts.length,
      heldMs: tally.heldMs,
      longestHoldMs: Math.max(0, ...tally.repetitions.map(({ heldMs = 0 }) => heldMs)),
      durationMs: tally.durationMs,
      unseenMs: tally.unseenMs,
      notJudged: tally.notJudged.map(({ measure, ms }) => ({ measure, ms })),
      easeLevel: tally.eased,
      peaks: peaksIn(tally.repetitions),
      ranges: rangesIn(events),
      ...(felt === undefined ? {} : { pain: felt }),
    },
  };
};

/** The row of a session in the list: a fold over its events, which needs no exercise's rules. */
export const listedSession = (kept: KeptSession): ListedSession => {
  const { id, routine, startedAt, endedAt, utcOffset, why, note, changedAt, steps, pain } = kept;
  const before = pain.find(({ moment, value }) => moment === 'before' && value !== undefined)?.value;
  const after = pain.findLast(({ moment, value }) => moment === 'after' && value !== undefined)?.value;
  const ratings = pain.flatMap(({ value }) => (value === undefined ? [] : [value]));
  return {
    version: 2,
    id,
    routine,
    startedAt,
    endedAt,
    ...(utcOffset === undefined ? {} : { utcOffset }),
    why,
    ...originOf(kept),
    ...(before === undefined ? {} : { painBefore: before }),
    ...(after === undefined ? {} : { painAfter: after }),
    ...(ratings.length === 0 ? {} : { worstPain: Math.max(...ratings) }),
    ...(note === undefined ? {} : { note }),
    changedAt,
    exercises: steps.map((step) => listedExercise(step, pain)),
  };
};
