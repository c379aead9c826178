import { defineConfig } from 'vite';
import { contentSecurity } from './scripts/vite/content-security.ts';
import { movenetWeights } from './scripts/vite/movenet-weights.ts';

export default defineConfig({
  // Relative addresses, so that the built app runs under any path of any host.
  base: './',
  build: {
    target: 'es2022',
    // The policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
  worker: { format: 'es' },
  optimizeDeps: {
    // Named here because the worker is found only after the page has asked for it.
    include: [
      '@tensorflow/tfjs-core',
      '@tensorflow/tfjs-converter',
      '@tensorflow/tfjs-backend-wasm',
      '@tensorflow/tfjs-backend-webgl',
      '@tensorflow-models/pose-detection',
      'valibot',
    ],
  },
  plugins: [movenetWeights(), contentSecurity()],
});
