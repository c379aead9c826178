import { chanceFrom, type Chance } from '../accuracy/random.ts';
import { madeSessions } from '../../tests/made-sessions.ts';
import { historyOver, recordsInMemory } from '../../tests/records.ts';
import { repetitionsOn, train, type Repetition } from '../../tests/kept/trained.ts';
import { readKept } from '../../src/session/history/read-kept.ts';
import type { KeptSession } from '../../src/session/record/kept-session.ts';

/** What happens to a device at a random moment of a training session. */
export const mishaps = ['killed', 'full', 'torn', 'clock'] as const;

/** What happens to a device. */
export type Mishap = (typeof mishaps)[number];

class Killed extends Error {}

/** Free locks: the page that held them is gone. */
const free = { hold: () => Promise.resolve(true) };

const sessions = new Map<number, readonly KeptSession[]>();

/** Sessions that the runs share, since making them takes longer than a run. */
const sessionsOf = (chance: Chance): readonly KeptSession[] => {
  const seed = Math.floor(chance.within(0, 8));
  const made = sessions.get(seed) ?? madeSessions(6, seed).filter(({ steps }) => steps.length > 0);
  sessions.set(seed, made);
  return made;
};

/** Puts one record of the stores into a state that no write of the app leaves, as a failing disk would. */
const tear = (records: ReturnType<typeof recordsInMemory>, chance: Chance): string | undefined => {
  const stored = [...records.of('sessions')];
  if (stored.length === 0) return undefined;
  const [key, value] = chance.oneOf(stored);
  const text = JSON.stringify(value);
  const torn: unknown = chance.oneOf([
    () => text.slice(0, text.length / 2),
    () => ({ ...(value as object), steps: undefined }),
    () => JSON.parse(text.replace(/"type":"rep-completed"/, '"type":"rep-torn"')) as unknown,
    () => undefined,
  ])();
  records.of('sessions').set(key, torn === undefined ? null : torn);
  return 'kept' in readKept(records.of('sessions').get(key)) ? undefined : key;
};

/**
 * Trains on a simulated device until something happens at a random moment, then opens it again. Returns what is wrong
 * afterwards: repetitions that are lost, records that cannot be read; nothing if all is well.
 */
export const simulate = async (mishap: Mishap, seed: number): Promise<readonly string[]> => {
  const chance = chanceFrom(seed);
  const records = recordsInMemory();
  let now = Date.UTC(2026, 10, 29, 8);
  const at = { now: () => now };
  const before = historyOver(records.store, at, { locks: free, ...at });
  const made = sessionsOf(chance);
  const told: Repetition[] = [];
  let left = Math.floor(chance.within(0, 120));
  let torn: string | undefined;
  const strike = (): void => {
    if (mishap === 'killed') throw new Killed();
    if (mishap === 'full') records.state.isFull = true;
    if (mishap === 'torn') torn = tear(records, chance);
    if (mishap === 'clock') now += Math.round(chance.within(-20, 20)) * 24 * 60 * 60 * 1000;
  };
  try {
    for (const session of made) {
      const running = new AbortController();
      const slot = await before.unfinished.claim(session.routine, running.signal);
      if (!slot) return ['The slot is not free.'];
      const started: KeptSession = {
        ...session,
        startedAt: now,
        endedAt: now,
        changedAt: now,
        id: `${now}-${session.routine}`,
      };
      await train(started, slot, {
        onRepetition: (repetition) => told.push(repetition),
        pause: async () => {
          now += 3000;
          if (left === 0) strike();
          left -= 1;
          // A turn of the loop, in which writes are made.
          await new Promise((resolve) => setImmediate(resolve));
        },
      });
      await new Promise((resolve) => setImmediate(resolve));
      running.abort();
    }
  } catch (thrown) {
    if (!(thrown instanceof Killed)) throw thrown;
  }
  // A page without room still has in memory what it could not store; a killed one is opened again.
  const after = mishap === 'full' ? before : historyOver(records.store, at, { locks: free, ...at });
  const found = await repetitionsOn(
    after,
    made.map(({ routine }) => routine),
  );
  const { damaged } = after.history.state;
  const isTorn = (repetition: Repetition): boolean =>
    torn !== undefined && torn.startsWith(repetition.split(' ')[0] ?? '');
  const lost = told.filter((repetition) => !found.has(repetition) && !isTorn(repetition));
  const unsaid = torn !== undefined && damaged.every(({ id }) => id !== torn) ? ['A torn record is not named.'] : [];
  const others = damaged.filter(({ id }) => id !== torn).map(({ id, reason }) => `${id} cannot be read: ${reason}`);
  return [...lost.map((repetition) => `lost: ${repetition}`), ...unsaid, ...others];
};
