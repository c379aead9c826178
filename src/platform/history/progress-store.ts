import * as v from 'valibot';
import type { RecordChange, RecordStore } from '../../ports/record-store.ts';
import { isYoungerThan } from '../age.ts';
import type { DeviceStorage } from '../persisted.ts';
import { createTabLocks, type TabLocks } from '../tab-locks.ts';
import { earlierProgress, type StoredProgress } from './earlier-progress.ts';
import { createOtherTabs, type OtherTabs } from './other-tabs.ts';

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
  version: v.literal(3),
  savedAt: v.number(),
  done: v.number(),
  progress: v.looseObject({ startedAt: v.number(), current: v.optional(v.unknown()) }),
});

/** The large part, with the traces of every finished exercise; written when one more is finished. */
const doneSchema = v.object({ version: v.literal(3), startedAt: v.number(), steps: v.array(v.unknown()) });

/** What the sessions are: how they are read, and what becomes of one that ends. */
export interface ProgressRules<Progress, Session> {
  /** Parses a stored session; `undefined` if it is invalid. */
  readonly readProgress: (written: unknown) => Progress | undefined;
  /** The record of a session that was left at `endedAt`, ms since 1970; `undefined` if nothing was done. */
  readonly leftSession: (progress: Progress, endedAt: number) => Session | undefined;
  /** Moves a record into the history, together with other changes; resolves to false if that stays in memory only. */
  readonly adopt: (session: Session, besides: readonly RecordChange[]) => Promise<boolean>;
}

/** The dependencies of a store of unfinished sessions; all but the records default to the browser's own. */
export interface ProgressDevice {
  readonly store: RecordStore;
  /** Where earlier versions stored them. */
  readonly openStorage?: () => DeviceStorage;
  readonly locks?: TabLocks;
  readonly otherTabs?: OtherTabs;
  /** Ms since 1970. */
  readonly now?: () => number;
}

const place = 'unfinished';
const doneOf = (slot: string): string => `${slot}/done`;
/** A slot is named for its routine; one beside it has a second word. */
const isBeside = (slot: string): boolean => slot.includes(' ');
const lockOf = (slot: string): string => `limber.unfinished.${slot}`;

const deletionsOf = (slot: string): readonly RecordChange[] =>
  [slot, doneOf(slot)].map((key) => ({ in: place, key, isDeleted: true }));

/** A stored session that was read. */
interface Found<Progress> {
  readonly savedAt: number;
  readonly progress: Progress;
}

/**
 * Stores unfinished sessions, each routine and each single exercise in its own slot. A session claims its slot while it
 * runs, so that no other tab offers or overwrites it. For half a day it can be resumed; then, or when another session
 * takes its slot, what was done moves into the history. What cannot be stored is kept in memory.
 */
