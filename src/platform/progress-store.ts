import * as v from 'valibot';
import { isYoungerThan } from './age.ts';
import { persistedUnder, type DeviceStorage, type Persisted } from './persisted.ts';
import { createTabLocks, type TabLocks } from './tab-locks.ts';

/** How long a session can be resumed, ms: half a day. */
const holdsFor = 12 * 60 * 60 * 1000;

/** The fields of a session that this store needs; `startedAt` in ms since 1970. */
interface Unfinished {
  readonly routine: string;
  readonly startedAt: number;
  /** The finished steps, in order. */
  readonly steps: readonly unknown[];
  /** The exercise under way. */
  readonly current: unknown;
}

/** The small part, written often: everything but the finished steps, of which it has the count. */
const runningSchema = v.object({
  version: v.literal(2),
  savedAt: v.number(),
  done: v.number(),
  progress: v.looseObject({ startedAt: v.number(), current: v.optional(v.unknown()) }),
});

/** The large part, with the traces of every finished exercise; written when one more is finished. */
const doneSchema = v.object({ version: v.literal(2), startedAt: v.number(), steps: v.array(v.unknown()) });

/** The format of earlier versions: one session, of any routine, in one piece. */
const oldSchema = v.object({
  version: v.literal(1),
  savedAt: v.number(),
  progress: v.looseObject({ routine: v.string() }),
});

type Running = v.InferOutput<typeof runningSchema>;
type Done = v.InferOutput<typeof doneSchema>;

const reading =
  <Schema extends v.GenericSchema>(schema: Schema) =>
  (written: unknown): v.InferOutput<Schema> | undefined => {
    const result = v.safeParse(schema, written);
    return result.success ? result.output : undefined;
  };

const key = 'limber.unfinished';

/** The dependencies of a store of unfinished sessions; they default to the browser's own. */
export interface ProgressDevice {
  readonly openStorage?: () => DeviceStorage;
  readonly locks?: TabLocks;
  /** Ms since 1970. */
  readonly now?: () => number;
}

/**
 * Stores unfinished sessions for half a day, each routine and each single exercise in its own slot. A session claims
 * its slot while it runs, so that no other tab offers or overwrites it. `readProgress` parses a stored session.
 */
export const createProgressStore = <Progress extends Unfinished>(
  readProgress: (written: unknown) => Progress | undefined,
  { openStorage, locks = createTabLocks(), now = () => Date.now() }: ProgressDevice = {},
) => {
  const slots = new Map<string, { running: Persisted<Running | undefined>; done: Persisted<Done | undefined> }>();
  const old = persistedUnder(key, reading(oldSchema), openStorage);

  const keptOf = (routine: string) => {
    const persisted = slots.get(routine) ?? {
      running: persistedUnder(`${key}.${routine}`, reading(runningSchema), openStorage),
      done: persistedUnder(`${key}.${routine}.done`, reading(doneSchema), openStorage),
    };
    slots.set(routine, persisted);
    return persisted;
  };

  const oldOf = (routine: string) => {
    const written = old.read();
    return written?.progress.routine === routine ? written : undefined;
  };

  /** A session put together from its two parts, and when it was stored. */
  const written = (routine: string): { readonly savedAt: number; readonly progress: unknown } | undefined => {
    const persisted = keptOf(routine);
    const running = persisted.running.read();
    if (!running) return oldOf(routine);
    const done = persisted.done.read();
    const steps = done?.startedAt === running.progress.startedAt ? done.steps : [];
    // If the page was killed between the two writes, the current exercise belongs to another step.
    const current = steps.length === running.done ? running.progress.current : undefined;
    return { savedAt: running.savedAt, progress: { ...running.progress, steps, current } };
  };

  const read = (routine: string): Progress | undefined => {
    const one = written(routine);
    return one && isYoungerThan(holdsFor, one.savedAt, now()) ? readProgress(one.progress) : undefined;
  };

  const savedAtOf = (routine: string): number => written(routine)?.savedAt ?? now();

  const forgetOld = (routine: string): void => {
    if (oldOf(routine)) old.write(undefined);
  };

  const forget = (routine: string): void => {
    const { running, done } = keptOf(routine);
    if (running.read()) running.write(undefined);
    if (done.read()) done.write(undefined);
    forgetOld(routine);
  };

  /** The slot of a session that runs in this tab; it writes nothing after the signal aborts. */
  const slotOf = (routine: string, signal: AbortSignal) => {
    let writtenSteps: Progress['steps'] | undefined;
    const writeDone = ({ startedAt, steps }: Progress): void => {
      if (steps === writtenSteps || (steps.length === 0 && !writtenSteps)) return;
      keptOf(routine).done.write({ version: 2, startedAt, steps: [...steps] });
      writtenSteps = steps;
    };
    return {
      read: (): Progress | undefined => read(routine),

      write(progress: Progress): void {
        if (signal.aborted) return;
        writeDone(progress);
        const { steps, ...small } = progress;
        keptOf(routine).running.write({ version: 2, savedAt: now(), done: steps.length, progress: small });
        forgetOld(routine);
      },

      forget(): void {
        if (!signal.aborted) forget(routine);
        writtenSteps = undefined;
      },
    };
  };

  /** Whether a session runs in no tab. */
  const isFree = async (routine: string): Promise<boolean> => {
    const trial = new AbortController();
    const isHeld = await locks.hold(`${key}.${routine}`, trial.signal);
    trial.abort();
    return isHeld;
  };

  return {
    /** Claims the slot of a routine for this tab until the signal aborts; `undefined` if another tab has it. */
    claim: async (routine: string, signal: AbortSignal) =>
      (await locks.hold(`${key}.${routine}`, signal)) ? slotOf(routine, signal) : undefined,

    /** The unfinished sessions of some routines that run in no tab, latest first; expired ones are deleted. */
    async left(routines: readonly string[]): Promise<readonly Progress[]> {
      const persisted = routines.filter((routine) => written(routine));
      const areFree = await Promise.all(persisted.map(isFree));
      const free = persisted.filter((_, index) => areFree[index]);
      for (const routine of free) if (now() - savedAtOf(routine) >= holdsFor) forget(routine);
      return free.toSorted((one, other) => savedAtOf(other) - savedAtOf(one)).flatMap((routine) => read(routine) ?? []);
    },

    forget,
  };
};
