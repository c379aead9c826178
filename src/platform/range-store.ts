import * as v from 'valibot';
import { personalRangeSchema, type PersonalRange } from '../engine/rules/personal-range.ts';
import { isYoungerThan } from './age.ts';
import { type DetectorModel, detectorModels } from '../ports/detector-model.ts';
import { persistedUnder, type DeviceStorage } from './persisted.ts';
import { views, type View } from '../engine/pose/view.ts';

/**
 * How long a range is valid, ms: stiffness changes from day to day. Side-bending of the neck varies by 12 degrees in
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
      /** The model that read it; Lightning in data from before there were two. */
      model: v.optional(v.picklist(detectorModels), 'lightning'),
    }),
  ),
});

type PersistedRanges = v.InferOutput<typeof persistedSchema>;

const nothing: PersistedRanges = { version: 1, ranges: [] };

/** Parses stored ranges; invalid ones, or those of another version, are ignored. */
const readPersisted = (written: unknown): PersistedRanges => {
  const result = v.safeParse(persistedSchema, written);
  return result.success ? result.output : nothing;
};

/**
 * Stores the user's own ranges for a day, one for each exercise, view, endpoint and side; if the storage is full or
 * blocked, in memory until the page is closed. Ranges recorded with another model are ignored: for elbows that touch,
 * one model reads a gap of 0.68 where the other reads 0.39.
 */
export const createRangeStore = (openStorage?: () => DeviceStorage, now: () => number = () => Date.now()) => {
  const persisted = persistedUnder('limber.ranges', readPersisted, openStorage);
  const fresh = (): PersistedRanges['ranges'] =>
    persisted.read().ranges.filter(({ at }) => isYoungerThan(holdsFor, at, now()));

  return {
    /** The ranges of the last day, as read by `model`; `undefined` if there are none. */
    read(exercise: string, view: View, model: DetectorModel): readonly PersonalRange[] | undefined {
      const found = fresh().filter((one) => one.exercise === exercise && one.view === view && one.model === model);
      return found.length > 0 ? found.map(({ range }) => range) : undefined;
    },

    /**
     * Stores ranges that `model` read at time `at`, ms since 1970; they replace those of the same endpoints and sides.
     */
    write(exercise: string, view: View, ranges: readonly PersonalRange[], at: number, model: DetectorModel): void {
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
