import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright';
import { createServer } from 'vite';
import { installedBrowser } from '../find-browser.ts';

/**
 * WebGL without a graphics card, with the page composited by the processor: with the emulated card, compositing takes
 * both cores (10 detected frames a second from the webcam instead of 26).
 */
export const quietSwitches: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu-compositing',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts the Chromium that the tests use; `extra` are further switches. */
export const launchBrowser = async (extra: readonly string[] = []): Promise<Browser> => {
  const executablePath = installedBrowser();
  return chromium.launch({ ...(executablePath ? { executablePath } : {}), args: [...quietSwitches, ...extra] });
};

/** Serves the sources to the studio's pages; files that change meanwhile do not disturb it. */
export const serveSources = async (): Promise<{ readonly url: string; readonly close: () => Promise<void> }> => {
  const server = await createServer({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
  });
  await server.listen();
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The studio could not be served.');
  return { url, close: () => server.close() };
};
