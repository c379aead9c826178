import type { OfflineBuild, OfflineFile } from '../protocol.ts';
import { fetchVerified, integrityOf } from './fetch-verified.ts';
import type { Secure } from './secured.ts';

/** The stored large files: one cache for all versions, keyed by content, so that a new version fetches none again. */
export interface KeptFiles {
  match(file: OfflineFile): Promise<Response | undefined>;
  /** Fetches what the app needs offline and is missing; rejects if it cannot be fetched or stored. */
  keepAll(): Promise<void>;
  isEmpty(): Promise<boolean>;
  isComplete(): Promise<boolean>;
  /** Stores a response that a page has requested, if its content is the file's. */
  keepResponse(file: OfflineFile, response: Response): Promise<void>;
  /** Deletes what this version does not use. */
  prune(): Promise<void>;
}

/** The large files of a version in a folder (`scope`, an absolute address that ends with a slash); stored as `secured` returns them. */
export const createKeptFiles = ({ files }: OfflineBuild, scope: string, secured: Secure): KeptFiles => {
  const kept = files.filter(({ role }) => role !== 'shell');
  const needed = kept.filter(({ role }) => role === 'large');
  const keyOf = ({ integrity }: OfflineFile): string => `${scope}kept/${encodeURIComponent(integrity)}`;
  const open = (): Promise<Cache> => caches.open(`limber ${scope} kept`);
  const match = async (file: OfflineFile): Promise<Response | undefined> => (await open()).match(keyOf(file));
  const missing = async (): Promise<readonly OfflineFile[]> => {
    const cache = await open();
    const stored = await Promise.all(needed.map(async (file) => ({ file, found: await cache.match(keyOf(file)) })));
    return stored.filter(({ found }) => found === undefined).map(({ file }) => file);
  };
  return {
    match,
    keepAll: async () => {
      const cache = await open();
      for (const file of await missing())
        await cache.put(keyOf(file), secured(await fetchVerified(scope + file.path, file)));
    },
    isEmpty: async () => (await (await open()).keys()).length === 0,
    isComplete: async () => (await missing()).length === 0,
    keepResponse: async (file, response) => {
      const content = await response.arrayBuffer();
      if ((await integrityOf(content)) !== file.integrity) return;
      const type = response.headers.get('Content-Type') ?? 'application/octet-stream';
      await (await open()).put(keyOf(file), secured(new Response(content, { headers: { 'Content-Type': type } })));
    },
    prune: async () => {
      const cache = await open();
      const used = new Set(kept.map(keyOf));
      const unused = (await cache.keys()).filter(({ url }) => !used.has(url));
      await Promise.all(unused.map((request) => cache.delete(request)));
    },
  };
};
