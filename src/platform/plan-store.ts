import { persistedUnder, type DeviceStorage } from './persisted.ts';

/**
 * Stores the training plan on this device; if the storage is full or blocked, in memory until the page is closed. `read`
 * parses a plan: one that it rejects is no plan, but a copy of it stays in the storage when it is replaced.
 */
export const createPlanStore = <Plan extends object>(
  read: (written: unknown) => Plan | undefined,
  openStorage?: () => DeviceStorage,
) =>
  persistedUnder<Plan | undefined>(
    'limber.plan',
    read,
    openStorage,
    // Nothing is written as null.
    (written) => written === null || read(written) !== undefined,
  );
