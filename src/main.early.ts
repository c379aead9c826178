/**
 * Looks at the address before the app's own code has arrived, and starts a session if it is one. The build loads it in front
 * of the app's code. Without it everything starts as the app asks for it.
 */

/** Whether an address is that of a session, roughly: a wrong guess only starts what nothing uses. */
const isSession = /^#\/*(?:train|routine)\/+[^/]/i.test(location.hash);

// A page that opens in the background waits until it is seen. The app asks for the same code, and reports a failure.
if (isSession && document.visibilityState === 'visible') import('./main.ahead.ts').catch(() => undefined);
