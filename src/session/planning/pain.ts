import * as v from 'valibot';

/** When it is told how much it hurts: asked for before or after an exercise, or said in the middle of one. */
export const painMoments = ['before', 'during', 'after'] as const;

/** When it is told how much it hurts. */
export type PainMoment = (typeof painMoments)[number];

/** The schema of an answer to "how much does it hurt?". */
export const painSchema = v.object({
  exercise: v.string(),
  moment: v.picklist(painMoments),
  /** 0, none, to 10, the worst; left out where the person did not answer. */
  value: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10))),
});

/** How much it hurt, 0-10, and when; no value where the person did not answer. */
export type PainAnswer = v.InferOutput<typeof painSchema>;

/** What an answer to "how much does it hurt?" did: it was noted, it made the targets easier, or it ends the session; or none was asked for. */
export type PainEffect = 'none' | 'noted' | 'eased' | 'ends';

/** How much it hurt by the last question that was answered, 0-10; `undefined` where none was. */
export const lastPain = (answers: readonly PainAnswer[]): number | undefined =>
  answers.findLast(({ value }) => value !== undefined)?.value;

/** By how many tenths of the way the targets are eased for the last answer: it stays until the next one. */
export const easedForPain = (answers: readonly PainAnswer[]): 0 | 1 =>
  painAdvice(lastPain(answers)) === 'ease' ? 1 : 0;

/** The least that asks for easier targets, and the least that ends the exercise. */
const easeFrom = 4;
const stopFrom = 6;

/**
 * What pain of 0-10 asks for: 0-3 is fine, 4-5 asks for less, 6 and more to stop ("pain traffic light" of a physiotherapy
 * service, https://providephysiotherapy.org.uk/pain-traffic-light). No answer asks for nothing.
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
