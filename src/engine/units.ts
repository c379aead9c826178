/** Units as branded numbers: a value in one unit cannot be handed to a function that wants another. */

declare const unit: unique symbol;

/** A plane angle in degrees, signed as its doc says. */
export type Degrees = number & { readonly [unit]: 'degrees' };

/** A length of time, or a moment since a named zero, in milliseconds. */
export type Millis = number & { readonly [unit]: 'millis' };

/** Marks a number as degrees. */
export const degrees = (value: number): Degrees => value as Degrees;

/** Marks a number as milliseconds. */
export const millis = (value: number): Millis => value as Millis;

/** Marks a number of seconds as milliseconds. */
export const seconds = (value: number): Millis => millis(value * 1000);

/** An angle in radians for the trigonometric functions. */
export const radiansOf = (angle: number): number => (angle * Math.PI) / 180;

/** The degrees of an angle in radians. */
export const degreesOf = (radians: number): Degrees => degrees((radians * 180) / Math.PI);
