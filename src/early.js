/*
 * Looks at the address while the page's head is read, and loads `main.ahead.ts` if it is that of a session. It stands in the
 * page itself; its element names the addresses of that code and of what it imports. Without it everything starts as the app
 * asks for it.
 */
{
  const [ahead, ...imported] = (document.currentScript?.dataset.ahead ?? '').split(' ');
  // Roughly: a wrong guess only starts what nothing uses. A page that opens in the background waits until it is seen.
  if (/^#\/*(?:train|routine)\/+[^/]/i.test(location.hash) && document.visibilityState === 'visible') {
    for (const href of imported)
      document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
    // The app asks for the same code, and reports a failure.
    import(ahead).catch(() => undefined);
  }
}
