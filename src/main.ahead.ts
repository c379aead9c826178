/** What a session needs and what takes longest: the detector's worker, and the session's code. */
import { version } from '../package.json';
import { startEarlyDetector } from './platform/detector/early-detector.ts';
import { createSavedRuntime } from './platform/detector/saved-runtime.ts';

startEarlyDetector(createSavedRuntime(version).read());
for (const load of [
  () => import('./main.sources.ts'),
  () => import('./main.records.ts'),
  () => import('./ui/screens/session-screen.ts'),
])
  // The app asks for it as well, and reports a failure.
  load().catch(() => undefined);
