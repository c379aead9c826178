import * as v from 'valibot';
import { persistedUnder, type DeviceStorage, type Persisted } from '../persisted.ts';
import { backendFaults, backendNames } from '../../ports/backend.ts';
import { detectorModels } from '../../ports/detector-model.ts';

const knownBackendSchema = v.optional(
  v.union([
    v.object({ medianMs: v.number(), isSimd: v.optional(v.boolean()) }),
    v.object({ fault: v.picklist(backendFaults) }),
  ]),
);

const runtimeSchema = v.object({
  model: v.picklist(detectorModels),
  backend: v.picklist(backendNames),
  /** Thunder was tried or used on this device and was too slow: it need not be fetched again. */
  isThunderTooSlow: v.optional(v.boolean()),
  /** What is known of each backend, also of the one that is not the best. */
  backends: v.optional(v.object({ wasm: knownBackendSchema, webgl: knownBackendSchema })),
});

/** The best runtime found on this device, and what is known of the others. */
export type KnownRuntime = Readonly<v.InferOutput<typeof runtimeSchema>>;

/** `app`: the version of the app that found the runtime; older versions stored none. */
const persistedSchema = v.object({ version: v.literal(1), app: v.optional(v.string()), runtime: runtimeSchema });

/**
 * Stores the best runtime found on this device, so that the next session begins with it; `undefined`: nothing is known.
 * What another version of the app has found is not trusted: `read` returns `undefined`, and everything is tried again.
 */
export const createSavedRuntime = (
  app: string,
  openStorage?: () => DeviceStorage,
): Persisted<KnownRuntime | undefined> => {
  const persisted = persistedUnder('limber.detector', (written) => written, openStorage);
  return {
    read: () => {
      const { success, output } = v.safeParse(persistedSchema, persisted.read());
      return success && output.app === app ? output.runtime : undefined;
    },
    write: (runtime) => persisted.write(runtime && { version: 1, app, runtime }),
  };
};

/** Stores a runtime as the best one; what was known of the backends, and of this very runtime, is kept. */
export const rememberRuntime = (saved: Persisted<KnownRuntime | undefined>, found: KnownRuntime): void => {
  const before = saved.read();
  const isSame = before?.model === found.model && before.backend === found.backend;
  saved.write({
    ...(isSame ? before : {}),
    ...found,
    backends: { ...before?.backends, ...found.backends },
  });
};
