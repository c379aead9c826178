import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import type { Bound, Fault } from '../../src/engine/exercise/exercise.ts';
import type { CueId } from '../../src/engine/exercise/cues.ts';
import { viewFaults } from '../../src/engine/exercise/view-faults.ts';
import type { Sight } from '../../src/engine/coach/sight.ts';
import { isOfBody, type MeasureName } from '../../src/engine/kinematics/measures.ts';
import { measureKey } from '../../src/engine/kinematics/reading.ts';
import { sides, type Side } from '../../src/engine/pose/keypoints.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { faultThreshold, isInside } from '../../src/engine/rules/threshold.ts';
import { coach, eventsOf, type Asked, type Played } from '../films/coach.ts';
import { truthOf } from '../films/film.ts';
import { anatomyOf } from './anatomy.ts';
import type { Case } from './plan.ts';

/** The reading of a measure at one time, and the truth. */
export interface Sample {
  readonly measure: MeasureName;
  readonly read: number;
  readonly truth: number;
}

/** A fault that was noticed. */
export interface Noticed {
  readonly fault: string;
  /** From the true posture crossing its bound, or from the end of the phase that it is judged by, ms. */
  readonly delayMs: number | undefined;
  /** Whether the film shows it; in a film of a fault, also where the figure's own posture does at that time. */
  readonly isShown: boolean;
}

/** How well one film was judged. */
export interface Score {
  readonly one: Case;
  readonly isArmed: boolean;
  /** Whether the user was told that only the time is kept: nothing was judged. */
  readonly isTimed: boolean;
  readonly counted: number;
  /** Why attempts did not count. */
  readonly attempts: readonly string[];
  /** Held times and the true ones, ms; 0 for a hold that is missing on one side. */
  readonly holds: readonly { readonly heldMs: number; readonly trueMs: number }[];
  readonly noticed: readonly Noticed[];
  /** Corrections that the film does not justify. */
  readonly falseCues: readonly CueId[];
  /** The time from arming to the end, ms, and how much of it the primary measure was not seen. */
  readonly judgedMs: number;
  readonly unseenMs: number;
  readonly samples: readonly Sample[];
  /** How often each measure was read and how often it was unseen. */
  readonly sight: ReadonlyMap<MeasureName, { readonly seen: number; readonly unseen: number }>;
}

/** The options that a case is trained with. */
export const askedIn = ({ view, range, hold }: Case): Asked => ({
  view,
  range: { is: range },
  ...(hold === undefined ? {} : { hold }),
});

/** Judges the detector's poses and the true poses of a case's film by the same rules, and compares. */
export const scoreOf = (one: Case, poses: readonly TimedPose[]): Score => {
  const { exercise, film } = one;
  const seen = coach(exercise, poses, askedIn(one));
  // The truth is what the figure does: a desk that hides it changes nothing.
  const { covered: _, ...open } = film;
  const truth = coach(exercise, truthOf(open), askedIn(one));
  const [armed] = eventsOf(seen.events, 'armed');
  const judged = armed ? seen.sights.filter(({ at }) => at >= armed.at) : [];
  return {
    one,
    isArmed: armed !== undefined,
    isTimed: armed?.range === 'timed',
    counted: seen.repetitions,
    attempts: seen.attempts.map(({ reason }) => reason.kind),
    holds: pairedHolds(seen.events, truth.events),
    noticed: noticedIn(one, seen, truth),
    falseCues: falseCuesIn(one, seen),
    judgedMs: (judged.at(-1)?.at ?? 0) - (judged[0]?.at ?? 0),
    unseenMs: unseenIn(one, judged),
    ...samplesIn(one, judged),
  };
};

/** When a hold ended and its held time, ms. */
interface Hold {
  readonly at: number;
  readonly heldMs: number;
}

/** Holds match if they end within this time of each other, ms. */
const sameHold = 2500;

const pairedHolds = (seen: readonly CoachingEvent[], truth: readonly CoachingEvent[]): Score['holds'] => {
  const left: Hold[] = eventsOf(seen, 'hold-ended').map(({ at, heldMs }) => ({ at, heldMs }));
  const paired = eventsOf(truth, 'hold-ended').map(({ at, heldMs: trueMs }) => {
    const index = left.findIndex((hold) => Math.abs(hold.at - at) < sameHold);
    const [found] = index === -1 ? [] : left.splice(index, 1);
    return { heldMs: found?.heldMs ?? 0, trueMs };
  });
  return [...paired, ...left.map(({ heldMs }) => ({ heldMs, trueMs: 0 }))];
};

type FaultRow = Pick<Fault, 'id' | 'when' | 'cue' | 'dwell' | 'confidence'>;

const faultsOf = ({ exercise, view }: Case): readonly FaultRow[] => [
  ...viewFaults[view],
  ...(exercise.views[view]?.faults ?? []),
];

const usualDwell = 600;

