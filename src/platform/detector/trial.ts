import type { ModelName, Runtime } from './protocol.ts';
import type { WorkerLink } from './worker-link.ts';

/** How the trial of another runtime ended: it was left out, or why it failed, or what stays or takes over. Times are medians of a warm-up frame, ms. */
export type Trial =
  | { readonly outcome: 'skipped' }
  | { readonly outcome: 'failed'; readonly why: string }
  | { readonly outcome: 'kept' | 'took'; readonly usedMs: number; readonly triedMs: number };

/** The trials of a detector: of WebGL beside wasm, then of Thunder beside Lightning. */
export interface Trials {
  readonly webgl: Trial;
  readonly thunder: Trial;
}

/** A trial that was left out. */
export const skipped: Trial = { outcome: 'skipped' };

/** Thunder is worth having from twenty frames a second on: the longest that one of its frames may take, ms. */
const thunderLimitMs = 50;

/**
 * Thunder's time over Lightning's: on graphics cards 1.06-2.8, here the least (tfjs-models, README of MoveNet, frames a second on four
 * machines); on one thread of wasm 3.5 (20 and 70 ms on an AMD EPYC).
 */
const thunderCost = { webgl: 1.06, wasm: 3.5 } as const;

/** Whether a link is as fast as its model has to be. */
export const isFastEnough = ({ model, medianMs }: Pick<WorkerLink, 'model' | 'medianMs'>): boolean =>
  model === 'lightning' || medianMs <= thunderLimitMs;

/** Whether Thunder may be fast enough where Lightning is this fast, so that its 12.5 MB are not fetched in vain. */
export const mayRunThunder = ({ model, backend, medianMs }: Pick<WorkerLink, keyof Runtime | 'medianMs'>): boolean =>
  model === 'lightning' && medianMs * thunderCost[backend] <= thunderLimitMs;

/** How a model does in use: the mean time of its last frames, ms, over some thirty of them. */
export const paceOf = (model: ModelName) => {
  let mean: number | undefined;
  return {
    took(ms: number): void {
      mean = mean === undefined ? ms : mean + (ms - mean) / 30;
    },
    /** Thunder at less than twelve frames a second, which the films of the tests have. */
    isTooSlow: (): boolean => model === 'thunder' && (mean ?? 0) > 80,
  };
};

/** Compares another link with the one in use, and closes it where it is not better. Never rejects. */
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
    return [{ outcome: 'failed', why: String(error) }];
  }
};
