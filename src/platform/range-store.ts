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
      /** The id of the session that showed it; missing in data of earlier versions. */
      session: v.exactOptional(v.string()),
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

type Entry = PersistedRanges['ranges'][number];

const byTime = (one: Entry, other: Entry): number => one.at - other.at;

/** The last entry of each endpoint and side: later sessions stand behind earlier ones. */
const lastOfEach = (entries: readonly Entry[]): readonly Entry[] =>
  entries.filter(
    ({ range: { end, side } }, index) =>
      !entries.slice(index + 1).some(({ range }) => range.end === end && range.side === side),
  );

/**
 * Stores the user's own ranges for a day, one for each session, exercise, view, endpoint and side, so that the one before
 * is valid again where a session is not kept; if the storage is full or
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
      const of = fresh().filter((one) => one.exercise === exercise && one.view === view && one.model === model);
      const found = lastOfEach(of);
      return found.length > 0 ? found.map(({ range }) => range) : undefined;
    },

    /**
     * Stores ranges that `model` read in a session at time `at`, ms since 1970; they come before those of other sessions
     * and replace those of the same endpoints and sides of the same session.
     */
    write(
      exercise: string,
      view: View,
      ranges: readonly PersonalRange[],
      at: number,
      model: DetectorModel,
      session: string,
    ): void {
      const isReplaced = (one: Entry): boolean =>
        one.session === session &&
        one.exercise === exercise &&
        one.view === view &&
        ranges.some(({ end, side }) => end === one.range.end && side === one.range.side);
      const others = fresh().filter((one) => !isReplaced(one));
      persisted.write({
        version: 1,
        ranges: [...others, ...ranges.map((range) => ({ exercise, view, at, range, model, session }))],
      });
    },

    /** Deletes the ranges that a session showed; the returned function brings them back. */
    forget(session: string): () => void {
      const all = persisted.read().ranges;
      const forgotten = all.filter((one) => one.session === session);
      if (forgotten.length === 0) return () => undefined;
      persisted.write({ version: 1, ranges: all.filter((one) => one.session !== session) });
      return () => persisted.write({ version: 1, ranges: [...persisted.read().ranges, ...forgotten].toSorted(byTime) });
    },
  };
};
