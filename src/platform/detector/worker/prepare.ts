import { loadCode } from '../../load-code.ts';
import { loadBackend } from './backend-code.ts';
import type { ToWorker } from '../protocol.ts';
import { downloadModel, type DownloadedModel } from './download.ts';
import type { Post } from './judge.ts';
import type { MoveNet } from './movenet.ts';
import { warmUp } from './warm-up.ts';

/**
 * Loads the model, warms it up and tests it, and reports the progress to the page. The model's bytes, the code that runs
 * it and its wasm are fetched side by side.
 */
export const prepare = async (request: Extract<ToWorker, { type: 'init' }>, post: Post): Promise<MoveNet> => {
  const { model: name, backend, files, knownMs } = request;
  const live = (): void => post({ type: 'warming-up' });
  const download = async (): Promise<DownloadedModel> => {
    const downloaded = await downloadModel(files, (loadedBytes, totalBytes) =>
      post({ type: 'progress', loadedBytes, totalBytes }),
    );
    live();
    return downloaded;
  };
  const downloading = download();
  const start = async (): Promise<MoveNet> => {
    const backendCode = loadBackend[backend]();
    // Awaited by `openMoveNet`, which may not come to it.
    backendCode.catch(() => undefined);
    const { openMoveNet } = await loadCode(() => import('./movenet.ts'));
    return openMoveNet({ model: name, backend }, downloading, backendCode);
  };
  // The first that fails is reported.
  const [model] = await Promise.all([start(), downloading]);
  const medianMs = await warmUp(model, live, { knownMs });
  model.graphics?.onLost(() => post({ type: 'lost' }));
  post({ type: 'ready', model: name, backend, medianMs, isSimd: model.isSimd });
  return model;
};
