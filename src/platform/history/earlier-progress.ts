import * as v from 'valibot';
import { persistedUnder, type DeviceStorage } from '../persisted.ts';

const key = 'limber.unfinished';

/** The format of two versions ago: one session, of any routine, in one piece. */
const firstSchema = v.object({
  version: v.literal(1),
  savedAt: v.number(),
  progress: v.looseObject({ routine: v.string() }),
});

/** The format of the last version in local storage, in two parts for each routine. */
const runningSchema = v.object({
  version: v.literal(2),
  savedAt: v.number(),
  done: v.number(),
  progress: v.looseObject({ startedAt: v.number(), current: v.optional(v.unknown()) }),
});
const doneSchema = v.object({ version: v.literal(2), startedAt: v.number(), steps: v.array(v.unknown()) });

const reading =
  <Schema extends v.GenericSchema>(schema: Schema) =>
  (written: unknown): v.InferOutput<Schema> | undefined => {
    const result = v.safeParse(schema, written);
    return result.success ? result.output : undefined;
  };

/** An unfinished session as it was stored, and when, ms since 1970. */
export interface StoredProgress {
  readonly savedAt: number;
  readonly progress: unknown;
}

/**
 * The unfinished sessions that earlier versions wrote into local storage. They are moved into the database; `forget`
 * empties the place of a routine.
 */
export const earlierProgress = (openStorage?: () => DeviceStorage) => {
  const first = persistedUnder(key, reading(firstSchema), openStorage);
  const partsOf = (routine: string) => ({
    running: persistedUnder(`${key}.${routine}`, reading(runningSchema), openStorage),
    done: persistedUnder(`${key}.${routine}.done`, reading(doneSchema), openStorage),
  });
  const firstOf = (routine: string): StoredProgress | undefined => {
    const written = first.read();
    return written?.progress.routine === routine ? written : undefined;
  };

  return {
    read(routine: string): StoredProgress | undefined {
      const parts = partsOf(routine);
      const running = parts.running.read();
      if (!running) return firstOf(routine);
      const done = parts.done.read();
      const steps = done?.startedAt === running.progress.startedAt ? done.steps : [];
      // If the page was killed between the two writes, the current exercise belongs to another step.
      const current = steps.length === running.done ? running.progress.current : undefined;
      return { savedAt: running.savedAt, progress: { ...running.progress, steps, current } };
    },

    forget(routine: string): void {
      const { running, done } = partsOf(routine);
      if (running.read()) running.write(undefined);
      if (done.read()) done.write(undefined);
      if (firstOf(routine)) first.write(undefined);
    },
  };
};
