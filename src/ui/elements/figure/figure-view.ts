import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import type { Exercise } from '../../../engine/exercise/exercise.ts';
import { icons } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import type { View } from '../../../engine/pose/view.ts';

/** What is shown of an exercise: all of it, moving, or one moment of it. */
export type FigureMoment = 'moving' | 'start' | 'end';

/** How the figure is looked at. */
export interface FigureLook {
  /** How far it is turned off its view towards its own left, degrees. */
  readonly turn: number;
  /** How many times as fast as it is done. */
  readonly speed: number;
  readonly isPaused: boolean;
}

/**
 * Draws the figure doing an exercise on a canvas until the signal aborts, or draws one moment of it once; calls `onDrawn` after the
 * first picture.
 */
export type ShowFigure = (showing: {
  readonly canvas: HTMLCanvasElement;
  readonly exercise: Exercise;
  readonly view: View;
  readonly moment: FigureMoment;
  readonly lookedAt?: () => FigureLook;
  readonly onDrawn?: () => void;
  readonly signal: AbortSignal;
}) => Promise<void>;

/** The properties that say what is shown; the others, how. */
const shows = ['exercise', 'view', 'showFigure', 'moment'] as const;

/** A figure that could not be shown is tried again after this, ms: the network may be back. */
const triedAgainAfter = 10_000;

/**
 * The figure doing an exercise: it moves only while it is seen, and where less motion is asked for only once somebody starts
 * it. Turning it, slowing it down and stopping it does not begin the movement anew. Where it cannot be shown, a sign and words stand
 * in its place, and it is tried again as long as it is looked at.
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
  declare showFigure: ShowFigure | undefined;
  declare moment: FigureMoment;
  /** Degrees towards the figure's own left. */
  declare turn: number;
  declare speed: number;
  /** `undefined`: nobody has said; it moves where motion is welcome. */
  declare isPaused: boolean | undefined;
  /** None where the words beside it say the same. */
  declare label: string;
  /** Said where the figure cannot be shown; only a sign where it is empty. */
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
        /* So that a small picture shows the body and not the room. */
        scale: var(--zoom, 1);
        transform-origin: 50% 68%;
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

  /** The end, in place of a movement that nobody has asked for where less motion is. */
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
    const canvas = this.label
      ? html`<canvas width="640" height="480" role="img" aria-label=${this.label} ?hidden=${this.isMissing}></canvas>`
      : html`<canvas width="640" height="480" aria-hidden="true" ?hidden=${this.isMissing}></canvas>`;
    return html`${canvas}${
      this.isMissing ? html`<p class="missing">${icons.figure}${this.missing || nothing}</p>` : nothing
    }`;
  }
}

customElements.define('figure-view', FigureView);

declare global {
  interface HTMLElementTagNameMap {
    'figure-view': FigureView;
  }
}
