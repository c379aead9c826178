import { normalizePath } from 'vite';
import type { Plugin } from 'vite';
import { verifiedModelFiles } from './model-files.ts';

const id = 'virtual:movenet-weights';
const resolvedId = `\0${id}`;

/**
 * Gives the code the addresses and sizes of MoveNet's files through `virtual:movenet-weights`: served from the package in
 * development, emitted with content-hashed names by the build; either fails where a file is not what the model card says.
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
      const { topology, weights } = verifiedModelFiles(root);
      return `
        import topologyUrl from '${normalizePath(topology.path)}?url&no-inline';
        import weightsUrl from '${normalizePath(weights.path)}?url&no-inline';
        export const topology = { url: topologyUrl, bytes: ${topology.bytes} };
        export const weights = { url: weightsUrl, bytes: ${weights.bytes} };
      `;
    },
  };
};
