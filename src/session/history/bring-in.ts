import type { TrainingPlan, TrainingPlanStore } from '../planning/training-plan.ts';
import type { KeptSession } from '../record/kept-session.ts';
import type { LongOptions } from './history.ts';
import type { ImportEffect, ImportEntry, ImportPreview, ImportRefusal } from './import-preview.ts';
import { mayReplace } from './kept-records.ts';
import { readSessionsFile, type Sha256 } from './sessions-file.ts';

/** How many refusals a preview names. */
const namedRefusals = 100;

/** What an import reads and, to change something, writes. */
export interface ImportSetting extends LongOptions {
  readonly sha256: Sha256;
  /** Returns the record of an id that is there, `undefined` if there is none. */
  readonly present: (id: string) => Promise<unknown>;
  /** The plan that is there. */
  readonly plan: TrainingPlanStore;
  /** Keeps a session and resolves to whether there was room; left out for a preview. */
  readonly bring?: (session: KeptSession) => Promise<boolean>;
}

/** What importing a session does to the record that is there. */
export const effectOn = (present: unknown, session: KeptSession): ImportEffect => {
  if (present === undefined) return 'adds';
  if (JSON.stringify(present) === JSON.stringify(session)) return 'same';
  return mayReplace(present, session) ? 'replaces' : 'stays';
};

/** What importing a plan does to the one that is there: of two, the later one is valid. */
const effectOnPlan = (present: TrainingPlan | undefined, plan: TrainingPlan): ImportEffect => {
  if (!present) return 'adds';
  if (JSON.stringify(present) === JSON.stringify(plan)) return 'same';
  return present.changedAt < plan.changedAt ? 'replaces' : 'stays';
};

const errorOf = (thrown: unknown): ImportRefusal => ({
  trouble: 'cut-off',
  session: undefined,
  at: '',
  reason: `The file cannot be read: ${String(thrown)}`,
});

/**
 * Reads a file session by session and returns what it changes. It merges by id: what is there and not in the file
 * stays. It rejects only with the signal's reason.
 */
export const readFile = async (file: Blob, setting: ImportSetting): Promise<ImportPreview> => {
  const { sha256, present, bring, plan: store, onProgress, signal } = setting;
  const entries: ImportEntry[] = [];
  const refusals: ImportRefusal[] = [];
  const ids = new Set<string>();
  let [refused, read] = [0, 0];
  let plan: ImportEffect | undefined;
  const refuse = (refusal: ImportRefusal): void => {
    refused += 1;
    if (refusals.length < namedRefusals) refusals.push(refusal);
  };
  const noteRead = (characters: number): void => {
    read += characters;
    onProgress?.(Math.min(1, read / Math.max(1, file.size)));
  };
  try {
    for await (const entry of readSessionsFile(file, sha256, noteRead)) {
      signal?.throwIfAborted();
      if ('trouble' in entry) {
        refuse(entry);
        continue;
      }
      if ('plan' in entry) {
        plan = effectOnPlan(store.read(), entry.plan);
        if (bring && (plan === 'adds' || plan === 'replaces')) store.write(entry.plan);
        continue;
      }
      const { session, number } = entry;
      const { id, routine, startedAt } = session;
      if (ids.has(id)) {
        refuse({ trouble: 'twice', session: number, at: 'id', reason: `The id ${id} comes twice.` });
        continue;
      }
      ids.add(id);
      const effect = effectOn(await present(id), session);
      const isChange = effect === 'adds' || effect === 'replaces';
      if (bring && isChange && !(await bring(session))) {
        refuse({ trouble: 'no-room', session: number, at: '', reason: 'It could not be stored on this device.' });
        break;
      }
      entries.push({ id, routine, startedAt, effect });
    }
  } catch (thrown) {
    signal?.throwIfAborted();
    refuse(errorOf(thrown));
  }
  return { ...(plan ? { plan } : {}), entries, refusals, refused };
};
