import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RoutineProgress } from '../../session/guide/progress.ts';

/**
 * How often they are read again while there is none, ms: a tab that is closed may hold its session for some seconds, and no event tells when it
 * no longer does.
 */
const again = 3000;

/** Updates its host with the unfinished sessions, also when another tab changes them or is closed. */
export class UnfinishedList implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #left: () => Promise<readonly RoutineProgress[]>;
  readonly #listen: (refresh: () => void) => () => void;
  #stopListening: (() => void) | undefined;
  #found: readonly RoutineProgress[] = [];
  #isConnected = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  /**
   * `left` reads them; it is called again when the page becomes visible, another tab writes (`listen`), or time passes.
   */
  constructor(
    host: ReactiveControllerHost,
    left: () => Promise<readonly RoutineProgress[]>,
    listen: (refresh: () => void) => () => void = () => () => undefined,
  ) {
    this.#host = host;
    this.#left = left;
    this.#listen = listen;
    host.addController(this);
  }

  /** The unfinished sessions at the last reading, the latest first. */
  get found(): readonly RoutineProgress[] {
    return this.#found;
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#stopListening = this.#listen(this.refresh);
    document.addEventListener('visibilitychange', this.refresh);
    this.#timer = setInterval(() => {
      if (!document.hidden && this.#found.length === 0) this.refresh();
    }, again);
    this.refresh();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    clearInterval(this.#timer);
    this.#stopListening?.();
    document.removeEventListener('visibilitychange', this.refresh);
  }

  /** Reads them again. */
  readonly refresh = (): void => void this.#look();

  async #look(): Promise<void> {
    const found = await this.#left();
    if (!this.#isConnected || (found.length === 0 && this.#found.length === 0)) return;
    this.#found = found;
    this.#host.requestUpdate();
  }
}
