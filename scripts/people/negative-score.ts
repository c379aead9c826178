import { armedAtIn, judgedFrom } from './arming.ts';
import { feedbackIn, type Feedback } from './feedback.ts';
import { inMinutes, type Ran, type Scored } from './scored.ts';
import { isCounted, segmentsBySpan, segmentsIn, type Span } from './segments.ts';
import { tallyOf, type Tally } from './tally.ts';
import type { Truth } from './truth.ts';

/** A motion that is not the exercise, judged. */
export interface MotionScore {
  readonly motion: string;
  /** When repetitions were counted, ms; all of them are wrong. */
  readonly wrongAt: readonly number[];
  /** The attempts that did not count, by reason. */
  readonly attempts: Tally;
  /** The part of its time in which it was judged, minutes, and what was said and noticed in it. */
  readonly minutes: number;
  readonly feedback: Feedback;
}

/** A recording of movement that is not the exercise, judged. */
export interface NegativeScore extends Scored {
  readonly is: 'negative';
  readonly isArmed: boolean;
  readonly motions: readonly MotionScore[];
  /** The motions that cannot be called right or wrong. */
  readonly notJudged: number;
}

/** A motion, with the repetitions of the exercise that it is; `null` and `undefined`: not judged. */
interface Stretch extends Span {
  readonly motion: string;
  readonly count: number | null | undefined;
}

/** The motions of a recording: each lasts until the next one begins, the first from the beginning. */
const stretchesIn = ({ motions, counts, movement }: Truth, exercise: string, endsAt: number): readonly Stretch[] =>
  motions?.map(({ motion, from, counts: own }, index) => ({
    motion,
    from: index === 0 ? 0 : from,
    to: motions[index + 1]?.from ?? endsAt,
    count: own[exercise],
  })) ?? [{ motion: movement, from: 0, to: endsAt, count: counts?.[exercise] }];

/** Scores a recording of movement that is not the exercise. */
export const negativeScore = ({ scored, exercise, view, truth, judged }: Ran): NegativeScore => {
  const { events, endsAt } = judged;
  const begun = judgedFrom(events);
  const stretches = stretchesIn(truth, scored.exercise, endsAt);
  const bySpan = segmentsBySpan(segmentsIn(events), stretches);
  const motions = stretches.map(({ motion, from, to, count }, index): MotionScore | undefined => {
    if (count !== 0) return undefined;
    const segments = bySpan[index] ?? [];
    return {
      motion,
      wrongAt: segments.filter(isCounted).map((segment) => segment.to),
      attempts: tallyOf(segments.flatMap(({ reason }) => reason ?? [])),
      minutes: inMinutes(to - Math.max(from, truth.calmUntil, begun)),
      feedback: feedbackIn(
        events.filter(({ at }) => at >= Math.max(from, begun) && at < to),
        exercise,
        view,
      ),
    };
  });
  const judgedOnes = motions.filter((motion) => motion !== undefined);
  return {
    ...scored,
    is: 'negative',
    isArmed: armedAtIn(events) !== undefined,
    motions: judgedOnes,
    notJudged: stretches.length - judgedOnes.length,
  };
};
