import type { FromWorker, ToWorker } from '../protocol.ts';
import type { MoveNet } from './movenet.ts';

/** Sends a message to the page, with the objects that it transfers. */
export type Post = (message: FromWorker, transfer?: Transferable[]) => void;

/** Judges one frame and closes it; returns it unjudged if the graphics context is lost, which TensorFlow.js hides. */
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
