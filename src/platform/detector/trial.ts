import type { BackendFault, KnownBackends } from '../../ports/backend.ts';
import { WrongResults } from './detector-problem.ts';
import type { Runtime } from './protocol.ts';
import type { DetectorModel } from '../../ports/detector-model.ts';
import type { WorkerLink } from './worker-link.ts';

/**
 * The result of a trial of another runtime: it was skipped, it failed for a reason, the current one is kept, or the
 * other one takes over. Times are medians of a warm-up frame, ms.
 */
export type Trial =
  | { readonly outcome: 'skipped' }
  | { readonly outcome: 'failed'; readonly why: string; readonly fault: BackendFault }
  | { readonly outcome: 'kept' | 'took'; readonly usedMs: number; readonly triedMs: number };

/** The trials of a detector: of WebGL against wasm, then of Thunder against Lightning. */
export interface Trials {
  readonly webgl: Trial;
  readonly thunder: Trial;
}

/** A skipped trial. */
export const skipped: Trial = { outcome: 'skipped' };

/** The longest time that a frame of Thunder may take, ms: it is useful from twenty frames per second on. */
const thunderLimitMs = 50;

/**
 * Thunder's time over Lightning's: on GPUs 1.06-2.8, here the lowest (tfjs-models, README of MoveNet, frames per second
 * on four machines); on one thread of wasm 3.5 (20 and 70 ms on an AMD EPYC).
 */
const thunderCost = { webgl: 1.06, wasm: 3.5 } as const;

/**
 * Whether a trial of WebGL may show it to be faster than wasm, by what is known of this device: not after wrong results,
 * nor where wasm was as fast. What did not start may start another time.
 */
export const mayWebglBeFaster = ({ wasm, webgl }: KnownBackends): boolean => {
  if (webgl === undefined) return true;
  if ('fault' in webgl) return webgl.fault === 'failed';
  return wasm === undefined || 'fault' in wasm || webgl.medianMs < wasm.medianMs;
};

/** What a link shows of its backend; backends are compared by the time of Lightning. */
export const shownBy = ({
  model,
  backend,
  medianMs,
  isSimd,
}: Pick<WorkerLink, keyof Runtime | 'medianMs' | 'isSimd'>): KnownBackends => {
  if (model !== 'lightning') return {};
  return backend === 'wasm' ? { wasm: { medianMs, isSimd } } : { webgl: { medianMs } };
};

/** What a trial that ended without another link shows of the backend that was tried. */
export const shownByTrial = (trial: Trial, { model, backend }: Runtime): KnownBackends => {
  if (trial.outcome === 'failed') return { [backend]: { fault: trial.fault } };
  return trial.outcome === 'kept' ? shownBy({ model, backend, medianMs: trial.triedMs }) : {};
};

/** Whether a link is fast enough for its model. */
export const isFastEnough = ({ model, medianMs }: Pick<WorkerLink, 'model' | 'medianMs'>): boolean =>
  model === 'lightning' || medianMs <= thunderLimitMs;

/** Whether Thunder may be fast enough, given Lightning's time, so that its 12.5 MB are not fetched in vain. */
export const mayRunThunder = ({ model, backend, medianMs }: Pick<WorkerLink, keyof Runtime | 'medianMs'>): boolean =>
  model === 'lightning' && medianMs * thunderCost[backend] <= thunderLimitMs;

/**
 * Whether Lightning on wasm is so slow that Thunder is out of the question, ms: the time was perhaps measured while the
 * device was busy with something else.
 */
export const isFarFromThunder = (medianMs: number): boolean => medianMs * thunderCost.wasm > 1.5 * thunderLimitMs;

/** The pace of a model in use: the mean time of its last frames, ms, over about thirty of them. */
export const paceOf = (model: DetectorModel) => {
  let mean: number | undefined;
  return {
    took(ms: number): void {
      mean = mean === undefined ? ms : mean + (ms - mean) / 30;
    },
    /** Thunder at less than twelve frames per second, the rate of the test films. */
    isTooSlow: (): boolean => model === 'thunder' && (mean ?? 0) > 80,
  };
};

/** Compares another link with the one in use, and closes it if it is not better. Never rejects. */
export const tried = async (
  opening: Promise<WorkerLink>,
  used: WorkerLink,
  isBetter: (tried: WorkerLink) => boolean,
): Promise<readonly [trial: Trial, better?: WorkerLink]> => {
  try {
    const link = await opening;
    const times = { usedMs: used.medianMs, triedMs: link.medianMs };
    if (isBetter(link)) return [{ outcome: 'took', ...times }, link];
    link.close();
    return [{ outcome: 'kept', ...times }];
  } catch (error) {
    return [{ outcome: 'failed', why: String(error), fault: error instanceof WrongResults ? 'wrong' : 'failed' }];
  }
};
