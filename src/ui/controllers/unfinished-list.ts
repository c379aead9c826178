import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RoutineProgress } from '../../session/guide/progress.ts';

/** Updates its host with the unfinished sessions, also when another tab changes them. */
export class UnfinishedList implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #left: () => Promise<readonly RoutineProgress[]>;
  #found: readonly RoutineProgress[] = [];
  #isConnected = false;

  /** `left` reads them; it is called again when the page becomes visible or another tab writes. */
  constructor(host: ReactiveControllerHost, left: () => Promise<readonly RoutineProgress[]>) {
    this.#host = host;
    this.#left = left;
    host.addController(this);
  }

  /** The unfinished sessions at the last reading, the latest first. */
  get found(): readonly RoutineProgress[] {
    return this.#found;
  }

  hostConnected(): void {
    this.#isConnected = true;
    addEventListener('storage', this.refresh);
    document.addEventListener('visibilitychange', this.refresh);
    this.refresh();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    removeEventListener('storage', this.refresh);
    document.removeEventListener('visibilitychange', this.refresh);
  }

  /** Reads them again. */
  readonly refresh = (): void => void this.#look();

  async #look(): Promise<void> {
    const found = await this.#left();
    if (!this.#isConnected) return;
    this.#found = found;
    this.#host.requestUpdate();
  }
}
