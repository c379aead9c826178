import { openRecordStore } from './platform/history/database.ts';
import { forgetChoices } from './platform/history/forget-choices.ts';
import { createOtherTabs } from './platform/history/other-tabs.ts';
import { packing } from './platform/history/packing.ts';
import { persistence } from './platform/history/persistence.ts';
import { createProgressStore } from './platform/history/progress-store.ts';
import { sha256 } from './platform/history/sha256.ts';
import type { DeviceStorage } from './platform/persisted.ts';
import { leftSession } from './session/guide/left-session.ts';
import { readProgress } from './session/guide/read-progress.ts';
import { DeviceHistory, type HistorySetting } from './session/history/device-history.ts';
import { DeviceRecordings } from './session/history/device-recordings.ts';

/**
 * Wires what is kept of sessions and of movements; `openStorage` opens the storage of earlier versions, `choices` are stored
 * beside it. Its code is fetched on first use.
 */
export const createRecords = (openStorage: () => DeviceStorage, choices: Pick<HistorySetting, 'plan' | 'ranges'>) => {
  const store = openRecordStore();
  const otherTabs = createOtherTabs();
  const history = new DeviceHistory({
    ...choices,
    store,
    sha256,
    now: () => Date.now(),
    persistence,
    forgetChoices,
    otherTabs,
  });
  const unfinished = createProgressStore(
    { readProgress, leftSession, adopt: (session, besides) => history.adopt(session, besides) },
    { store, openStorage, otherTabs },
  );
  const recordings = new DeviceRecordings({ store, packing, now: () => Date.now(), otherTabs });
  return { history, unfinished, recordings };
};
