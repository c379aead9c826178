import * as models from 'virtual:movenet-weights';
import type { FrameSize } from '../../engine/pose/pose.ts';
import { isWebglWorthATrial } from '../graphics.ts';
import type { Persisted } from '../persisted.ts';
import type { ModelFiles, ModelName, Runtime } from './protocol.ts';
import type { KnownRuntime } from './saved-runtime.ts';
import { ResilientDetector } from './resilient-detector.ts';
import { isFastEnough } from './trial.ts';
import { openLink } from './worker-link.ts';
import type { DetectorProgress, LinkRequest, WorkerLink } from './worker-link.ts';
import type { Detector } from './detector.ts';

/** How to open a detector. */
export interface DetectorOptions {
  readonly onProgress?: (progress: DetectorProgress) => void;
  /** Cancels the opening; once open, `close()` ends the detector. */
  readonly signal?: AbortSignal;
  /** Whether WebGL is tried beside wasm: where it has a chance (`auto`), or in any case, or never. */
  readonly webglTrial?: 'auto' | 'always' | 'never';
  /** Which MoveNet; where nothing is said, Lightning at first and Thunder as soon as it is known to be fast enough here. */
  readonly model?: ModelName;
  /** What was found to run best here before; left out where nothing is to be remembered, and unused where a model is asked for. */
  readonly savedRuntime?: Persisted<KnownRuntime | undefined>;
  /** The size in pixels of the pictures to come. */
  readonly frame?: FrameSize;
  /** Makes a worker; a test hands in another one. */
  readonly spawn?: () => Worker;
}

const usualFrame: FrameSize = { width: 384, height: 288 };

/** Makes the detector's worker. */
export const spawnWorker = (): Worker =>
  new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module', name: 'limber-detector' });

/** A model's files with absolute addresses: a worker resolves relative ones against itself. */
export const modelFiles = (model: ModelName): ModelFiles => {
  const { topology, weights } = models[model];
  return {
    topology: { ...topology, url: new URL(topology.url, document.baseURI).href },
    weights: { ...weights, url: new URL(weights.url, document.baseURI).href },
  };
};

/** Whether the person asks for as little traffic as can be. */
const savesData = (): boolean => {
  const connection: unknown = 'connection' in navigator ? navigator.connection : undefined;
  return (
    typeof connection === 'object' && connection !== null && 'saveData' in connection && connection.saveData === true
  );
};

/**
 * Opens the detector with what ran best here before; else on wasm, and tries beside it what may be better. Rejects with a
 * `DetectorProblem` or the signal's reason.
 */
export const openDetector = async (options: DetectorOptions = {}): Promise<Detector> => {
  const { onProgress, signal, webglTrial = 'auto', model, frame = usualFrame, spawn = spawnWorker } = options;
  const usual: Runtime = { model: model ?? 'lightning', backend: 'wasm' };
  const savedRuntime = model === undefined ? options.savedRuntime : undefined;
  const known = savedRuntime?.read();
  const open = (runtime: Runtime, more: Pick<LinkRequest, 'onProgress' | 'signal'>): Promise<WorkerLink> =>
    openLink({
      ...runtime,
      files: modelFiles(runtime.model),
      warmUp: frame,
      spawn,
      // Of any other runtime there is the usual one to go back to.
      attempts: runtime === usual ? 2 : 1,
      ...more,
    });
  const first = known && (await unlessUnfit(open(known, { onProgress, signal }), signal));
  if (known && !first) savedRuntime?.write(undefined);
  return new ResilientDetector(first ?? (await open(usual, { onProgress, signal })), {
    open,
    usual,
    isWebglTried: webglTrial === 'always' || (webglTrial === 'auto' && isWebglWorthATrial()),
    isThunderTried: model === undefined && known?.isThunderTooSlow !== true && !savesData(),
    remember: (better) => savedRuntime?.write(better),
  });
};

/** A link that is being opened; `undefined` where it does not open, or is no longer as fast as it was. */
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
