import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { History } from '../../session/history/history.ts';
import type { KeptSession } from '../../session/record/kept-session.ts';

/** Whether a session is kept: on the device, in memory only, or dropped by the user, who may restore it. */
export type KeepingState = 'kept' | 'memory' | 'dropped';

/** Updates its host with whether a session that has ended is kept, and drops or restores it. */
export class Keeping implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #history: () => History;
  #id: string | undefined;
  #is: KeepingState | undefined;
  #dropped: KeptSession | undefined;
  #stopListening: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, history: () => History) {
    this.#host = host;
    this.#history = history;
    host.addController(this);
  }

  /** `undefined` while it is unknown, and for a session that is not of the history, such as a demo. */
  get is(): KeepingState | undefined {
    return this.#is;
  }

  hostDisconnected(): void {
    this.#stopListening?.();
    this.#stopListening = undefined;
  }

  /** Watches the session of this id; `undefined` watches none. */
  watch(id: string | undefined): void {
    this.hostDisconnected();
    this.#id = id;
    this.#dropped = undefined;
    this.#become(undefined);
    if (id === undefined) return;
    // The record may be written after the summary is shown.
    this.#stopListening = this.#history().changes.listen(() => void this.#look());
    void this.#look();
  }

  /** Deletes the session from this device. */
  async drop(): Promise<void> {
    const id = this.#id;
    if (id === undefined || this.#is === undefined || this.#is === 'dropped') return;
    const removed = await this.#history().remove(id);
    if (!removed || id !== this.#id) return;
    this.#dropped = removed;
    this.#become('dropped');
  }

  /** Keeps the dropped session after all. */
  async restore(): Promise<void> {
    const session = this.#dropped;
    if (!session) return;
    this.#dropped = undefined;
    await this.#history().keep(session);
    await this.#look();
  }

  async #look(): Promise<void> {
    const id = this.#id;
    if (id === undefined || this.#dropped) return;
    const found = await this.#history().open(id);
    if (id !== this.#id || this.#dropped) return;
    this.#become(found && (this.#history().state.inMemory > 0 ? 'memory' : 'kept'));
  }

  #become(is: KeepingState | undefined): void {
    if (is === this.#is) return;
    this.#is = is;
    this.#host.requestUpdate();
  }
}
