/** Thrown when a part of the app's own code cannot be fetched; `kind` selects the text in the UI. */
export class CodeProblem extends Error {
  override readonly name = 'CodeProblem';
  readonly kind = 'code';
}

/**
 * Fetches all code that this page or worker has requested so far again, past the browser's cache, which keeps a wrong
 * response for as long as its headers allow. `more`: addresses that browsers do not list, as of a worker that did not
 * start. Never rejects.
 */
export const renewCode = async (more: readonly string[] = []): Promise<void> => {
  const requested = performance.getEntriesByType('resource').map(({ name }) => name);
  const own = requested.filter((name) => name.startsWith(`${location.origin}/`) && /\.(?:js|wasm)(?:\?|$)/.test(name));
  // The cache keeps only what was read to its end.
  const renew = async (address: string): Promise<void> =>
    void (await (await fetch(address, { cache: 'reload' })).arrayBuffer());
  await Promise.allSettled([...new Set([...own, ...more])].map(renew));
};

/**
 * Loads code that is fetched on first use, and once more past the browser's cache if that fails. Rejects with a
 * `CodeProblem`: a browser may refuse code that failed until the page is loaded again.
 */
export const loadCode = async <T>(load: () => Promise<T>): Promise<T> => {
  try {
    return await load();
  } catch {
    await renewCode();
  }
  try {
    return await load();
  } catch (error) {
    throw new CodeProblem('A part of the app could not be fetched.', { cause: error });
  }
};

/** Loads on first use, and once only; after a failure the next use loads again. */
export const onFirstUse = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let loaded: Promise<T> | undefined;
  return () => {
    if (loaded) return loaded;
    const loading = load();
    loading.catch(() => {
      loaded = undefined;
    });
    return (loaded = loading);
  };
};
