import type { FromWorker, ToWorker } from '../protocol.ts';
import type { MoveNet } from './movenet.ts';

/** Sends a message to the page, with what changes hands. */
export type Post = (message: FromWorker, transfer?: Transferable[]) => void;

/** Judges one frame and closes it; hands it back unjudged where the graphics context has gone, which TensorFlow.js hides. */
export const judge = async (
  model: Pick<MoveNet, 'detect' | 'graphics'>,
  { image, at }: Extract<ToWorker, { type: 'frame' }>,
  post: Post,
): Promise<void> => {
  const detection = await model.detect(image, at);
  if (model.graphics?.isLost() === true) {
    post({ type: 'lost', image }, [image]);
    return;
  }
  image.close();
  post({ type: 'keypoints', ...detection });
};
