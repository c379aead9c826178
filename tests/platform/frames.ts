import type { Frame } from '../../src/ports/frame.ts';
import { sourceTime } from '../../src/engine/units.ts';

/** A frame without a browser, which records whether it was closed, and how often. */
export interface FakeFrame extends Frame {
  readonly closed: () => number;
}

/** A frame of 4 x 3 pixels at a time, ms. */
export const frameAt = (at: number): FakeFrame => {
  let closed = 0;
  const image: ImageBitmap = { width: 4, height: 3, close: () => void (closed += 1) };
  return { image, at: sourceTime(at), closed: () => closed };
};

/** Frames that a test yields one by one. */
export interface FrameTap extends AsyncIterable<FakeFrame> {
  send(frame: FakeFrame): void;
  end(): void;
  fail(error: Error): void;
  /** How many frames have been asked for. */
  readonly asked: () => number;
  readonly isReturned: () => boolean;
}

/** A source of frames that the test controls. */
export const frameTap = (): FrameTap => {
  const queue: IteratorResult<FakeFrame, undefined>[] = [];
  const waiting: ((next: IteratorResult<FakeFrame, undefined>) => void)[] = [];
  let failure: Error | undefined;
  let failWaiting: ((error: Error) => void) | undefined;
  let asked = 0;
  let isReturned = false;
  const give = (next: IteratorResult<FakeFrame, undefined>): void => {
    const taker = waiting.shift();
    if (taker === undefined) queue.push(next);
    else taker(next);
  };
  return {
    send: (frame) => give({ done: false, value: frame }),
    end: () => give({ done: true, value: undefined }),
    fail: (error) => {
      failure = error;
      failWaiting?.(error);
    },
    asked: () => asked,
    isReturned: () => isReturned,
    [Symbol.asyncIterator]: () => ({
      next: () => {
        asked += 1;
        const ready = queue.shift();
        if (ready !== undefined) return Promise.resolve(ready);
        if (failure !== undefined) return Promise.reject(failure);
        return new Promise((done, failed) => {
          waiting.push(done);
          failWaiting = failed;
        });
      },
      return: () => {
        isReturned = true;
        return Promise.resolve({ done: true, value: undefined });
      },
    }),
  };
};

/** Lets everything that is ready run. */
export const settled = (): Promise<void> => new Promise((done) => setTimeout(done));
