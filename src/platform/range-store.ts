import * as v from 'valibot';
import { personalRangeSchema, type PersonalRange } from '../engine/rules/personal-range.ts';
import { isYoungerThan } from './age.ts';
import { modelNames, type ModelName } from './detector/protocol.ts';
import { persistedUnder, type DeviceStorage } from './persisted.ts';
import { views, type View } from '../engine/pose/view.ts';

/**
 * For how long a range holds, ms: stiffness changes from day to day. Side-bending of the neck varies by 12 degrees in
 * one person over three weeks (Christensen & Nilsson 1998).
 */
const holdsFor = 24 * 60 * 60 * 1000;

const persistedSchema = v.object({
  version: v.literal(1),
  ranges: v.array(
    v.object({
      exercise: v.string(),
      view: v.picklist(views),
      at: v.number(),
      range: personalRangeSchema,
      /** Which model read it; before there were two, it was Lightning. */
      model: v.optional(v.picklist(modelNames), 'lightning'),
    }),
  ),
});

type PersistedRanges = v.InferOutput<typeof persistedSchema>;

const nothing: PersistedRanges = { version: 1, ranges: [] };

/** What is written; something broken, or of another version, is as if it were not there. */
const readPersisted = (written: unknown): PersistedRanges => {
  const result = v.safeParse(persistedSchema, written);
  return result.success ? result.output : nothing;
};

/**
 * Keeps somebody's own ranges for a day, one for each exercise, view, end and side; on a full or blocked storage for as long as the
 * page. One that another model read is as if it were not there: of elbows that touch one reads a gap of 0.68 where the other reads 0.39.
 */
export const createRangeStore = (openStorage?: () => DeviceStorage, now: () => number = () => Date.now()) => {
  const persisted = persistedUnder('limber.ranges', readPersisted, openStorage);
  const fresh = (): PersistedRanges['ranges'] =>
    persisted.read().ranges.filter(({ at }) => isYoungerThan(holdsFor, at, now()));

  return {
    /** The ranges of the last day, as a model read them; `undefined` where there are none. */
    read(exercise: string, view: View, model: ModelName): readonly PersonalRange[] | undefined {
      const found = fresh().filter((one) => one.exercise === exercise && one.view === view && one.model === model);
      return found.length > 0 ? found.map(({ range }) => range) : undefined;
    },

    /** Keeps ranges that a model read at a time of day, ms since 1970, in the place of those of the same ends and sides. */
    write(exercise: string, view: View, ranges: readonly PersonalRange[], at: number, model: ModelName): void {
      const isReplaced = (one: PersistedRanges['ranges'][number]): boolean =>
        one.exercise === exercise &&
        one.view === view &&
        ranges.some(({ end, side }) => end === one.range.end && side === one.range.side);
      const others = fresh().filter((one) => !isReplaced(one));
      persisted.write({
        version: 1,
        ranges: [...others, ...ranges.map((range) => ({ exercise, view, at, range, model }))],
      });
    },
  };
};
