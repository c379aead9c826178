import { wait } from './pace.ts';

/** Time as a session sees it: that of the page, or faster where the figure shows a whole routine in less. */
export interface Clock {
  /** Milliseconds since some moment; never runs backwards. */
  now(): number;
  /** Waits so many of this clock's milliseconds; ends early, without complaint, when the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** A clock that runs so many times as fast as the page's own. */
export const clockAt = (speed: number): Clock => ({
  now: () => performance.now() * speed,
  wait: (ms, signal) => wait(ms / speed, signal),
});
