/** The detector's worker: handles the page's messages. */
import { CodeProblem } from '../../load-code.ts';
import type { ToWorker } from '../protocol.ts';
import { judge } from './judge.ts';
import type { Post } from './judge.ts';
import type { MoveNet } from './movenet.ts';
import { prepare } from './prepare.ts';
import { SelfTestFailed } from './self-test.ts';

const post: Post = (message, transfer = []) => postMessage(message, { transfer });

let opening: Promise<MoveNet> | undefined;

const answer = async (message: ToWorker): Promise<void> => {
  if (message.type === 'init') opening = prepare(message, post);
  const model = await opening;
  if (model === undefined) throw new Error(`"${message.type}" came before "init".`);
  if (message.type === 'frame') await judge(model, message, post);
  if (message.type === 'count-tensors') post({ type: 'tensors', count: model.countTensors() });
  if (message.type === 'lose-context') model.graphics?.lose();
};

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  answer(data).catch((error: unknown) =>
    post({
      type: 'failed',
      message: String(error),
      isWrong: error instanceof SelfTestFailed,
      isMissing: error instanceof CodeProblem,
    }),
  );
});
