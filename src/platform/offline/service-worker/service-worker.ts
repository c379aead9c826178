/**
 * The service worker: it stores one version of the app at a time, whole, and serves it with the security headers. It
 * becomes active only when no page uses the version before, or when the user asks.
 */
import type { FromServiceWorker, OfflineBuild, OfflineFile, ToServiceWorker } from '../protocol.ts';
import { createKeptFiles } from './kept-files.ts';
import { securedBy } from './secured.ts';
import { createShell } from './shell.ts';

/** Written by the build in front of this code. */
declare const limberBuild: OfflineBuild;

// The type declarations of workers do not know which kind of worker this is.
const worker = globalThis as unknown as ServiceWorkerGlobalScope;

const { scope } = worker.registration;
const secured = securedBy(limberBuild);
const shell = createShell(limberBuild, scope, secured);
const kept = createKeptFiles(limberBuild, scope, secured);
const fileAt = new Map(limberBuild.files.map((file) => [file.path, file]));

/** A large file: the stored copy, unless the page asks past the caches because it found that one wrong. */
const largeFile = async (event: FetchEvent, file: OfflineFile): Promise<Response> => {
  const { request } = event;
  const stored = request.cache === 'reload' ? undefined : await kept.match(file);
  if (stored) return stored;
  const response = await fetch(request);
  // Without space, the file is fetched again next time.
  if (response.ok) event.waitUntil(kept.keepResponse(file, response.clone()).catch(() => undefined));
  return response;
};

const responseTo = async (event: FetchEvent, path: string): Promise<Response> => {
  const file = fileAt.get(path);
  if (file && file.role !== 'shell') return largeFile(event, file);
  const stored = file ? await shell.match(path) : await shell.matchAny(path);
  return stored ?? fetch(event.request);
};

/** Whether a path is code, whose name contains a hash of its content. */
const isAsset = (path: string): boolean => path.startsWith('assets/');

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== worker.location.origin) {
    // The policy blocks these as well; on a host without headers it does not reach a worker that started earlier.
    event.respondWith(Response.error());
    return;
  }
  const { pathname: folder } = new URL(scope);
  if (request.method !== 'GET' || !pathname.startsWith(folder)) return;
  const below = pathname.slice(folder.length);
  const path = below === 'index.html' ? '' : below;
  if (fileAt.has(path) || isAsset(path)) event.respondWith(responseTo(event, path).then(secured));
});

worker.addEventListener('install', (event) => {
  const install = async (): Promise<void> => {
    await shell.install();
    // A device that works offline still does with the new version.
    if (worker.registration.active && !(await kept.isEmpty())) await kept.keepAll();
  };
  event.waitUntil(install());
});

/** Deletes what no page uses any more. */
const tidy = async (): Promise<void> => {
  const { waiting, installing } = worker.registration;
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (waiting || installing || pages.filter(({ url }) => url.startsWith(scope)).length > 1) return;
  await shell.dropOthers();
  await kept.prune();
};

worker.addEventListener('activate', (event) => {
  event.waitUntil(tidy().then(() => worker.clients.claim()));
});

const keep = async (message: Extract<ToServiceWorker, { type: 'keep' }>): Promise<FromServiceWorker> => {
  await worker.clients.claim();
  await tidy();
  // A page of another version is not the one that is stored.
  const isOfThisVersion = fileAt.has(message.entry.replace(scope, ''));
  if (message.fetches) await kept.keepAll().catch((reason: unknown) => console.warn('Not stored for offline:', reason));
  return { isComplete: isOfThisVersion && (await shell.isComplete()) && (await kept.isComplete()) };
};

worker.addEventListener('message', (event) => {
  const message = event.data as ToServiceWorker;
  if (message.type === 'activate') event.waitUntil(worker.skipWaiting());
  if (message.type === 'keep') event.waitUntil(keep(message).then((response) => event.ports[0]?.postMessage(response)));
});
