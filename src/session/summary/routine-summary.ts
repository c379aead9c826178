import { mostUseful, rankedAdviceFor, type Advice, type RankedAdvice } from './next-time.ts';
import { type PainAnswer } from '../planning/pain.ts';
import type { RoutineOutcome } from './routine-outcome.ts';
import { countedIn } from './summary.ts';

/** The summary of a whole routine. */
export interface RoutineSummary {
  /** The number of exercises done, wholly or in part. */
  readonly done: number;
  /** The time from arming to the end, summed over all exercises, ms. */
  readonly durationMs: number;
  /** The number of repetitions, judged, as the user corrected that, and timed. */
  readonly repetitions: number;
  readonly heldMs: number;
  /** The first pain rating before an exercise and the last one after one, 0-10; `undefined` if there was none. */
  readonly painBefore: number | undefined;
  readonly painAfter: number | undefined;
  /** The one thing to try next time, and in which exercise; `undefined` if nothing was done. */
  readonly advice: { readonly exercise: string; readonly advice: Advice } | undefined;
}

const answersAt = (pain: readonly PainAnswer[], moment: PainAnswer['moment']): readonly number[] =>
  pain.flatMap((answer) => (answer.moment === moment && answer.value !== undefined ? [answer.value] : []));

/** The last pain rating of an exercise, during it or afterwards, 0-10; `undefined` if there was none. */
export const painOf = (pain: readonly PainAnswer[], exercise: string): number | undefined =>
  pain.findLast((answer) => answer.exercise === exercise && answer.moment !== 'before' && answer.value !== undefined)
    ?.value;

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

type Placed = RankedAdvice & { readonly exercise: string };

/** The most useful advice of all exercises; pain outranks every other advice. */
const adviceIn = ({ steps, pain }: RoutineOutcome): RoutineSummary['advice'] => {
  const placed: readonly Placed[] = steps.flatMap(({ exercise, outcome }) =>
    outcome ? [{ ...rankedAdviceFor(outcome.summary, painOf(pain, exercise)), exercise }] : [],
  );
  const [first, ...more] = placed;
  if (!first) return undefined;
  const { exercise, advice } = mostUseful([first, ...more]);
  return { exercise, advice };
};

/** Summarises a routine. */
export const summariseRoutine = (outcome: RoutineOutcome): RoutineSummary => {
  const summaries = outcome.steps.flatMap((step) => (step.outcome ? [step.outcome.summary] : []));
  return {
    done: summaries.length,
    durationMs: sumOf(summaries.map(({ durationMs }) => durationMs)),
    repetitions: sumOf(summaries.map((summary) => countedIn(summary) + summary.timed)),
    heldMs: sumOf(summaries.map(({ heldMs }) => heldMs)),
    painBefore: answersAt(outcome.pain, 'before')[0],
    painAfter: answersAt(outcome.pain, 'after').at(-1),
    advice: adviceIn(outcome),
  };
};