/** Each fault once: a film shows one, however often it is noticed in it. */
const noticedIn = (one: Case, seen: Played, truth: Played): readonly Noticed[] => {
  const rows = faultsOf(one);
  const hints = new Set(rows.filter(({ confidence }) => confidence === 'low').map(({ id }) => id));
  const firsts = (played: Played) => {
    const found = new Map<string, number>();
    for (const { fault, at } of eventsOf(played.events, 'fault-noticed')) if (!found.has(fault)) found.set(fault, at);
    return found;
  };
  const truly = firsts(truth);
  const isFaulty = one.shown.is === 'fault';
  return [...firsts(seen)]
    .filter(([fault]) => !hints.has(fault))
    .map(([fault, at]) => {
      const row = rows.find(({ id }) => id === fault);
      const noticedTruly = truly.get(fault);
      const onset = noticedTruly === undefined ? undefined : noticedTruly - (row ? (row.dwell ?? usualDwell) : 0);
      const isThere = isShown(one, fault) || (isFaulty && row !== undefined && showsPosture(truth, row, at));
      return { fault, delayMs: onset === undefined ? undefined : at - onset, isShown: isThere };
    });
};

/**
 * Whether the noise-free keypoints show the posture of a fault at any moment of its dwell before a time, in whichever
 * phase: a trunk that leans in place of a tilt leans in a tilt that the detector sees, too.
 */
const showsPosture = ({ sights }: Played, { when, dwell = usualDwell }: FaultRow, at: number): boolean => {
  const bounds = Object.entries(when) as readonly (readonly [MeasureName, Bound])[];
  const thresholds = bounds.map(([measure, bound]) => faultThreshold(measure, bound, 1));
  if (thresholds.length === 0) return false;
  return sights
    .filter((sight) => sight.at >= at - dwell && sight.at <= at)
    .some(({ readings }) =>
      sides.some((side) =>
        thresholds.every((threshold) => {
          const reading = readings.get(measureKey(threshold.measure, side)) ?? readings.get(threshold.measure);
          return reading?.seen === true && isInside(threshold, reading.value, false);
        }),
      ),
    );
};

const isShown = ({ shown }: Case, fault: string): boolean =>
  shown.is === 'fault' && (shown.fault === fault || shown.along.includes(fault));

const falseCuesIn = (one: Case, { events }: Played): readonly CueId[] => {
  const rows = faultsOf(one);
  const rules = one.exercise.views[one.view];
  const ends = rules?.ends.flatMap(({ cue, back }) => [cue, back.cue]) ?? [];
  const { shown } = one;
  const earned = new Set<CueId>(
    shown.is === 'correct'
      ? []
      : [
          ...ends,
          ...rows.filter(({ id }) => isShown(one, id)).map(({ cue }) => cue),
          ...(isShown(one, 'fast-return') && rules?.returns ? [rules.returns.cue] : []),
          ...(isShown(one, 'fast-out') && rules?.outgoing ? [rules.outgoing.cue] : []),
        ],
  );
  return eventsOf(events, 'cue-given')
    .filter(({ cue, urgency }) => urgency !== 'cannot-see' && urgency !== 'praise' && !earned.has(cue))
    .map(({ cue }) => cue);
};

const leadsOf = ({ exercise, view }: Case): ReadonlySet<MeasureName> =>
  new Set((exercise.views[view]?.ends ?? []).map(({ target }) => target.measure));

const keyParts = (key: string): readonly [MeasureName, Side | undefined] => {
  const [measure, side] = key.split('.');
  return [measure as MeasureName, sides.find((one) => one === side)];
};

const unseenIn = (one: Case, judged: readonly Sight[]): number => {
  const leads = leadsOf(one);
  return judged.reduce((sum, { at, phase, readings }, index) => {
    const step = at - (judged[index - 1]?.at ?? at);
    const isUnseen = [...readings].some(([key, reading]) => leads.has(keyParts(key)[0]) && !reading.seen);
    return sum + (isUnseen || phase === 'paused' ? step : 0);
  }, 0);
};

const samplesIn = (one: Case, judged: readonly Sight[]): Pick<Score, 'samples' | 'sight'> => {
  const truly = anatomyOf(one.film);
  const samples: Sample[] = [];
  const sight = new Map<MeasureName, { seen: number; unseen: number }>();
  for (const { at, readings } of judged)
    for (const [key, reading] of readings) {
      const [measure, side] = keyParts(key);
      if (!isOfBody(measure)) continue;
      const count = sight.get(measure) ?? { seen: 0, unseen: 0 };
      sight.set(measure, { seen: count.seen + (reading.seen ? 1 : 0), unseen: count.unseen + (reading.seen ? 0 : 1) });
      const truth = truly(measure, side, at);
      if (reading.seen && truth.seen) samples.push({ measure, read: reading.value, truth: truth.value });
    }
  return { samples, sight };
};