export const createProgressStore = <Progress extends Unfinished, Session>(
  { readProgress, leftSession, adopt }: ProgressRules<Progress, Session>,
  {
    store,
    openStorage,
    locks = createTabLocks(),
    otherTabs = createOtherTabs(),
    now = () => Date.now(),
  }: ProgressDevice,
) => {
  const earlier = earlierProgress(openStorage);
  /** The sessions of this page that are being written, or could not be. */
  const memory = new Map<string, Found<Progress>>();
  const failed = new Set<string>();

  /** Writes; where that fails the session stays in memory. */
  const write = async (slot: string, changes: readonly RecordChange[]): Promise<void> => {
    try {
      await store.write(changes);
      failed.delete(slot);
    } catch {
      failed.add(slot);
    }
  };

  const valueOf = async (key: string): Promise<unknown> => {
    try {
      const found = await store.find(place, key);
      return 'value' in found ? found.value : undefined;
    } catch {
      return undefined;
    }
  };

  /** A session put together from its two parts. */
  const stored = async (slot: string): Promise<StoredProgress | undefined> => {
    const [running, done] = await Promise.all([valueOf(slot), valueOf(doneOf(slot))]);
    if (!v.is(runningSchema, running)) return isBeside(slot) ? undefined : earlier.read(slot);
    const steps = v.is(doneSchema, done) && done.startedAt === running.progress.startedAt ? done.steps : [];
    const current = steps.length === running.done ? running.progress.current : undefined;
    return { savedAt: running.savedAt, progress: { ...running.progress, steps, current } };
  };

  const load = async (slot: string): Promise<Found<Progress> | undefined> => {
    const inMemory = memory.get(slot);
    if (inMemory) return inMemory;
    const found = await stored(slot);
    if (!found) return undefined;
    const progress = readProgress(found.progress);
    if (progress) return { savedAt: found.savedAt, progress };
    await putAside(slot, found.progress);
    return undefined;
  };

  /** Puts a session that cannot be read where the history offers it as a file. */
  const putAside = async (slot: string, record: unknown): Promise<void> => {
    const id = `${place} ${slot}`;
    const put = { id, at: now(), reason: 'This unfinished session cannot be read.', record };
    if (!isBeside(slot)) earlier.forget(slot);
    await write(slot, [{ in: 'damaged', key: id, put }, ...deletionsOf(slot)]);
  };

  const isYoung = ({ savedAt }: Found<Progress>): boolean => isYoungerThan(holdsFor, savedAt, now());

  const forget = async (slot: string): Promise<void> => {
    memory.delete(slot);
    failed.delete(slot);
    if (!isBeside(slot)) earlier.forget(slot);
    await write(slot, deletionsOf(slot));
    otherTabs.announce();
  };

  /** Moves a session into the history and makes other changes of its slot with it, or nothing. */
  const move = async (slot: string, session: Session | undefined, besides: readonly RecordChange[]): Promise<void> => {
    if (session === undefined) await write(slot, besides);
    else if (await adopt(session, besides)) failed.delete(slot);
    else failed.add(slot);
  };

  /** Moves what was done before the session was left into the history. */
  const archive = (slot: string, { progress, savedAt }: Found<Progress>, besides: readonly RecordChange[]) =>
    move(slot, leftSession(progress, savedAt), besides);

  /** The slot of a session that runs in this tab; it writes no progress after the signal aborts. */
  const slotOf = (slot: string, signal: AbortSignal, before: Found<Progress> | undefined) => {
    let writtenSteps: Progress['steps'] | undefined;
    let replaced = before;

    const changesOf = (progress: Progress): readonly RecordChange[] => {
      const { steps, ...small } = progress;
      const running = { version: 3, savedAt: now(), done: steps.length, progress: small };
      const isSame = steps === writtenSteps || (steps.length === 0 && !writtenSteps && !before);
      writtenSteps = steps;
      const done = { version: 3, startedAt: progress.startedAt, steps: [...steps] };
      return [
        { in: place, key: slot, put: running },
        ...(isSame ? [] : [{ in: place, key: doneOf(slot), put: done } as const]),
      ];
    };

    return {
      read: (): Progress | undefined => (before && isYoung(before) ? before.progress : undefined),

      write(progress: Progress): void {
        if (signal.aborted) return;
        const entry = { savedAt: now(), progress };
        const isOther = replaced && replaced.progress.startedAt !== progress.startedAt;
        memory.set(slot, entry);
        const changes = changesOf(progress);
        const writing = isOther && replaced ? archive(slot, replaced, changes) : write(slot, changes);
        replaced = undefined;
        void writing.then(() => {
          if (!isBeside(slot)) earlier.forget(slot);
          if (!failed.has(slot) && memory.get(slot) === entry) memory.delete(slot);
        });
      },

      finish(session: Session | undefined): void {
        const deletions = signal.aborted ? [] : deletionsOf(slot);
        if (!signal.aborted) {
          memory.delete(slot);
          failed.delete(slot);
          if (!isBeside(slot)) earlier.forget(slot);
        }
        writtenSteps = replaced = undefined;
        void move(slot, session, deletions).then(() => {
          // The history says what it could not store.
          failed.delete(slot);
          otherTabs.announce();
        });
      },
    };
  };

  /** Whether a session runs in no tab. */
  const isFree = async (slot: string): Promise<boolean> => {
    const trial = new AbortController();
    const isHeld = await locks.hold(lockOf(slot), trial.signal);
    trial.abort();
    return isHeld;
  };

  const slots = async (routines: readonly string[]): Promise<readonly string[]> => {
    const keys = await store.keys(place).catch(() => []);
    const earliers = routines.filter((routine) => earlier.read(routine));
    return [...new Set([...keys.filter((key) => !key.endsWith('/done')), ...memory.keys(), ...earliers])];
  };

  return {
    /** Claims the slot of a routine for this tab until the signal aborts; `undefined` if another tab has it. */
    claim: async (routine: string, signal: AbortSignal) =>
      (await locks.hold(lockOf(routine), signal)) ? slotOf(routine, signal, await load(routine)) : undefined,

    /** A slot of its own for a session of a routine that runs in another tab as well; it is never offered. */
    claimBeside(routine: string, signal: AbortSignal) {
      const slot = `${routine} ${crypto.randomUUID()}`;
      void locks.hold(lockOf(slot), signal);
      return slotOf(slot, signal, undefined);
    },

    /**
     * The unfinished sessions of some routines that run in no tab, latest first. Those that can no longer be resumed move
     * into the history.
     */
    async left(routines: readonly string[]): Promise<readonly Progress[]> {
      const all = await slots(routines);
      const areFree = await Promise.all(all.map(isFree));
      const free = all.filter((_, index) => areFree[index]);
      const offered: Found<Progress>[] = [];
      for (const slot of free) {
        const found = await load(slot);
        if (!found) continue;
        if (isBeside(slot) || !isYoung(found)) {
          memory.delete(slot);
          if (!isBeside(slot)) earlier.forget(slot);
          await archive(slot, found, deletionsOf(slot));
        } else if (routines.includes(slot)) offered.push(found);
      }
      return offered.toSorted((one, other) => other.savedAt - one.savedAt).map(({ progress }) => progress);
    },

    forget: (routine: string): void => void forget(routine),

    /** False while some session could not be stored. */
    isKeeping: (): boolean => failed.size === 0,

    /** Publishes when another tab has changed one. */
    changes: otherTabs.changes,
  };
};
