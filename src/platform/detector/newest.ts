import type { Frame } from '../../ports/frame.ts';

/** Holds at most one frame; a newer one replaces it, and the replaced one is closed. */
class Mailbox {
  #waiting: Frame | undefined;
  #end: { readonly error?: unknown } | undefined;
  #wake: () => void = () => undefined;
  #isResting = false;
  #goOn: () => void = () => undefined;

  /** Marks frames as not needed until the next one is taken. */
  rest(): void {
    this.#isResting = true;
  }

  /** Resolves as soon as a frame is needed, or after the end. */
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

  /** Ends the frames; one that waits may still be taken. */
  end(end: { readonly error?: unknown } = {}): void {
    this.#end ??= end;
    this.#wake();
    this.#goOn();
  }

  /** Ends the frames, and closes the one that waits. */
  discard(): void {
    this.end();
    this.#waiting?.image.close();
    this.#waiting = undefined;
  }

  /** Resolves to the newest frame once there is one, or to `undefined` after the end; rejects if the source failed. */
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

/** Yields the newest frame on each request. */
export interface Newest extends AsyncGenerator<Frame, void, undefined> {
  /** Takes at most one frame from the source before the next request. */
  rest(): void;
}

/**
 * Yields the newest frame on each request. The source is read continuously, so that the next frame is ready when the
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
    // Not awaited: a source that hangs must not block its consumer.
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
