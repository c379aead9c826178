import type { Side } from '../pose/keypoints.ts';
import type { Millis } from '../units.ts';
import { ask, forgive, unsaid, type CueState, type WantedCue } from './cue-selection.ts';
import type { CueId } from '../exercise/cues.ts';
import { repetitionsInSet, type Plan } from '../rules/plan.ts';
import { isMiss, type Reason } from '../exercise/events.ts';
import type { TempoFault, Verdict } from '../repetition/verdict.ts';
import type { RepPath, Rulebook } from '../rules/rulebook.ts';

/** A counted repetition: the index of its path in the rulebook, its set from 0, and whether the user counted it. */
export interface CountedRepetition {
  readonly path: number;
  readonly set: number;
  readonly isOwn: boolean;
}

/** How many repetitions the user added to the judged ones, and how many judged ones the user took back. */
export interface OwnCount {
  readonly added: number;
  readonly takenBack: number;
  /** The side of the last correction, if the sides are counted separately. */
  readonly side?: Side | undefined;
}

/** The counts of a session. */
export interface Counts {
  /** Completed sets. */
  readonly sets: number;
  /** Repetitions per path in all sets, in the rulebook's order. */
  readonly repetitions: readonly number[];
  /** The counted repetitions, in order; those before an interruption may be missing. */
  readonly order: readonly CountedRepetition[];
  readonly own: OwnCount;
  /** The path of the last attempt that closed. */
  readonly lastPath: number | undefined;
  /** What the user took back since the last attempt closed, latest last. */
  readonly takenBack: readonly CountedRepetition[];
  readonly attempts: number;
  /** Repetitions that were timed and not judged. */
  readonly timed: number;
  /** Attempts in a row that fell short. */
  readonly failedInARow: number;
  /** How many times the targets were eased for that; easing for pain is not included. */
  readonly eased: number;
  readonly cues: CueState;
}

/** The part of the counts that is kept over an interruption. */
export type Counted = Pick<Counts, 'sets' | 'repetitions' | 'attempts' | 'timed' | 'eased'> &
  Partial<Pick<Counts, 'order' | 'own'>>;

/** `failuresToEase` attempts in a row that fall short ease the targets, at most `mostEased` times. */
const failuresToEase = 3;
const mostEased = 3;

/** The counts at the start. */
export const nothingCounted: Counts = {
  sets: 0,
  repetitions: [],
  order: [],
  own: { added: 0, takenBack: 0 },
  lastPath: undefined,
  takenBack: [],
  attempts: 0,
  timed: 0,
  failedInARow: 0,
  eased: 0,
  cues: unsaid,
};

/** All repetitions, judged or only timed. */
export const repetitionsOf = ({ repetitions, timed }: Pick<Counts, 'repetitions' | 'timed'>): number =>
  timed + repetitions.reduce((sum, done) => sum + done, 0);

/** The repetitions of the current set that are done, judged or only timed. */
export const repetitionsInThisSet = (plan: Plan, counted: Counted): number =>
  Math.max(0, repetitionsOf(counted) - Math.min(counted.sets, plan.sets - 1) * repetitionsInSet(plan));

/** The index of a path, also in a rulebook whose goals were eased since. */
const indexOf = ({ repPaths }: Rulebook, { side }: RepPath): number => repPaths.findIndex((one) => one.side === side);

/** The number of the next repetition on a path, from 1 in each set; beyond the dose the side is done. */
export const nextNumber = (plan: Plan, counts: Counts, rulebook: Rulebook, repPath: RepPath): number =>
  doneOn(rulebook, counts, indexOf(rulebook, repPath)) - counts.sets * plan.reps + 1;

/** Whether every path has the repetitions of the current set. */
export const isSetComplete = (plan: Plan, rulebook: Rulebook, counts: Counts): boolean =>
  rulebook.repPaths.every((_, index) => doneOn(rulebook, counts, index) >= (counts.sets + 1) * plan.reps);

