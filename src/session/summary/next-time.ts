import type { MissReason } from '../../engine/exercise/events.ts';
import { urgencies, type CueId, type Urgency } from '../../engine/exercise/cues.ts';
import { painAdvice } from '../planning/pain.ts';
import { countedIn, type Summary } from './summary.ts';

/** The one thing to try next time; the texts contain its words. `times` is how often it occurred. */
export type Advice =
  /** The pain was too much, or a little. */
  | { readonly is: 'pain'; readonly calls: 'stop' | 'ease' }
  /** The movement went too far. */
  | { readonly is: 'less-far'; readonly times: number }
  /** The camera did not see enough of the whole exercise, or of some attempts. */
  | { readonly is: 'be-seen'; readonly times: number }
  | { readonly is: 'cue'; readonly cue: CueId; readonly times: number }
  /** Attempts did not count for this reason. */
  | { readonly is: 'attempt'; readonly kind: MissReason['kind']; readonly times: number }
  /** Nothing was done yet. */
  | { readonly is: 'begin' }
  /** Nothing was wrong: everything was done (`isWhole`), or the exercise ended early. */
  | { readonly is: 'same-again'; readonly isWhole: boolean };

/** Advice and its place in the order of feedback: the smaller `rank`, the more useful. */
export interface RankedAdvice {
  readonly advice: Advice;
  readonly rank: number;
  readonly times: number;
}

const rankOf = (urgency: Urgency): number => 1 + urgencies.indexOf(urgency);

/** The urgency of each reason why an attempt did not count. */
const reasonUrgency: Readonly<Record<MissReason['kind'], Urgency>> = {
  unseen: 'cannot-see',
  posture: 'wrong-movement',
  order: 'wrong-movement',
  range: 'range',
  hold: 'range',
  return: 'tempo',
};

const ofPain = (pain: number | undefined): readonly RankedAdvice[] => {
  const calls = painAdvice(pain);
  return calls === 'fine' ? [] : [{ advice: { is: 'pain', calls }, rank: 0, times: 1 }];
};

const ofCorrections = ({ corrections }: Summary): readonly RankedAdvice[] =>
  corrections
    // A hint alone is no reason to change anything.
    .filter(({ isHint }) => !isHint)
    .map(({ cue, times, urgency }) => {
      const advice: Advice = urgency === 'safety' ? { is: 'less-far', times } : { is: 'cue', cue, times };
      return { advice, rank: rankOf(urgency), times };
    });

const ofAttempts = ({ attempts }: Summary): readonly RankedAdvice[] =>
  [...new Set(attempts.map(({ kind }) => kind))].map((kind) => {
    const times = attempts.filter((reason) => reason.kind === kind).length;
    const advice: Advice = kind === 'unseen' ? { is: 'be-seen', times } : { is: 'attempt', kind, times };
    return { advice, rank: rankOf(reasonUrgency[kind]), times };
  });

const ofSight = ({ timed, repetitions, isTimedByChoice }: Summary): readonly RankedAdvice[] =>
  timed > 0 && repetitions.length === 0 && !isTimedByChoice
    ? [{ advice: { is: 'be-seen', times: timed }, rank: rankOf('cannot-see'), times: timed }]
    : [];

const ofNothing = (summary: Summary): RankedAdvice => {
  const done = countedIn(summary) + summary.timed;
  const advice: Advice = done === 0 ? { is: 'begin' } : { is: 'same-again', isWhole: done >= summary.ofRepetitions };
  return { advice, rank: rankOf('praise'), times: 0 };
};

/** The most useful advice: first by the order of feedback, then by frequency; of equals the first. */
export const mostUseful = <T extends RankedAdvice>(all: readonly [T, ...T[]]): T =>
  all.reduce((best, one) => {
    if (one.rank !== best.rank) return one.rank < best.rank ? one : best;
    return one.times > best.times ? one : best;
  });

/** The advice for an exercise with its rank; `pain` is the rating afterwards, 0-10. */
export const rankedAdviceFor = (summary: Summary, pain?: number): RankedAdvice =>
  mostUseful([
    ofNothing(summary),
    ...ofPain(pain),
    ...ofSight(summary),
    // Before the corrections: why an attempt did not count is more useful than the cue that followed.
    ...ofAttempts(summary),
    ...ofCorrections(summary),
  ]);

/** The one thing to try next time, by the order of feedback; `pain` is the rating afterwards, 0-10. */
export const adviceFor = (summary: Summary, pain?: number): Advice => rankedAdviceFor(summary, pain).advice;
