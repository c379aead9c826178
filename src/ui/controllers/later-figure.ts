import type { Demonstrate } from '../../ports/demonstration.ts';
import { Gate } from '../../session/async/gate.ts';

/**
 * The figure beside the user, drawn from the first judged frame on: its first drawing compiles its shaders, which without
 * a GPU takes both cores for a second.
 */
export class LaterFigure {
  readonly #gate = new Gate();
  readonly #showFigure: () => Demonstrate | undefined;

  constructor(showFigure: () => Demonstrate | undefined) {
    this.#showFigure = showFigure;
    this.#gate.close();
  }

  /** Draws what waits, and from now on at once. */
  begin(): void {
    if (this.#gate.isClosed) this.#gate.open();
  }

  /** Shows a demonstration, after `begin`. */
  readonly show: Demonstrate = async (demonstration) => {
    await this.#gate.passed(demonstration.signal);
    if (!demonstration.signal.aborted) await this.#showFigure()?.(demonstration);
  };
}
