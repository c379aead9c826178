import type { Frame } from '../frame.ts';

/** Holds at most one frame; a newer one replaces it, and the replaced one is closed. */
class Mailbox {
  #waiting: Frame | undefined;
  #end: { readonly error?: unknown } | undefined;
  #wake: () => void = () => undefined;

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
  }

  /** Ends, and closes the frame that waits. */
  discard(): void {
    this.end();
    this.#waiting?.image.close();
    this.#waiting = undefined;
  }

  /** The newest frame, as soon as there is one; undefined after the end; rejects where the source failed. */
  async take(): Promise<Frame | undefined> {
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

/**
 * The newest frame each time one is asked for. The source is followed all the while, so that the next frame is ready when the
 * last one has been judged; there is never a queue. Ends when the signal aborts.
 */
export async function* newestOf(
  frames: AsyncIterable<Frame>,
  signal: AbortSignal,
): AsyncGenerator<Frame, void, undefined> {
  if (signal.aborted) return;
  const mailbox = new Mailbox();
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
    for (let next = await source.next(); next.done !== true; next = await source.next()) mailbox.put(next.value);
    mailbox.end();
  } catch (error) {
    mailbox.end({ error });
  }
};
