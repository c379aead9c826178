import { savesData } from '../saves-data.ts';
import type { Persisted } from '../persisted.ts';
import { takeEarlyLink } from './early-link.ts';
import type { Runtime } from './protocol.ts';
import type { DetectorModel } from '../../ports/detector-model.ts';
import type { ModelProgress } from '../../ports/opening-progress.ts';
import { rememberRuntime } from './saved-runtime.ts';
import type { KnownRuntime } from './saved-runtime.ts';
import { ResilientDetector } from './resilient-detector.ts';
import { modelFiles, spawnWorker, workerCode } from './spawn-worker.ts';
import { isFastEnough, mayWebglBeFaster, shownBy } from './trial.ts';
import { isWebglTriedBeside, knownTime, usualRuntime } from './usual-runtime.ts';
import { openLink } from './worker-link.ts';
import type { LinkRequest, WorkerLink } from './worker-link.ts';
import type { Detector } from './detector.ts';

/** The options for opening a detector. */
export interface DetectorOptions {
  readonly onProgress?: (progress: ModelProgress) => void;
  /** Cancels the opening; once open, `close()` ends the detector. */
  readonly signal?: AbortSignal;
  /**
   * Whether WebGL is tried against wasm: where it may be faster (`auto`), always, or never; `chosen`: it is used wherever
   * it works.
   */
  readonly webglTrial?: 'auto' | 'always' | 'never' | 'chosen';
  /** The model; by default Lightning at first, and Thunder as soon as it is known to be fast enough on this device. */
  readonly model?: DetectorModel;
  /** Storage for the best runtime of this device; left out if nothing is stored, and unused if `model` is given. */
  readonly savedRuntime?: Persisted<KnownRuntime | undefined>;
  /** Creates a worker; tests pass another one. */
  readonly spawn?: () => Worker;
}

/**
 * Opens the detector with the best known runtime of this device; without one it opens on wasm, then tries what may be
 * better. Rejects with a `DetectorProblem` or the signal's reason.
 */
export const openDetector = async (options: DetectorOptions = {}): Promise<Detector> => {
  const { onProgress, signal, webglTrial = 'auto', model, spawn = spawnWorker } = options;
  const usual = usualRuntime(model);
  const savedRuntime = model === undefined ? options.savedRuntime : undefined;
  const known = savedRuntime?.read();
  const isWebglTried = (): boolean =>
    webglTrial === 'auto' ? isWebglTriedBeside(savedRuntime?.read()) : webglTrial !== 'never';
  const open = (runtime: Runtime, more: Pick<LinkRequest, 'onProgress' | 'signal'>): Promise<WorkerLink> =>
    openLink({
      ...runtime,
      files: modelFiles(runtime.model),
      spawn,
      code: workerCode,
      knownMs: () => knownTime(savedRuntime?.read(), runtime, isWebglTried()),
      // Any other runtime can fall back to the usual one, so one attempt is enough.
      retries: runtime === usual,
      ...more,
    });
  const remember = (found: KnownRuntime): void => {
    if (savedRuntime) rememberRuntime(savedRuntime, found);
  };
  const best = known && mayOpen(known, webglTrial) ? known : undefined;
  /** The first worker of all may have been started before this code arrived. */
  const openFirst = (runtime: Runtime): Promise<WorkerLink> =>
    (options.spawn ? undefined : takeEarlyLink({ ...runtime, onProgress, signal })) ??
    open(runtime, { onProgress, signal });
  const first = best && (await unlessUnfit(openFirst(best), signal));
  // What was known of that backend no longer holds.
  if (best && !first) savedRuntime?.write({ ...usual, backends: { ...best.backends, [best.backend]: undefined } });
  const link = first ?? (await openFirst(usual));
  remember({ model: link.model, backend: link.backend, backends: shownBy(link) });
  return new ResilientDetector(link, {
    open,
    usual,
    isWebglTried: isWebglTried(),
    isWebglChosen: webglTrial === 'chosen',
    isThunderTried: model === undefined && (first && known?.isThunderTooSlow) !== true && !savesData(),
    remember,
  });
};

/** Whether the best known runtime is the one to begin with, by what is known and whether WebGL is to be used. */
const mayOpen = (
  { backend, backends = {} }: KnownRuntime,
  webglTrial: NonNullable<DetectorOptions['webglTrial']>,
): boolean => {
  if (backend === 'webgl') return webglTrial === 'chosen' || (webglTrial !== 'never' && mayWebglBeFaster(backends));
  // Where WebGL is chosen and may work, it is tried with Lightning first.
  return webglTrial !== 'chosen' || (backends.webgl !== undefined && 'fault' in backends.webgl);
};

/** Resolves to the link, or to `undefined` if it does not open or is no longer fast enough. */
const unlessUnfit = async (
  opening: Promise<WorkerLink>,
  signal: AbortSignal | undefined,
): Promise<WorkerLink | undefined> => {
  try {
    const link = await opening;
    if (isFastEnough(link)) return link;
    link.close();
  } catch {
    signal?.throwIfAborted();
  }
  return undefined;
};
