import { normalizePath } from 'vite';
import type { Plugin } from 'vite';
import { detectorModels } from '../../src/ports/detector-model.ts';
import { verifiedModelFiles } from './model-files.ts';

const id = 'virtual:movenet-weights';
const resolvedId = `\0${id}`;

const exported = (model: string, { topology, weights }: ReturnType<typeof verifiedModelFiles>): string => `
  import ${model}TopologyUrl from '${normalizePath(topology.path)}?url&no-inline';
  import ${model}WeightsUrl from '${normalizePath(weights.path)}?url&no-inline';
  export const ${model} = {
    topology: { url: ${model}TopologyUrl, bytes: ${topology.bytes}, sha256: '${topology.sha256}' },
    weights: { url: ${model}WeightsUrl, bytes: ${weights.bytes}, sha256: '${weights.sha256}' },
  };
`;

/**
 * Exposes the addresses, sizes and hashes of each MoveNet's files as `virtual:movenet-weights`: served from the package in
 * development, emitted with content-hashed names by the build; either fails where a file does not match its model card.
 */
export const movenetWeights = (): Plugin => {
  let root = process.cwd();
  return {
    name: 'limber:movenet-weights',
    configResolved: (config) => {
      root = config.root;
    },
    resolveId: (source) => (source === id ? resolvedId : undefined),
    load: (loaded) => {
      if (loaded !== resolvedId) return undefined;
      return detectorModels.map((model) => exported(model, verifiedModelFiles(root, model))).join('\n');
    },
  };
};
