import { startUp } from '../../../src/texts/en/start-up.ts';
import type { Fault } from '../fault.ts';
import { proven } from '../proven.ts';

const test = 'e2e/start-up.test.ts';

/** Faults of browsers that cannot run the app, or a part of it. */
export const startUpFaults: readonly Fault[] = [
  {
    id: 'browser-too-old',
    kind: 'start-up',
    fault: 'The browser lacks what the app is built on',
    how: 'Chromium without modules, workers, OffscreenCanvas, ImageBitmap, or both WebAssembly and WebGL',
    sees: startUp.missing.title,
    proof: proven(test, 'names what is missing (%s) and what works instead, and offers nothing'),
  },
  {
    id: 'no-webassembly',
    kind: 'start-up',
    fault: 'The browser has no WebAssembly',
    how: 'Chromium without a just-in-time compiler (`--jitless`); WebGL judges',
    sees: undefined,
    proof: proven('slow/where-it-runs.test.ts', 'without WebAssembly judges with WebGL'),
  },
  {
    id: 'no-figure-offered',
    kind: 'start-up',
    fault: 'The browser has no WebGL',
    how: 'Chromium without 3D; no figure is offered, and the camera trains',
    sees: undefined,
    proof: proven(test, 'without WebGL is offered no figure, and trains with the camera'),
  },
  {
    id: 'code-is-html',
    kind: 'start-up',
    fault: 'The app’s code is a web page, missing, damaged or too new for the browser',
    how: 'The host answers with HTML or other code, with a header that lets browsers keep it; "Try again"',
    sees: startUp.failed.arrived.title,
    proof: proven(test, '%s: the page says so, and "Try again" fetches past the cache', '10 s'),
  },
];
