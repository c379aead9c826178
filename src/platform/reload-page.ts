import { wait } from '../async/wait.ts';
import { renewCode } from './load-code.ts';

/** How long a reload waits for the code to be fetched again, ms; a guess at what a user waits without a second press. */
const renewLimitMs = 5000;

/**
 * Loads the page again, with code that is fetched past the browser's cache: a response of a wrong type that the cache
 * keeps would fail the code again, and a page that has failed to load code may refuse it from then on.
 */
export const reloadPage = async (): Promise<void> => {
  await Promise.race([renewCode(), wait(renewLimitMs)]);
  location.reload();
};
