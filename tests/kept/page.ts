import { openRecordStore } from '../../src/platform/history/database.ts';
import type { ProgressSlot } from '../../src/session/guide/progress.ts';
import { madeSessions } from '../made-sessions.ts';
import { historyOver } from '../records.ts';
import { repetitionsOn, train, type Repetition } from './trained.ts';

/** A page that trains on the real stores of its browser, for tests that kill it. */
export interface KeptPage {
  /** Trains made sessions one after the other, a repetition every few ms, until it is killed; tells each repetition. */
  train(seed: number, everyMs: number, onRepetition: (repetition: Repetition) => void): Promise<void>;
  /** The repetitions on the device, and the reasons of records that cannot be read. */
  found(): Promise<{ readonly repetitions: readonly Repetition[]; readonly damaged: readonly string[] }>;
  deleteAll(): Promise<void>;
}

const store = openRecordStore();
const device = historyOver(store);
const routines = [
  'upper-back-relief',
  'butterfly',
  'head-tilt',
  'shoulder-blade-squeeze',
  'cheer',
  'flexion-extension',
  'shoulder-flexion',
];

const page: KeptPage = {
  async train(seed, everyMs, onRepetition) {
    for (const session of madeSessions(4, seed)) {
      if (session.steps.length === 0) continue;
      const running = new AbortController();
      const slot: ProgressSlot | undefined = await device.unfinished.claim(session.routine, running.signal);
      if (!slot) throw new Error('The slot is free.');
      // Now, since a session is resumed for half a day.
      const started = { ...session, startedAt: Date.now(), endedAt: Date.now(), changedAt: Date.now() };
      await train({ ...started, id: `${started.startedAt}-${session.routine}` }, slot, {
        onRepetition,
        pause: () => new Promise((resolve) => setTimeout(resolve, everyMs)),
      });
      running.abort();
    }
  },
  async found() {
    const repetitions = [...(await repetitionsOn(device, routines))];
    return { repetitions, damaged: device.history.state.damaged.map(({ reason }) => reason) };
  },
  deleteAll: () => device.history.deleteAll(),
};

declare global {
  interface Window {
    keptPage?: KeptPage;
  }
}

window.keptPage = page;
