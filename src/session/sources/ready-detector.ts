import type { OpeningProgress } from '../../ports/opening-progress.ts';
import type { PageVisibility } from '../ports.ts';
import type { DetectorPort, SourcePorts } from './source-ports.ts';

type OpenDetector = SourcePorts['openDetector'];
type DetectorRequest = Parameters<OpenDetector>[0];

/** A detector that is opened before a session asks for it. */
export interface ReadyDetector {
  /**
   * Whether a session is about to start. If it is, a detector is opened unless one is ready; if not, the ready one is
   * closed after a minute. A session that opens its detector ends the expectation. Resolves when no detector is being
   * opened any more; never rejects.
   */
  readonly expectSession: (isExpected: boolean) => Promise<void>;
  /**
   * Opens a detector for a session: the ready one, or the one on its way, if no particular model is requested. One that
   * failed before is forgotten, and another is opened.
   */
  readonly open: OpenDetector;
}

/**
 * How long an unused detector is kept after the last screen that leads to a session, or while the page is hidden, ms:
 * enough to choose another exercise or to read a message, and its memory is not held for longer.
 */
const keptMs = 60_000;

/** A detector that is opened ahead. */
interface Attempt {
  readonly opening: Promise<DetectorPort>;
  /** Cancels the opening. */
  readonly ending: AbortController;
  /** What the user had chosen. */
  readonly choice: string;
  progress: OpeningProgress | undefined;
  /** The request of the session that waits for it. */
  request: DetectorRequest | undefined;
}

/**
 * Opens the detector ahead; at most one is ready. It is used once, and closed if it is not used. `choice` returns what the
 * user chose of it: one that was opened for another choice is not used.
 */
export const createReadyDetector = (
  openDetector: OpenDetector,
  sight: PageVisibility,
  choice: () => string = () => '',
): ReadyDetector => {
  let isExpected = false;
  let attempt: Attempt | undefined;
  let closing: ReturnType<typeof setTimeout> | undefined;

  const forget = (forgotten: Attempt): void => {
    if (attempt === forgotten) attempt = undefined;
  };

  const begin = (): Attempt => {
    const ending = new AbortController();
    const shared: Pick<Attempt, 'progress' | 'request'> = { progress: undefined, request: undefined };
    const onProgress = (progress: OpeningProgress): void => {
      shared.progress = progress;
      shared.request?.onProgress(progress);
    };
    const opening = openDetector({ onProgress, signal: ending.signal });
    const begun: Attempt = Object.assign(shared, { opening, ending, choice: choice() });
    opening.catch(() => forget(begun));
    return begun;
  };

  const closeUnused = (): void => {
    if (!attempt || attempt.request) return;
    const { opening, ending } = attempt;
    attempt = undefined;
    ending.abort();
    opening.then(
      (detector) => detector.close(),
      () => undefined,
    );
  };

  const closeOutdated = (): void => {
    if (attempt?.choice !== choice()) closeUnused();
  };

  const follow = (): void => {
    clearTimeout(closing);
    closeOutdated();
    if (isExpected && sight.isVisible) attempt ??= begin();
    else closing = setTimeout(closeUnused, keptMs);
  };
  sight.changes.listen(follow);

  /** Resolves to the detector of an attempt; rejects if it fails, or with the reason of the request's signal. */
  const awaited = ({ opening }: Attempt, { signal }: DetectorRequest): Promise<DetectorPort> =>
    new Promise((done, failed) => {
      const onAbort = (): void => failed(signal.reason);
      signal.addEventListener('abort', onAbort, { once: true });
      opening.then(done, failed).finally(() => signal.removeEventListener('abort', onAbort));
    });

  const open: OpenDetector = async (request) => {
    request.signal.throwIfAborted();
    if (request.model !== undefined || attempt?.request) return openDetector(request);
    isExpected = false;
    closeOutdated();
    if (!attempt) return openDetector(request);
    const used = attempt;
    used.request = request;
    if (used.progress) request.onProgress(used.progress);
    try {
      const detector = await awaited(used, request);
      forget(used);
      return detector;
    } catch (thrown) {
      // A session that has ended leaves it to the next one.
      used.request = undefined;
      follow();
      throw thrown;
    }
  };

  return {
    expectSession: async (isSoon) => {
      isExpected = isSoon;
      follow();
      await attempt?.opening.catch(() => undefined);
    },
    open,
  };
};
