import * as v from 'valibot';
import { persistedUnder, type DeviceStorage, type Persisted } from '../persisted.ts';
import { detectorModels } from '../../ports/detector-model.ts';

const runtimeSchema = v.object({
  model: v.picklist(detectorModels),
  backend: v.picklist(['wasm', 'webgl']),
  /** Thunder was tried or used on this device and was too slow: it need not be fetched again. */
  isThunderTooSlow: v.optional(v.boolean()),
});

/** The best runtime found on this device. */
export type KnownRuntime = Readonly<v.InferOutput<typeof runtimeSchema>>;

const persistedSchema = v.object({ version: v.literal(1), runtime: runtimeSchema });

const readPersisted = (written: unknown): KnownRuntime | undefined => {
  const result = v.safeParse(persistedSchema, written);
  return result.success ? result.output.runtime : undefined;
};

/**
 * Stores the best runtime found on this device, so that the next session begins with it; `undefined`: nothing is known.
 */
export const createSavedRuntime = (openStorage?: () => DeviceStorage): Persisted<KnownRuntime | undefined> => {
  const persisted = persistedUnder('limber.detector', (written) => written, openStorage);
  return {
    read: () => readPersisted(persisted.read()),
    write: (runtime) => persisted.write(runtime && { version: 1, runtime }),
  };
};
