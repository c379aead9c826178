import { Stream } from '../../async/stream.ts';

/** A gate that can be closed and opened again; while it is closed, `passed` waits. */
export class Gate {
  readonly #openings = new Stream<void>();
  #isClosed = false;

  get isClosed(): boolean {
    return this.#isClosed;
  }

  close(): void {
    this.#isClosed = true;
  }

  open(): void {
    this.#isClosed = false;
    this.#openings.publish();
  }

  /** Resolves when the gate is open, or the signal aborts. */
  async passed(signal: AbortSignal): Promise<void> {
    if (!this.#isClosed || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const pass = (): void => {
        stopListening();
        signal.removeEventListener('abort', pass);
        resolve();
      };
      const stopListening = this.#openings.listen(pass);
      signal.addEventListener('abort', pass);
    });
  }
}
