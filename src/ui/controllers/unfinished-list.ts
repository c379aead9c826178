import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RoutineProgress } from '../../session/guide/progress.ts';

/** Keeps its host up to date on what was left unfinished, also when another tab changes that. */
export class UnfinishedList implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #left: () => Promise<readonly RoutineProgress[]>;
  #found: readonly RoutineProgress[] = [];
  #isConnected = false;

  /** `left` looks for it; it is called again each time that the page comes into view or another tab writes. */
  constructor(host: ReactiveControllerHost, left: () => Promise<readonly RoutineProgress[]>) {
    this.#host = host;
    this.#left = left;
    host.addController(this);
  }

  /** What was found last, the latest first. */
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

  /** Looks again. */
  readonly refresh = (): void => void this.#look();

  async #look(): Promise<void> {
    const found = await this.#left();
    if (!this.#isConnected) return;
    this.#found = found;
    this.#host.requestUpdate();
  }
}
