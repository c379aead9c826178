import type { Coaching, ShownRange } from '../../engine/coach/coaching.ts';
import type { Exercise } from '../../engine/exercise/exercise.ts';
import { meaninglessChange } from '../../session/history/course.ts';
import type { ExerciseTexts } from '../../texts/exercise-texts.ts';
import type { Texts } from '../../texts/texts.ts';

/**
 * The ranges whose numbers mean something on their own, each with its measure's texts; readings at an end count from
 * rest.
 */
const shownIn = (ranges: readonly ShownRange[], texts: Texts) =>
  ranges
    .map((range) => ({ range, measure: texts.measures[range.measure] }))
    .filter(({ measure }) => !measure.isOwnScale);

const usualOf = ({ range: { norm }, measure }: ReturnType<typeof shownIn>[number]): string | undefined =>
  norm === undefined ? undefined : measure.bare(Math.abs(norm));

/** Each own range beside its norm, with the side where sides count apart: "Your range 142 degrees · usual 160". */
export const rangesInWords = (
  { ranges }: Pick<Coaching, 'ranges'>,
  { sides }: Pick<Exercise, 'sides'>,
  exercise: ExerciseTexts,
  texts: Texts,
): readonly string[] =>
  shownIn(ranges, texts).map((one) => {
    const side = sides === 'each' && one.range.side ? texts.app.sides[one.range.side] : undefined;
    const of = [side, exercise.ends?.[one.range.end]].filter(Boolean).join(', ');
    return texts.app.train.range(of, one.measure.amount(Math.abs(one.range.value)), usualOf(one));
  });

/** The error of an own range: that of one practice, and not less than readings vary within a session. */
const errorOf = ({ measure, error }: ShownRange): number =>
  Math.max(error, meaninglessChange(measure)?.withinSession ?? 0);

/** Each own range with its error beside its norm, as name and value: "142 ± 8 degrees; usual 160". */
export const rangesWithError = (
  ranges: readonly ShownRange[],
  exercise: ExerciseTexts,
  texts: Texts,
): readonly (readonly [string, string])[] =>
  shownIn(ranges, texts).map((one) => {
    const { side, end, value } = one.range;
    const of = [side && texts.app.sides[side], exercise.ends?.[end]].filter(Boolean).join(', ');
    const { range, usual } = texts.app.summary;
    return [of || range, usual(one.measure.amountWithin(Math.abs(value), errorOf(one.range)), usualOf(one))];
  });
