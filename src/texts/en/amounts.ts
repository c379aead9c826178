import type { Side } from '../../engine/pose/keypoints.ts';

/** The sides, as a person calls them. */
export const sideNames: Readonly<Record<Side, string>> = { left: 'Left', right: 'Right' };

/** A count with what is counted: "1 time", "2 times". */
export const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** A length of time as one says it: "45 seconds", "2 min 5 s". */
export const time = (ms: number): string => {
  const all = Math.round(ms / 1000);
  if (all < 60) return plural(all, 'second', 'seconds');
  return all % 60 === 0 ? `${all / 60} min` : `${Math.floor(all / 60)} min ${all % 60} s`;
};

/** Seconds with a tenth: "5.2 s". */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
