import * as v from 'valibot';
import { personalRangeSchema, type PersonalRange } from '../engine/coaching/ranges.ts';
import { views, type View } from '../engine/kinematics/measures.ts';

/** Under what the ranges are kept. */
const key = 'limber.ranges';

/**
 * For how long a range holds, ms: stiffness changes from day to day. Side-bending of the neck varies by 12 degrees in
 * one person over three weeks (Christensen & Nilsson 1998).
 */
const holdsFor = 24 * 60 * 60 * 1000;

const keptSchema = v.object({
  version: v.literal(1),
  ranges: v.array(
    v.object({ exercise: v.string(), view: v.picklist(views), at: v.number(), range: personalRangeSchema }),
  ),
});

type Kept = v.InferOutput<typeof keptSchema>['ranges'];

/** What is written; something broken, or of another version, is as if it were not there. */
const keptIn = (text: string | null): Kept => {
  try {
    const result = v.safeParse(keptSchema, JSON.parse(text ?? 'null'));
    return result.success ? result.output.ranges : [];
  } catch {
    return [];
  }
};

/** Keeps somebody's own ranges for a day, one for each exercise, view, end and side; on a full or blocked storage for as long as the page. */
export const createRangeStore = (
  openStorage: () => Pick<Storage, 'getItem' | 'setItem'> = () => localStorage,
  now: () => number = () => Date.now(),
) => {
  let ofThisPage: Kept | undefined;

  const load = (): Kept => {
    if (ofThisPage) return ofThisPage;
    try {
      return keptIn(openStorage().getItem(key));
    } catch {
      return [];
    }
  };

  const save = (ranges: Kept): void => {
    try {
      openStorage().setItem(key, JSON.stringify({ version: 1, ranges }));
      ofThisPage = undefined;
    } catch {
      ofThisPage = ranges;
    }
  };

  const fresh = (): Kept => load().filter(({ at }) => at <= now() && now() - at < holdsFor);

  return {
    /** The ranges of the last day; `undefined` where there are none. */
    read(exercise: string, view: View): readonly PersonalRange[] | undefined {
      const found = fresh().filter((kept) => kept.exercise === exercise && kept.view === view);
      return found.length > 0 ? found.map(({ range }) => range) : undefined;
    },

    /** Keeps ranges shown at a time of day, ms since 1970, in the place of those of the same ends and sides. */
    write(exercise: string, view: View, ranges: readonly PersonalRange[], at: number): void {
      const isReplaced = (kept: Kept[number]): boolean =>
        kept.exercise === exercise &&
        kept.view === view &&
        ranges.some(({ end, side }) => end === kept.range.end && side === kept.range.side);
      save([...fresh().filter((kept) => !isReplaced(kept)), ...ranges.map((range) => ({ exercise, view, at, range }))]);
    },
  };
};
