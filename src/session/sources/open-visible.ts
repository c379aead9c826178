import type { OpenSource, PageVisibility, SourceRequest } from '../ports.ts';
import { VisibilityAwareSource } from './visibility-source.ts';

/** Opens a source that follows the visibility of the page, and waits until it is ready; rejects with a `SourceProblem` or the signal's reason. */
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
