import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The time between two steps, ms: a ring that grows by a third of its size in four seconds looks smooth at twelve a second. */
const stepMs = 80;

/**
 * Advances the CSS animations in an element's shadow root some times a second. Those that a browser does not leave to its
 * compositor, as of SVG, would run in each frame of the screen: sixty times a second, style and layout took 5.7 % of a core
 * in ten trained seconds without a GPU; in steps they take 1.7 %.
 */
export class PacedAnimations implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement };
  /** When each animation began, ms of the page's clock. */
  readonly #began = new Map<Animation, number>();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost & { readonly renderRoot: DocumentFragment | HTMLElement }) {
    this.#host = host;
  }

  hostUpdated(): void {
    const { renderRoot } = this.#host;
    if (!(renderRoot instanceof ShadowRoot)) return;
    const running = new Set(renderRoot.getAnimations());
    for (const animation of this.#began.keys()) if (!running.has(animation)) this.#began.delete(animation);
    for (const animation of running) {
      if (this.#began.has(animation)) continue;
      animation.pause();
      this.#began.set(animation, performance.now());
    }
    this.#timer ??= setInterval(this.#advance, stepMs);
    this.#advance();
  }

  /** Advances them together with something else that is drawn now, which then costs no frame of its own. */
  step(): void {
    if (this.#timer === undefined) return;
    clearInterval(this.#timer);
    this.#timer = setInterval(this.#advance, stepMs);
    this.#advance();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  readonly #advance = (): void => {
    const now = performance.now();
    let isOver = true;
    for (const [animation, began] of this.#began) {
      const end = Number(animation.effect?.getComputedTiming().endTime ?? 0);
      animation.currentTime = Math.min(now - began, end);
      if (now - began < end) isOver = false;
    }
    if (isOver) this.#stop();
  };

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
