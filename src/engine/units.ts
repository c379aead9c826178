/** Units as branded numbers: a value in one unit cannot be passed to a function that expects another. */

declare const unit: unique symbol;
declare const ofSource: unique symbol;
declare const ofSession: unique symbol;

/** A plane angle in degrees; the sign is documented where it is used. */
export type Degrees = number & { readonly [unit]: 'degrees' };

/** A duration, or a time since a named zero, in milliseconds. */
export type Millis = number & { readonly [unit]: 'millis' };

/**
 * A time on the clock of a source, ms. It increases within one stream of poses; for a camera it increases over all its
 * openings.
 */
export type SourceTime = number & { readonly [ofSource]: true };

/** A time since the first pose of an exercise, ms; after an interruption it continues from the last event. */
export type SessionTime = Millis & { readonly [ofSession]: true };

/** A time in a film that is judged as one exercise from its first frame, ms: source and session share the zero. */
export type FilmTime = SourceTime & SessionTime;

/** Marks a number as degrees. */
export const degrees = (value: number): Degrees => value as Degrees;

/** Marks a number as milliseconds. */
export const millis = (value: number): Millis => value as Millis;

/** Converts a number of seconds to milliseconds. */
export const seconds = (value: number): Millis => millis(value * 1000);

/** Marks a number as source time, ms. */
export const sourceTime = (value: number): SourceTime => value as SourceTime;

/** Marks a number as session time, ms. */
export const sessionTime = (value: number): SessionTime => value as SessionTime;

/** Marks a number as the time of a film that is judged as one exercise, ms. */
export const filmTime = (value: number): FilmTime => value as FilmTime;

/** Converts source time to session time: the source time `zero` is the session time `begins`. */
export const inSession = (at: SourceTime, zero: SourceTime, begins: SessionTime): SessionTime =>
  sessionTime(begins + (at - zero));

/** Converts degrees to radians. */
export const radiansOf = (angle: number): number => (angle * Math.PI) / 180;

/** Converts radians to degrees. */
export const degreesOf = (radians: number): Degrees => degrees((radians * 180) / Math.PI);
