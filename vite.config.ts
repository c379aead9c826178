import { defineConfig } from 'vite';
import { assemblyScript } from './scripts/vite/assembly-script.ts';
import { contentSecurity } from './scripts/vite/content-security.ts';
import { earlyStart } from './scripts/vite/early-start.ts';
import { movenetWeights } from './scripts/vite/movenet-weights.ts';
import { privacyPage } from './scripts/vite/privacy-page.ts';
import { serviceWorker } from './scripts/vite/service-worker.ts';
import { startUpCheck } from './scripts/vite/start-up-check.ts';
import { webManifest } from './scripts/vite/web-manifest.ts';

export default defineConfig({
  // Relative addresses, so that the built app runs under any path of any host.
  base: './',
  build: {
    target: 'es2022',
    // The policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Static hosts show `404.html` for a file that is missing; without one, some send the front page in its place.
    rolldownOptions: { input: ['index.html', '404.html'] },
    chunkSizeWarningLimit: 1200,
  },
  // As in the app's own code, without the licence that TensorFlow.js repeats in each of its files.
  worker: {
    format: 'es',
    rolldownOptions: { output: { comments: false } },
    plugins: () => [assemblyScript()],
  },
  optimizeDeps: {
    // Everything that is imported anywhere, found at the start: a package found later makes the page reload under a test.
    entries: ['index.html', 'src/**/*.ts', 'tests/browser/**/*.ts'],
  },
  plugins: [
    assemblyScript(),
    movenetWeights(),
    contentSecurity(),
    startUpCheck(),
    earlyStart(),
    webManifest(),
    privacyPage(),
    serviceWorker(),
  ],
});
