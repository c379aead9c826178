import * as models from 'virtual:movenet-weights';
// oxlint-disable-next-line import/default -- Vite makes it
import workerUrl from './worker/worker.ts?worker&url';
import type { DetectorModel } from '../../ports/detector-model.ts';
import { trustedScript } from '../trusted-script.ts';
import type { ModelFiles } from './protocol.ts';

/** The address of the worker's code. */
export const workerCode: string = workerUrl;

/** Creates the detector's worker. */
export const spawnWorker = (): Worker =>
  new Worker(trustedScript(workerUrl), { type: 'module', name: 'limber-detector' });

/** A model's files with absolute addresses: a worker resolves relative ones against its own address. */
export const modelFiles = (model: DetectorModel): ModelFiles => {
  const { topology, weights } = models[model];
  return {
    topology: { ...topology, url: new URL(topology.url, document.baseURI).href },
    weights: { ...weights, url: new URL(weights.url, document.baseURI).href },
  };
};
