import { sideOf } from '../repetition/attempt-phases.ts';
import type { UntimedEvent } from '../exercise/events.ts';
import type { Plan } from '../rules/plan.ts';
import type { RepPath, Rulebook } from '../rules/rulebook.ts';
import { nextNumber, withOneOf, type CountedRepetition, type Counts, type OwnCount } from './counts.ts';

/*
 * The user corrects a miscount: "that one counted" adds a repetition, "that was none" takes the last counted one back,
 * and each undoes the other. Counts and sets follow; what was judged, and what follows from it, stays as it was.
 */

/** A correction: 1 adds a repetition, -1 takes the last counted one back. */
export type CorrectionBy = 1 | -1;

/** The counts after a correction, and its event. */
export interface Correction {
  readonly counts: Counts;
  readonly event: Extract<UntimedEvent, { type: 'count-corrected' }>;
}

/**
 * Corrects the counts of the current set; `undefined` if that is impossible: no repetition is left to take back, or
 * every path has all of its repetitions.
 */
export const correct = (plan: Plan, rulebook: Rulebook, counts: Counts, by: CorrectionBy): Correction | undefined => {
  const one = by === 1 ? oneToAdd(plan, rulebook, counts) : oneToTakeBack(plan, rulebook, counts);
  const repPath = one && rulebook.repPaths[one.path];
  if (!one || !repPath) return undefined;
  const repetitions = withOneOf(rulebook, counts.repetitions, one.path, by);
  const side = rulebook.repPaths.length > 1 ? sideOf(repPath) : {};
  const own: OwnCount = { ...ownAfter(counts.own, one, by), ...side };
  const after: Counts =
    by === 1
      ? { ...counts, failedInARow: 0, order: [...counts.order, one], takenBack: counts.takenBack.slice(0, -1) }
      : { ...counts, order: counts.order.slice(0, -1), takenBack: [...counts.takenBack, one] };
  return {
    counts: { ...after, repetitions, own },
    event: {
      type: 'count-corrected',
      by,
      of: one.isOwn ? 'own' : 'judged',
      number: doneOn(plan, rulebook, { ...after, repetitions }, repPath),
      ...sideOf(repPath),
    },
  };
};

const ownAfter = ({ added, takenBack }: OwnCount, { isOwn }: CountedRepetition, by: CorrectionBy): OwnCount =>
  isOwn ? { added: added + by, takenBack } : { added, takenBack: takenBack - by };

/** The repetitions of a path in the current set. */
const doneOn = (plan: Plan, rulebook: Rulebook, counts: Counts, repPath: RepPath): number =>
  nextNumber(plan, counts, rulebook, repPath) - 1;

/**
 * The repetition to add: what was just taken back; else one on the path of the last attempt, unless that has all of
 * its repetitions; else one on the path that has the fewest, whose turn it is.
 */
const oneToAdd = (plan: Plan, rulebook: Rulebook, counts: Counts): CountedRepetition | undefined => {
  const restored = counts.takenBack.at(-1);
  if (restored) return restored;
  const done = rulebook.repPaths.map((repPath) => doneOn(plan, rulebook, counts, repPath));
  const least = Math.min(...done);
  if (least >= plan.reps) return undefined;
  const { lastPath } = counts;
  const isOpen = lastPath !== undefined && (done[lastPath] ?? plan.reps) < plan.reps;
  return { path: isOpen ? lastPath : done.indexOf(least), set: counts.sets, isOwn: true };
};

/**
 * The last counted repetition of the current set. What was counted before an interruption may have no order: then one
 * on the path that has the most.
 */
const oneToTakeBack = (plan: Plan, rulebook: Rulebook, counts: Counts): CountedRepetition | undefined => {
  const last = counts.order.at(-1);
  if (last) return last.set === counts.sets ? last : undefined;
  const fullest = counts.repetitions.indexOf(Math.max(...counts.repetitions));
  const repPath = rulebook.repPaths[fullest];
  if (!repPath || !counts.repetitions[fullest] || doneOn(plan, rulebook, counts, repPath) < 1) return undefined;
  return { path: fullest, set: counts.sets, isOwn: false };
};
