import { millis } from '../engine/units.ts';
import type { Millis } from '../engine/units.ts';

/** A longer step of the media clock than this is a jump, not time that passed, s. */
const longestStep = 5;

/**
 * The time of each frame since the first, strictly increasing: by the media clock (s), or where that jumps, as it does when a
 * stream restarts, by the page's clock (ms). Answers undefined for a frame that has been seen already.
 */
export const startFrameClock = (): ((mediaTime: number, now: number) => Millis | undefined) => {
  let last: { readonly mediaTime: number; readonly now: number; readonly at: number } | undefined;
  return (mediaTime, now) => {
    if (last !== undefined && mediaTime === last.mediaTime) return undefined;
    const step = last === undefined ? 0 : mediaTime - last.mediaTime;
    const isJump = step < 0 || step > longestStep;
    const passed = last !== undefined && isJump ? Math.max(1, now - last.now) : step * 1000;
    last = { mediaTime, now, at: (last?.at ?? 0) + passed };
    return millis(last.at);
  };
};
