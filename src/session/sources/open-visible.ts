import type { OpenSource, PageVisibility, SourceRequest } from '../ports.ts';
import { VisibilityAwareSource } from './visibility-source.ts';

/**
 * Opens a source that follows the page's visibility and waits until it is ready. Rejects with a `SourceProblem` or the
 * signal's reason, and leaves no source open.
 */
export const openVisible = async (
  openSource: OpenSource,
  request: SourceRequest,
  visibility: PageVisibility,
): Promise<VisibilityAwareSource> => {
  const source = new VisibilityAwareSource(await openSource(request), visibility);
  try {
    await source.ready(request.signal);
    request.signal.throwIfAborted();
    return source;
  } catch (thrown) {
    source.close();
    throw thrown;
  }
};
