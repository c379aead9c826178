import { sourceTime, type SourceTime } from '../engine/units.ts';

/** The longest step of the media clock, s; a longer one is a jump, not time that passed. */
const longestStep = 5;

/**
 * Makes a function that returns the source time of each frame, strictly increasing from `startsAt`, the first frame's: by
 * the media clock (s), or where that jumps, as when a stream restarts, by the page's clock (ms). It returns `undefined`
 * for a repeated frame.
 */
export const startFrameClock = (
  startsAt = sourceTime(0),
): ((mediaTime: number, now: number) => SourceTime | undefined) => {
  let last: { readonly mediaTime: number; readonly now: number; readonly at: number } | undefined;
  return (mediaTime, now) => {
    if (last !== undefined && mediaTime === last.mediaTime) return undefined;
    const step = last === undefined ? 0 : mediaTime - last.mediaTime;
    const isJump = step < 0 || step > longestStep;
    const passed = last !== undefined && isJump ? Math.max(1, now - last.now) : step * 1000;
    last = { mediaTime, now, at: (last?.at ?? startsAt) + passed };
    return sourceTime(last.at);
  };
};
