import type { ReactiveControllerHost } from 'lit';
import { idle } from './idle.ts';

/** Runs a dynamic import; rejects with an `Error` whose `kind` is `code` if the code cannot be fetched. */
export type LoadCode = <T>(load: () => Promise<T>) => Promise<T>;

/** The import of each screen's code; `undefined` if the first page contains it. The most likely screens come first. */
export type ScreenCodes<Screen extends string> = Readonly<Record<Screen, (() => Promise<unknown>) | undefined>>;

/** Whether a screen can be shown. */
export type CodeState = 'ready' | 'loading' | 'missing';

/** Loads the code of screens on first use, and of the others while the page is idle. Updates the host after each. */
export class ScreenCode<Screen extends string> {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #codes: ScreenCodes<Screen>;
  readonly #states = new Map<unknown, CodeState>();
  #isPrefetching = false;

  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>, codes: ScreenCodes<Screen>) {
    this.#host = host;
    this.#codes = codes;
  }

  /** The state of a screen's code; starts to load it on first use. */
  of(screen: Screen, loadCode: LoadCode): CodeState {
    const load = this.#codes[screen];
    if (load === undefined) return 'ready';
    if (!this.#states.has(screen)) void this.#load(screen, load, loadCode);
    return this.#states.get(screen) ?? 'loading';
  }

  /**
   * Loads the code of all screens, one after the other, each in an idle moment after `start` has resolved. Never rejects.
   */
  async prefetch(loadCode: LoadCode, start: Promise<void> = Promise.resolve()): Promise<void> {
    if (this.#isPrefetching) return;
    this.#isPrefetching = true;
    await start;
    for (const load of Object.values<(() => Promise<unknown>) | undefined>(this.#codes)) {
      await idle();
      // A screen whose code is missing reports it when it is shown.
      await loadCode(() => load?.() ?? Promise.resolve()).catch(() => undefined);
    }
  }

  /** Makes the code that could not be loaded be loaded again on its next use. */
  forgetMissing(): void {
    for (const [screen, state] of this.#states) if (state === 'missing') this.#states.delete(screen);
  }

  async #load(screen: Screen, load: () => Promise<unknown>, loadCode: LoadCode): Promise<void> {
    this.#states.set(screen, 'loading');
    try {
      await loadCode(load);
      this.#states.set(screen, 'ready');
    } catch {
      this.#states.set(screen, 'missing');
    }
    this.#host.requestUpdate();
  }
}
