import type { ToWorker } from '../protocol.ts';
import { downloadModel } from './download.ts';
import type { Post } from './judge.ts';
import { openMoveNet } from './movenet.ts';
import type { MoveNet } from './movenet.ts';
import { warmUp } from './warm-up.ts';

/** Loads the model, warms it up and tests it, and reports the progress to the page. */
export const prepare = async (request: Extract<ToWorker, { type: 'init' }>, post: Post): Promise<MoveNet> => {
  const { model: name, backend, files } = request;
  const downloaded = await downloadModel(files, (loadedBytes, totalBytes) =>
    post({ type: 'progress', loadedBytes, totalBytes }),
  );
  const live = (): void => post({ type: 'warming-up' });
  live();
  const model = await openMoveNet({ model: name, backend }, downloaded);
  const medianMs = await warmUp(model, live);
  model.graphics?.onLost(() => post({ type: 'lost' }));
  post({ type: 'ready', model: name, backend, medianMs, isSimd: model.isSimd });
  return model;
};
