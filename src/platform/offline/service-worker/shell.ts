import type { OfflineBuild } from '../protocol.ts';
import { fetchVerified } from './fetch-verified.ts';
import type { Secure } from './secured.ts';

/** The stored code and pages of the app: one cache for each version, complete or not there at all. */
export interface Shell {
  /** Stores this version; rejects, and leaves nothing, if one file cannot be fetched as it was built. */
  install(): Promise<void>;
  /** A file of this version. */
  match(path: string): Promise<Response | undefined>;
  /** A file of any stored version, for a page that an older version has opened. */
  matchAny(path: string): Promise<Response | undefined>;
  isComplete(): Promise<boolean>;
  /** Deletes every other version. */
  dropOthers(): Promise<void>;
}

/** The shell of a version in a folder (`scope`, an absolute address that ends with a slash); stored as `secured` returns it. */
export const createShell = ({ version, files }: OfflineBuild, scope: string, secured: Secure): Shell => {
  const prefix = `limber ${scope} shell `;
  const name = prefix + version;
  const shell = files.filter(({ role }) => role === 'shell');
  const addressOf = (path: string): string => scope + path;
  const match = (path: string): Promise<Response | undefined> =>
    caches.match(addressOf(path), { cacheName: name, ignoreVary: true });
  const others = async (): Promise<readonly string[]> =>
    (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== name);
  const isComplete = async (): Promise<boolean> => {
    if (!(await caches.has(name))) return false;
    const stored = await Promise.all(shell.map(({ path }) => match(path)));
    return stored.every((response) => response !== undefined);
  };
  return {
    match,
    isComplete,
    install: async () => {
      // A version that is published again may be the one in use.
      if (await isComplete()) return;
      const cache = await caches.open(name);
      const storing = shell.map(async (file) => {
        const address = addressOf(file.path);
        await cache.put(address, secured(await fetchVerified(address, file)));
      });
      const results = await Promise.allSettled(storing);
      const failed = results.find(({ status }) => status === 'rejected');
      if (failed === undefined) return;
      await caches.delete(name);
      throw new Error(`Version ${version} could not be stored.`, { cause: failed });
    },
    matchAny: async (path) => {
      for (const cacheName of [name, ...(await others())]) {
        const found = await caches.match(addressOf(path), { cacheName, ignoreVary: true });
        if (found) return found;
      }
      return undefined;
    },
    dropOthers: async () => {
      await Promise.all((await others()).map((key) => caches.delete(key)));
    },
  };
};
