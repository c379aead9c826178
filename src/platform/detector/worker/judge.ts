import type { FromWorker, ToWorker } from '../protocol.ts';
import { downloadModel } from './download.ts';
import { openMoveNet } from './movenet.ts';
import type { MoveNet } from './movenet.ts';
import { warmUp } from './warm-up.ts';

/** Sends a message to the page, with what changes hands. */
export type Post = (message: FromWorker, transfer?: Transferable[]) => void;

/** Loads the model and warms it up, telling the page how far it is. */
export const openJudge = async (request: Extract<ToWorker, { type: 'init' }>, post: Post): Promise<MoveNet> => {
  const { backend, files } = request;
  const downloaded = await downloadModel(files, (loadedBytes, totalBytes) =>
    post({ type: 'progress', loadedBytes, totalBytes }),
  );
  post({ type: 'warming-up' });
  const model = await openMoveNet(backend, downloaded);
  const medianMs = await warmUp(model, request.warmUp);
  model.graphics?.onLost(() => post({ type: 'lost' }));
  post({ type: 'ready', backend, medianMs });
  return model;
};

/** Judges one frame and closes it; hands it back unjudged where the graphics context has gone, which TensorFlow.js hides. */
export const judge = async (
  model: MoveNet,
  { image, at }: Extract<ToWorker, { type: 'frame' }>,
  post: Post,
): Promise<void> => {
  const keypoints = await model.detect(image, at);
  if (model.graphics?.isLost() === true) {
    post({ type: 'lost', image }, [image]);
    return;
  }
  image.close();
  post({ type: 'keypoints', keypoints });
};
