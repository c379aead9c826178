import type { Millis } from '../units.ts';
import { ask, forgive, unsaid, type CueState } from './cue-selection.ts';
import type { CueId } from './cues.ts';
import type { Plan, Route, Rulebook } from './plan.ts';
import type { Reason } from './events.ts';
import type { TempoFault, Verdict } from './verdict.ts';

/** What is counted over a session. */
export interface Tally {
  /** Repetitions of each route, in the rulebook's order. */
  readonly repetitions: readonly number[];
  readonly attempts: number;
  /** Repetitions whose time was kept without judging. */
  readonly timed: number;
  /** Attempts in a row that fell short. */
  readonly misses: number;
  /** How often the targets were eased for that. */
  readonly eased: number;
  readonly cues: CueState;
}

/** The part of a tally that is kept over an interruption. */
export type Counted = Pick<Tally, 'repetitions' | 'attempts' | 'timed' | 'eased'>;

/** So many attempts in a row that fall short ease the targets, and so often at the most. */
const missesToEase = 3;
const mostEased = 3;

/** Nothing counted yet. */
export const nothingCounted: Tally = { repetitions: [], attempts: 0, timed: 0, misses: 0, eased: 0, cues: unsaid };

/** How many repetitions there were in all, judged or only timed. */
export const repetitionsOf = ({ repetitions, timed }: Counted): number =>
  timed + repetitions.reduce((sum, done) => sum + done, 0);

/** With targets eased once more, if that may still be. */
export const easedOnce = (tally: Tally): Tally => ({ ...tally, eased: Math.min(mostEased, tally.eased + 1) });

/** The number of the next repetition on a route. */
export const nextNumber = (tally: Tally, rulebook: Rulebook, route: Route): number =>
  (tally.repetitions[rulebook.routes.indexOf(route)] ?? 0) + 1;

/** Whether every route has had its repetitions. */
export const isComplete = (plan: Plan, rulebook: Rulebook, { repetitions }: Tally): boolean =>
  rulebook.routes.every((_, index) => (repetitions[index] ?? 0) >= plan.reps);

/** Counts an attempt that is over, and asks for the cue that it calls for; `flaws` are the cues of its faults. */
export const count = (
  plan: Plan,
  rulebook: Rulebook,
  tally: Tally,
  verdict: Verdict,
  flaws: ReadonlySet<CueId>,
  at: Millis,
): Tally => {
  const wanted = cuesAfter(plan, verdict);
  const { route, reason } = verdict;
  const cues = wanted.reduce((state, cue) => ask(state, { cue, side: route.side }, at), tally.cues);
  if (reason) return { ...tally, ...eased(tally, reason), attempts: tally.attempts + 1, cues };
  const done = rulebook.routes.indexOf(route);
  const repetitions = rulebook.routes.map((_, index) => (tally.repetitions[index] ?? 0) + (index === done ? 1 : 0));
  return { ...tally, misses: 0, repetitions, cues: forgive(cues, new Set([...flaws, ...wanted])) };
};

const eased = ({ misses, eased: times }: Tally, reason: Reason): Pick<Tally, 'misses' | 'eased'> => {
  const inARow = reason.kind === 'range' ? misses + 1 : misses;
  if (inARow < missesToEase || times >= mostEased) return { misses: inARow, eased: times };
  return { misses: 0, eased: times + 1 };
};

const cuesAfter = (plan: Plan, { reason, tempo, end }: Verdict): readonly CueId[] => {
  const range = reason?.kind === 'range' || reason?.kind === 'hold' || reason?.kind === 'order' ? [end.cue] : [];
  return [...range, ...tempo.flatMap((fault) => tempoCue(plan, fault) ?? [])];
};

/** What is said about a fault of tempo. */
export const tempoCue = ({ rules }: Plan, fault: TempoFault): CueId | undefined =>
  ({ 'fast-return': rules.returns?.cue, 'fast-out': rules.outgoing?.cue, 'not-smooth': 'smooth' as const })[fault];
