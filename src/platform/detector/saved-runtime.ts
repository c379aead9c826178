import * as v from 'valibot';
import { persistedUnder, type DeviceStorage, type Persisted } from '../persisted.ts';
import { modelNames } from './protocol.ts';

const runtimeSchema = v.object({
  model: v.picklist(modelNames),
  backend: v.picklist(['wasm', 'webgl']),
  /** Thunder was tried here, or used, and did not keep pace: it need not be fetched again. */
  isThunderTooSlow: v.optional(v.boolean()),
});

/** What was found to run best on this device. */
export type KnownRuntime = Readonly<v.InferOutput<typeof runtimeSchema>>;

const persistedSchema = v.object({ version: v.literal(1), runtime: runtimeSchema });

const readPersisted = (written: unknown): KnownRuntime | undefined => {
  const result = v.safeParse(persistedSchema, written);
  return result.success ? result.output.runtime : undefined;
};

/** Keeps what was found to run best on this device, so that the next time begins with it; `undefined`: nothing is known. */
export const createSavedRuntime = (openStorage?: () => DeviceStorage): Persisted<KnownRuntime | undefined> => {
  const persisted = persistedUnder('limber.detector', (written) => written, openStorage);
  return {
    read: () => readPersisted(persisted.read()),
    write: (runtime) => persisted.write(runtime && { version: 1, runtime }),
  };
};
