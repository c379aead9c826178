/** How far a device's clock may be set back before a stored time counts as unknown, ms. */
const clockSlack = 5 * 60 * 1000;

/**
 * Whether something is younger than `limit` ms; `at` and `now` are ms since 1970. For a time in the future, written
 * while the clock was ahead, the result is false, except within a small correction of the clock.
 */
export const isYoungerThan = (limit: number, at: number, now: number): boolean =>
  now - at < limit && at - now <= clockSlack;
