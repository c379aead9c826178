import * as v from 'valibot';
import { keptUnder, type DeviceStorage, type Kept } from '../kept.ts';
import type { Runtime } from './protocol.ts';

const keptSchema = v.object({
  version: v.literal(1),
  runtime: v.object({ model: v.picklist(['lightning', 'thunder']), backend: v.picklist(['wasm', 'webgl']) }),
});

const readKept = (written: unknown): Runtime | undefined => {
  const result = v.safeParse(keptSchema, written);
  return result.success ? result.output.runtime : undefined;
};

/** Keeps what was found to run best on this device, so that the next time begins with it; `undefined`: nothing is known. */
export const createRememberedRuntime = (openStorage?: () => DeviceStorage): Kept<Runtime | undefined> => {
  const kept = keptUnder('limber.detector', (written) => written, openStorage);
  return {
    read: () => readKept(kept.read()),
    write: (runtime) => kept.write(runtime && { version: 1, runtime }),
  };
};
