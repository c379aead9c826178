import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { configDefaults, defineConfig } from 'vitest/config';
import { installedBrowser } from './scripts/find-browser.ts';
import viteConfig from './vite.config.ts';

const browser = installedBrowser();

/** What headless Chromium needs: a fake camera that is allowed, and WebGL without a graphics card. */
const browserArgs = [
  '--no-sandbox',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

export default defineConfig({
  ...viteConfig,
  test: {
    // `npm run test:coverage` fails below these floors; measuring takes as long again as half of the unit tests.
    coverage: {
      provider: 'v8',
      include: ['src/engine/**/*.ts', 'src/session/**/*.ts'],
      reporter: ['text-summary'],
      reportsDirectory: '.cache/coverage',
      // Floors just below what the unit tests reach: in the session the sources that need a browser are left to other tests.
      thresholds: {
        'src/engine/**': { statements: 98, branches: 92, functions: 98, lines: 98 },
        'src/session/**': { statements: 84, branches: 84, functions: 85, lines: 85 },
      },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // Vitest would leave one of two cores idle.
          maxWorkers: availableParallelism(),
          // One process for many files: the modules of the engine are read once, not a hundred times.
          isolate: false,
          unstubGlobals: true,
          // Generous: a test is not wrong because the machine is busy.
          testTimeout: 60_000,
          include: ['tests/**/*.test.ts'],
          exclude: [
            ...configDefaults.exclude,
            'tests/browser/**',
            'tests/e2e/**',
            'tests/slow/**',
            'tests/films/**',
            'tests/faults/**',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'long',
          environment: 'node',
          maxWorkers: availableParallelism(),
          isolate: false,
          // Forty times the random performances of the unit tests (tests/scenarios/runs.ts).
          env: { RUNS: '200' },
          testTimeout: 1_800_000,
          include: ['tests/scenarios/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
            provider: playwright({
              launchOptions: { ...(browser === undefined ? {} : { executablePath: browser }), args: browserArgs },
              contextOptions: { permissions: ['camera'] },
            }),
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'films',
          environment: 'node',
          include: ['tests/films/**/*.test.ts'],
          globalSetup: ['tests/e2e/built-app.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          environment: 'node',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: ['tests/e2e/built-app.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/e2e/built-app.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'slow',
          environment: 'node',
          include: ['tests/slow/**/*.test.ts'],
          globalSetup: ['tests/e2e/built-app.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
