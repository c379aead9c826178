import type { Frame } from '../frame.ts';

/** Holds at most one frame; a newer one replaces it, and the replaced one is closed. */
class Mailbox {
  #waiting: Frame | undefined;
  #end: { readonly error?: unknown } | undefined;
  #wake: () => void = () => undefined;
  #isResting = false;
  #goOn: () => void = () => undefined;

  /** Nobody waits for a frame until the next one is taken. */
  rest(): void {
    this.#isResting = true;
  }

  /** Resolves as soon as a frame is of use. */
  async wanted(): Promise<void> {
    while (this.#isResting && this.#end === undefined) {
      await new Promise<void>((goOn) => {
        this.#goOn = goOn;
      });
    }
  }

  put(frame: Frame): void {
    if (this.#end === undefined) {
      this.#waiting?.image.close();
      this.#waiting = frame;
      this.#wake();
    } else {
      frame.image.close();
    }
  }

  /** No more frames will come; one that waits may still be taken. */
  end(end: { readonly error?: unknown } = {}): void {
    this.#end ??= end;
    this.#wake();
    this.#goOn();
  }

  /** Ends, and closes the frame that waits. */
  discard(): void {
    this.end();
    this.#waiting?.image.close();
    this.#waiting = undefined;
  }

  /** The newest frame, as soon as there is one; undefined after the end; rejects where the source failed. */
  async take(): Promise<Frame | undefined> {
    this.#isResting = false;
    this.#goOn();
    while (this.#waiting === undefined && this.#end === undefined) {
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
    const frame = this.#waiting;
    this.#waiting = undefined;
    if (frame === undefined && this.#end !== undefined && 'error' in this.#end) throw this.#end.error;
    return frame;
  }
}

/** Frames as they are asked for, the newest each time. */
export interface Newest extends AsyncGenerator<Frame, void, undefined> {
  /** Takes no more than one frame from the source until the next one is asked for. */
  rest(): void;
}

/**
 * The newest frame each time one is asked for. The source is followed all the while, so that the next frame is ready when the
 * last one has been judged; there is never a queue. Ends when the signal aborts.
 */
export const newestOf = (frames: AsyncIterable<Frame>, signal: AbortSignal): Newest => {
  const mailbox = new Mailbox();
  return Object.assign(taken(frames, mailbox, signal), { rest: () => mailbox.rest() });
};

async function* taken(
  frames: AsyncIterable<Frame>,
  mailbox: Mailbox,
  signal: AbortSignal,
): AsyncGenerator<Frame, void, undefined> {
  if (signal.aborted) return;
  const source = frames[Symbol.asyncIterator]();
  const discard = (): void => mailbox.discard();
  signal.addEventListener('abort', discard);
  void follow(source, mailbox);
  try {
    for (let frame = await mailbox.take(); frame !== undefined; frame = await mailbox.take()) yield frame;
  } finally {
    signal.removeEventListener('abort', discard);
    mailbox.discard();
    // Not awaited: a source that hangs must not keep its consumer.
    source.return?.()?.catch(() => undefined);
  }
}

const follow = async (source: AsyncIterator<Frame>, mailbox: Mailbox): Promise<void> => {
  try {
    for (let next = await source.next(); next.done !== true; next = await source.next()) {
      mailbox.put(next.value);
      await mailbox.wanted();
    }
    mailbox.end();
  } catch (error) {
    mailbox.end({ error });
  }
};
