import { isWebglWorthATrial } from '../graphics.ts';
import { savesData } from '../saves-data.ts';
import type { Runtime } from './protocol.ts';
import type { KnownRuntime } from './saved-runtime.ts';
import { isFarFromThunder, mayWebglBeFaster } from './trial.ts';

/** The runtime that works everywhere: Lightning on wasm. Some modes for higher security have no WebAssembly. */
export const usualRuntime = (model: Runtime['model'] = 'lightning'): Runtime => ({
  model,
  backend: 'WebAssembly' in globalThis ? 'wasm' : 'webgl',
});

/** Whether WebGL is timed beside wasm where the user has chosen neither. */
export const isWebglTriedBeside = (known: KnownRuntime | undefined): boolean =>
  mayWebglBeFaster(known?.backends ?? {}) && isWebglWorthATrial();

/**
 * The median time of a warm-up frame of Lightning on wasm, ms, if it is known and no trial depends on it: then it need not
 * be measured again. `isWebglTried`: whether WebGL will be timed beside it.
 */
export const knownTime = (
  known: KnownRuntime | undefined,
  { model, backend }: Runtime,
  isWebglTried: boolean,
): number | undefined => {
  const shown = known?.backends?.wasm;
  if (isWebglTried || model !== 'lightning' || backend !== 'wasm' || !shown || 'fault' in shown) return undefined;
  const isThunderOut = known?.isThunderTooSlow === true || savesData() || isFarFromThunder(shown.medianMs);
  return isThunderOut ? shown.medianMs : undefined;
};
