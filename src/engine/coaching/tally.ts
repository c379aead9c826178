import type { Millis } from '../units.ts';
import { ask, forgive, unsaid, type CueState } from './cue-selection.ts';
import type { CueId } from './cues.ts';
import type { Plan, Route, Rulebook } from './plan.ts';
import type { Verdict } from './verdict.ts';

/** What is counted over a session. */
export interface Tally {
  /** Repetitions of each route, in the rulebook's order. */
  readonly repetitions: readonly number[];
  readonly attempts: number;
  readonly cues: CueState;
}

/** Nothing counted yet. */
export const nothingCounted: Tally = { repetitions: [], attempts: 0, cues: unsaid };

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
  const wanted = cueAfter(plan, verdict);
  const cues = wanted ? ask(tally.cues, { cue: wanted, side: verdict.route.side }, at) : tally.cues;
  if (verdict.reason) return { ...tally, attempts: tally.attempts + 1, cues };
  const done = rulebook.routes.indexOf(verdict.route);
  const repetitions = rulebook.routes.map((_, index) => (tally.repetitions[index] ?? 0) + (index === done ? 1 : 0));
  return { ...tally, repetitions, cues: forgive(cues, wanted ? new Set([...flaws, wanted]) : flaws) };
};

const cueAfter = (plan: Plan, { reason, isFast, end }: Verdict): CueId | undefined => {
  if (reason?.kind === 'range' || reason?.kind === 'hold' || reason?.kind === 'order') return end.cue;
  return isFast ? plan.rules.returns?.cue : undefined;
};