/** The repetitions that are done on a path, judged or timed; timed ones alternate between the paths. */
const doneOn = ({ repPaths }: Rulebook, { repetitions, timed }: Counts, index: number): number =>
  (repetitions[index] ?? 0) + Math.ceil((timed - index) / repPaths.length);

/** The repetitions per path after a change of one path by 1 or -1. */
export const withOneOf = (
  { repPaths }: Pick<Rulebook, 'repPaths'>,
  repetitions: readonly number[],
  path: number,
  by: 1 | -1,
): readonly number[] => repPaths.map((_, index) => (repetitions[index] ?? 0) + (index === path ? by : 0));

/** What an attempt on a path that closed leaves for a correction: it belongs to this path, and nothing is restored. */
export const closedOn = (rulebook: Rulebook, repPath: RepPath): Pick<Counts, 'lastPath' | 'takenBack'> => ({
  lastPath: indexOf(rulebook, repPath),
  takenBack: [],
});

/** Counts an attempt that is over, and requests its cues; `flaws` are the cues of its faults. */
export const count = (
  plan: Plan,
  rulebook: Rulebook,
  counts: Counts,
  verdict: Verdict,
  flaws: ReadonlySet<CueId>,
  at: Millis,
): Counts => {
  const wanted = cuesAfter(plan, verdict);
  const { repPath, reason } = verdict;
  const cues = wanted.reduce((state, cue) => ask(state, cue, at), counts.cues);
  const closed = { ...counts, ...closedOn(rulebook, repPath) };
  if (reason)
    return {
      ...closed,
      ...(verdict.isFar ? {} : eased(counts, reason)),
      attempts: counts.attempts + (isMiss(reason) ? 1 : 0),
      cues,
    };
  const path = indexOf(rulebook, repPath);
  return {
    ...closed,
    ...(verdict.isPartial ? easedAfter(counts, counts.failedInARow + 1) : { failedInARow: 0 }),
    repetitions: withOneOf(rulebook, counts.repetitions, path, 1),
    order: [...counts.order, { path, set: counts.sets, isOwn: false }],
    cues: forgive(cues, new Set([...flaws, ...wanted.map(({ cue }) => cue)])),
  };
};

/** Attempts in a row that fell short: a failure of another kind resets them, an unjudged attempt does not. */
const missesAfter = (failedInARow: number, reason: Reason): number => {
  if (reason.kind === 'range') return failedInARow + 1;
  return isMiss(reason) && reason.kind !== 'unseen' ? 0 : failedInARow;
};

const eased = (counts: Counts, reason: Reason): Pick<Counts, 'failedInARow' | 'eased'> =>
  easedAfter(counts, missesAfter(counts.failedInARow, reason));

const easedAfter = ({ eased: times }: Counts, inARow: number): Pick<Counts, 'failedInARow' | 'eased'> => {
  if (inARow < failuresToEase || times >= mostEased) return { failedInARow: inARow, eased: times };
  return { failedInARow: 0, eased: times + 1 };
};

/** The cues for what an attempt lacked, and for its tempo faults. */
const cuesAfter = (plan: Plan, verdict: Verdict): readonly WantedCue[] => {
  const { reason, tempo, end, isFar, isPartial, repPath } = verdict;
  if (reason && isFar) return [];
  const { side } = repPath;
  const lack = isPartial ? 'range' : reason?.kind;
  const isShort = lack === 'range' || lack === 'hold' || lack === 'order';
  const short: readonly WantedCue[] = isShort
    ? [{ cue: end.cue, side, urgency: 'range', reason: { kind: 'attempt', reason: lack } }]
    : [];
  const hurried = tempo.flatMap((fault): readonly WantedCue[] => {
    const cue = tempoCue(plan, fault);
    return cue ? [{ cue, side, urgency: 'tempo', reason: { kind: 'tempo', fault } }] : [];
  });
  return [...short, ...hurried];
};

/** The cue for a tempo fault; `undefined` if the rules have none. */
export const tempoCue = ({ rules }: Plan, fault: TempoFault): CueId | undefined =>
  ({ 'fast-return': rules.returns?.cue, 'fast-out': rules.outgoing?.cue, 'not-smooth': 'smooth' as const })[fault];
