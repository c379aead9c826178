/** Units as branded numbers: a value in one unit cannot be passed to a function that expects another. */

declare const unit: unique symbol;

/** A plane angle in degrees; the sign is documented where it is used. */
export type Degrees = number & { readonly [unit]: 'degrees' };

/** A duration, or a time since a named zero, in milliseconds. */
export type Millis = number & { readonly [unit]: 'millis' };

/** Marks a number as degrees. */
export const degrees = (value: number): Degrees => value as Degrees;

/** Marks a number as milliseconds. */
export const millis = (value: number): Millis => value as Millis;

/** Converts a number of seconds to milliseconds. */
export const seconds = (value: number): Millis => millis(value * 1000);

/** Converts degrees to radians. */
export const radiansOf = (angle: number): number => (angle * Math.PI) / 180;

/** Converts radians to degrees. */
export const degreesOf = (radians: number): Degrees => degrees((radians * 180) / Math.PI);
