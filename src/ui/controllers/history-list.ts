import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { History } from '../../session/history/history.ts';
import type { ListedSession } from '../../session/history/listed-session.ts';

/** Updates its host with the finished sessions, also when another tab changes them. */
export class HistoryList implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #history: () => History;
  #stopListening: (() => void) | undefined;
  #isConnected = false;
  #sessions: readonly ListedSession[] | undefined;
  /** Counts readings, so that a late one does not replace a later one. */
  #reading = 0;

  constructor(host: ReactiveControllerHost, history: () => History) {
    this.#host = host;
    this.#history = history;
    host.addController(this);
  }

  /** The sessions at the last reading, the latest first; `undefined` until they are read. */
  get sessions(): readonly ListedSession[] | undefined {
    return this.#sessions;
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#host.requestUpdate();
  }

  /** An element whose code came after it was in the page has its properties from its first update on. */
  hostUpdate(): void {
    if (!this.#isConnected || this.#stopListening) return;
    this.#stopListening = this.#history().changes.listen(() => void this.#read());
    void this.#read();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#stopListening?.();
    this.#stopListening = undefined;
  }

  async #read(): Promise<void> {
    this.#reading += 1;
    const reading = this.#reading;
    const sessions = await this.#history().list();
    if (reading !== this.#reading) return;
    this.#sessions = sessions;
    this.#host.requestUpdate();
  }
}
