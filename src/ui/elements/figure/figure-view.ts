import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import type { Exercise } from '../../../engine/exercise/exercise.ts';
import type { Demonstrate, FigureLook, FigureMoment } from '../../../ports/demonstration.ts';
import { icons } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import type { View } from '../../../engine/pose/view.ts';

/** The properties that decide what is shown; the others decide how. */
const shows = ['exercise', 'view', 'showFigure', 'moment'] as const;

/** Delay before a figure that failed to load is tried again, ms: the network may be back. */
const triedAgainAfter = 10_000;

/**
 * The figure doing an exercise. It moves only while visible and, with reduced motion, only after the user starts it.
 * Turning, slowing down and pausing do not restart the movement. If it cannot be shown, an icon and words take its
 * place, and it is tried again while visible; without `showFigure` they stand there from the beginning. `data-flipped` shows the
 * mirror image.
 */
export class FigureView extends LitElement {
  static override properties = {
    exercise: { attribute: false },
    view: { attribute: false },
    showFigure: { attribute: false },
    moment: { attribute: false },
    turn: { attribute: false },
    speed: { attribute: false },
    isPaused: { attribute: false },
    label: { attribute: false },
    missing: { attribute: false },
    isMissing: { state: true },
  };
  declare exercise: Exercise | undefined;
  declare view: View | undefined;
  declare showFigure: Demonstrate | undefined;
  declare moment: FigureMoment;
  /** Rotation towards the figure's own left, degrees. */
  declare turn: number;
  declare speed: number;
  /** `undefined` until the user chooses: it then moves unless reduced motion is preferred. */
  declare isPaused: boolean | undefined;
  /** Empty if the words beside it are the same. */
  declare label: string;
  /** Shown with the icon if the figure cannot be shown; empty for the icon alone. */
  declare missing: string;
  declare private isMissing: boolean;

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
        /* Makes a small picture show the body rather than the room. */
        scale: var(--zoom, 1);
        transform-origin: 50% 68%;
      }
      :host([data-flipped]) canvas {
        transform: scaleX(-1);
      }
      [hidden] {
        display: none;
      }
      .missing {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: 0.5rem;
        block-size: 100%;
        padding: 1rem;
        font-size: var(--text-s);
        text-align: center;
        color: var(--ink-soft);
      }
      .missing svg {
        inline-size: 2.5rem;
      }
    `,
  ];

  readonly #calm = matchMedia('(prefers-reduced-motion: reduce)');
  readonly #watcher = new IntersectionObserver(([entry]) => this.#setVisible(entry?.isIntersecting ?? false));
  #isVisible = false;
  #showing: AbortController | undefined;
  #tryingAgain: ReturnType<typeof setTimeout> | undefined;
  #shown: FigureMoment | undefined;

  constructor() {
    super();
    this.moment = 'moving';
    this.turn = 0;
    this.speed = 1;
    this.label = '';
    this.missing = '';
    this.isMissing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watcher.observe(this);
    this.#calm.addEventListener('change', this.#restart);
    addEventListener('online', this.#restart);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher.disconnect();
    this.#calm.removeEventListener('change', this.#restart);
    removeEventListener('online', this.#restart);
    this.#setVisible(false);
  }

  override updated(changed: PropertyValues<this>): void {
    const isAnother = shows.some((name) => changed.has(name));
    const moment = this.#momentShown();
    if (isAnother || moment !== this.#shown || (moment !== 'moving' && changed.has('turn'))) this.#restart();
  }

  /** The end posture instead of a movement, if reduced motion is preferred and the user has not started it. */
  #momentShown(): FigureMoment {
    const isUnasked = this.moment === 'moving' && this.isPaused === undefined && this.#calm.matches;
    return isUnasked ? 'end' : this.moment;
  }

  readonly #lookedAt = (): FigureLook => ({
    turn: this.turn,
    speed: this.speed,
    isPaused: this.isPaused ?? false,
  });

  #setVisible(isVisible: boolean): void {
    if (isVisible === this.#isVisible) return;
    this.#isVisible = isVisible;
    this.#restart();
  }

  readonly #restart = (): void => {
    this.#showing?.abort();
    this.#showing = undefined;
    clearTimeout(this.#tryingAgain);
    const canvas = this.renderRoot.querySelector('canvas');
    const { exercise, view, showFigure } = this;
    if (!this.#isVisible || !canvas || !exercise || !view || !showFigure) return;
    this.#showing = new AbortController();
    const { signal } = this.#showing;
    const moment = this.#momentShown();
    this.#shown = moment;
    const onDrawn = (): void => {
      if (!signal.aborted) this.isMissing = false;
    };
    showFigure({ canvas, exercise, view, moment, lookedAt: this.#lookedAt, onDrawn, signal }).then(onDrawn, () => {
      if (signal.aborted) return;
      this.isMissing = true;
      this.#tryingAgain = setTimeout(this.#restart, triedAgainAfter);
    });
  };

  override render() {
    const isMissing = this.isMissing || !this.showFigure;
    const canvas = this.label
      ? html`<canvas width="640" height="480" role="img" aria-label=${this.label} ?hidden=${isMissing}></canvas>`
      : html`<canvas width="640" height="480" aria-hidden="true" ?hidden=${isMissing}></canvas>`;
    return html`${canvas}${
      isMissing ? html`<p class="missing">${icons.figure}${this.missing || nothing}</p>` : nothing
    }`;
  }
}

customElements.define('figure-view', FigureView);

declare global {
  interface HTMLElementTagNameMap {
    'figure-view': FigureView;
  }
}
