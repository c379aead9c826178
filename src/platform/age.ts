/** By how much a device's clock may be corrected backwards before a kept time counts as unknown, ms. */
const clockSlack = 5 * 60 * 1000;

/**
 * Whether something is younger than `limit` ms; `at` and `now` are ms since 1970. A time in the future, as a clock that ran ahead
 * leaves it behind, is no age: beyond a small correction of the clock the result is false.
 */
export const isYoungerThan = (limit: number, at: number, now: number): boolean =>
  now - at < limit && at - now <= clockSlack;
