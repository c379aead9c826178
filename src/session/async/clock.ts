import { wait } from '../../async/wait.ts';

/** The clock of a session: the page's own, or a faster one for the figure. */
export interface Clock {
  /** Milliseconds since an arbitrary moment; never runs backwards. */
  now(): number;
  /** Resolves after `ms` milliseconds of this clock, or as soon as the signal aborts; never rejects. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** A clock that runs `speed` times as fast as the page's own. */
export const clockAt = (speed: number): Clock => ({
  now: () => performance.now() * speed,
  wait: (ms, signal) => wait(ms / speed, signal),
});
