import { startEarlyLink } from './early-link.ts';
import type { KnownRuntime } from './saved-runtime.ts';
import { modelFiles, spawnWorker, workerCode } from './spawn-worker.ts';
import { isWebglTriedBeside, knownTime, usualRuntime } from './usual-runtime.ts';

/**
 * Starts the worker that a session is likely to begin with, unless another runtime is known to be better on this device;
 * `openDetector` takes it over.
 */
export const startEarlyDetector = (known: KnownRuntime | undefined): void => {
  const usual = usualRuntime();
  if (known && (known.model !== usual.model || known.backend !== usual.backend)) return;
  startEarlyLink({
    ...usual,
    files: modelFiles(usual.model),
    spawn: spawnWorker,
    code: workerCode,
    retries: true,
    knownMs: () => knownTime(known, usual, isWebglTriedBeside(known)),
  });
};
