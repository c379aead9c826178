import type { ModelProgress } from '../../ports/opening-progress.ts';
import type { Runtime } from './protocol.ts';
import { openLink, type LinkRequest, type WorkerLink } from './worker-link.ts';

/** A worker that is started before the code that will use it has arrived. */
interface EarlyLink extends Runtime {
  readonly opening: Promise<WorkerLink>;
  readonly ending: AbortController;
  progress: ModelProgress | undefined;
  onProgress: ((progress: ModelProgress) => void) | undefined;
}

/** How long an early worker waits to be taken, ms: long enough for code on a slow connection. */
const keptMs = 60_000;

let early: EarlyLink | undefined;

const drop = (dropped: EarlyLink): void => {
  if (early === dropped) early = undefined;
};

/** Starts a worker early; it is closed if `takeEarlyLink` has not taken it within a minute. One that fails is forgotten. */
export const startEarlyLink = (request: Omit<LinkRequest, 'onProgress' | 'signal'>): void => {
  const ending = new AbortController();
  const shared: Pick<EarlyLink, 'progress' | 'onProgress'> = { progress: undefined, onProgress: undefined };
  const onProgress = (progress: ModelProgress): void => {
    shared.progress = progress;
    shared.onProgress?.(progress);
  };
  const { model, backend } = request;
  const opening = openLink({ ...request, onProgress, signal: ending.signal });
  const started: EarlyLink = Object.assign(shared, { model, backend, opening, ending });
  early = started;
  opening.catch(() => drop(started));
  setTimeout(() => closeUntaken(started), keptMs);
};

const closeUntaken = (untaken: EarlyLink): void => {
  if (early !== untaken) return;
  early = undefined;
  close(untaken, 'The early worker was not used.');
};

const close = ({ opening, ending }: EarlyLink, why: unknown): void => {
  ending.abort(why);
  opening.then(
    (link) => link.close(),
    () => undefined,
  );
};

/**
 * Takes the early worker over, once: its link, which opens as that of `openLink` does. Returns `undefined` if there is none; one
 * with another runtime is closed.
 */
export const takeEarlyLink = ({
  model,
  backend,
  onProgress,
  signal,
}: Pick<LinkRequest, keyof Runtime | 'onProgress' | 'signal'>): Promise<WorkerLink> | undefined => {
  const taken = early;
  early = undefined;
  if (!taken) return undefined;
  if (taken.model !== model || taken.backend !== backend) {
    close(taken, 'Another runtime is opened.');
    return undefined;
  }
  taken.onProgress = onProgress;
  if (taken.progress) onProgress?.(taken.progress);
  if (!signal) return taken.opening;
  const onAbort = (): void => close(taken, signal.reason);
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  return taken.opening
    .then((link) => {
      signal.throwIfAborted();
      return link;
    })
    .finally(() => signal.removeEventListener('abort', onAbort));
};
