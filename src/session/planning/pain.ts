import * as v from 'valibot';

/** The moments of a pain rating: asked for before and after an exercise, or given by the user during one. */
export const painMoments = ['before', 'during', 'after'] as const;

/** The moment of a pain rating. */
export type PainMoment = (typeof painMoments)[number];

/** The schema of a pain rating. */
export const painSchema = v.object({
  exercise: v.string(),
  moment: v.picklist(painMoments),
  /** 0 (none) to 10 (worst); left out if the user did not answer. */
  value: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10))),
});

/** A pain rating, 0-10, and its moment; no value if the user did not answer. */
export type PainAnswer = v.InferOutput<typeof painSchema>;

/** The effect of a pain rating: none was asked for, it was noted, it eased the targets, or it ends the session. */
export type PainEffect = 'none' | 'noted' | 'eased' | 'ends';

/** The last pain rating, 0-10; `undefined` if no question was answered. */
export const lastPain = (answers: readonly PainAnswer[]): number | undefined =>
  answers.findLast(({ value }) => value !== undefined)?.value;

/** By how many tenths of the way the targets are eased for pain; the last rating is valid until the next one. */
export const easedForPain = (answers: readonly PainAnswer[]): 0 | 1 =>
  painAdvice(lastPain(answers)) === 'ease' ? 1 : 0;

/** The lowest rating that eases the targets, and the lowest that ends the exercise. */
const easeFrom = 4;
const stopFrom = 6;

/**
 * The advice for a pain rating, 0-10: 0-3 is fine, 4-5 eases the targets, 6 and more stops ("pain traffic light" of a
 * physiotherapy service, https://providephysiotherapy.org.uk/pain-traffic-light). No rating is fine.
 */
export const painAdvice = (value: number | undefined): 'fine' | 'ease' | 'stop' => {
  if (value === undefined) return 'fine';
  if (value >= stopFrom) return 'stop';
  return value >= easeFrom ? 'ease' : 'fine';
};

/** The effect of an answer that follows these, 0-10; `canEase`: there is a target that it can make easier. */
export const painEffect = (before: readonly PainAnswer[], value: number, canEase: boolean): PainEffect => {
  const advice = painAdvice(value);
  if (advice === 'stop') return 'ends';
  return advice === 'ease' && canEase && easedForPain(before) === 0 ? 'eased' : 'noted';
};
