import { LitElement, css, html } from 'lit';
import type { View } from '../../engine/kinematics/measures.ts';
import type { Exercise } from '../../engine/coaching/exercise.ts';
import { base } from '../styles/base.ts';

/** What is shown of an exercise: all of it, moving, or one moment of it. */
export type FigureMoment = 'moving' | 'start' | 'end';

/** Draws the figure doing an exercise on a canvas until the signal aborts, or draws one moment of it once. */
export type ShowFigure = (showing: {
  readonly canvas: HTMLCanvasElement;
  readonly exercise: Exercise;
  readonly view: View;
  readonly moment: FigureMoment;
  readonly signal: AbortSignal;
}) => Promise<void>;

/** The figure doing an exercise: it moves only while it is seen, and not where less motion is asked for. */
export class FigureView extends LitElement {
  static override properties = {
    exercise: { attribute: false },
    view: { attribute: false },
    showFigure: { attribute: false },
    moment: { attribute: false },
    label: { attribute: false },
  };
  declare exercise: Exercise | undefined;
  declare view: View | undefined;
  declare showFigure: ShowFigure | undefined;
  declare moment: FigureMoment;
  declare label: string;

  static override styles = [
    base,
    css`
      :host {
        display: block;
        aspect-ratio: 4 / 3;
        overflow: hidden;
        background: radial-gradient(120% 90% at 50% 20%, var(--surface), var(--backdrop));
      }
      canvas {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
      }
    `,
  ];

  readonly #calm = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #watcher = new IntersectionObserver(([entry]) => this.#setVisible(entry?.isIntersecting ?? false));
  #isVisible = false;
  #showing: AbortController | undefined;

  constructor() {
    super();
    this.moment = 'moving';
    this.label = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watcher.observe(this);
    this.#calm.addEventListener('change', this.#restart);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher.disconnect();
    this.#calm.removeEventListener('change', this.#restart);
    this.#setVisible(false);
  }

  override updated(): void {
    this.#restart();
  }

  #setVisible(isVisible: boolean): void {
    if (isVisible === this.#isVisible) return;
    this.#isVisible = isVisible;
    this.#restart();
  }

  readonly #restart = (): void => {
    this.#showing?.abort();
    this.#showing = undefined;
    const canvas = this.renderRoot.querySelector('canvas');
    const { exercise, view, showFigure } = this;
    if (!this.#isVisible || !canvas || !exercise || !view || !showFigure) return;
    this.#showing = new AbortController();
    const { signal } = this.#showing;
    const moment = this.moment === 'moving' && this.#calm.matches ? 'end' : this.moment;
    showFigure({ canvas, exercise, view, moment, signal }).catch(() => {
      // Without WebGL there is no figure; the words beside it say the same.
      if (!signal.aborted) canvas.hidden = true;
    });
  };

  override render() {
    return html`<canvas width="640" height="480" role="img" aria-label=${this.label}></canvas>`;
  }
}

customElements.define('figure-view', FigureView);

declare global {
  interface HTMLElementTagNameMap {
    'figure-view': FigureView;
  }
}
