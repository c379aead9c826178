/**
 * The last items of a list in order of time, from the first that `isKept` accepts; the list itself if that is all of it.
 * Unlike a filter it copies once, or nothing: these lists are made anew in each frame.
 */
export const latest = <T>(items: readonly T[], isKept: (item: T) => boolean): readonly T[] => {
  const first = items.findIndex(isKept);
  return first === 0 ? items : first < 0 ? [] : items.slice(first);
};
