import { LitElement, css, html, type PropertyValues } from 'lit';
import type { Exercise } from '../../../engine/exercise/exercise.ts';
import { icons } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import './figure-view.ts';
import type { Demonstrate } from '../../../ports/demonstration.ts';
import type { View } from '../../../engine/pose/view.ts';

/** The words of a figure that can be turned. */
export interface TurningWords {
  /** Shown while the figure is in the camera's view. */
  readonly asSeen: string;
  /** Label of the button that returns to the camera's view. */
  readonly back: string;
  readonly turn: string;
  /** Shown if the figure cannot be shown. */
  readonly missing: string;
  readonly left: string;
  readonly right: string;
  readonly slow: string;
  readonly pause: string;
  readonly play: string;
  /** The rotation in words, from degrees towards its own left. */
  readonly turned: (degrees: number) => string;
}

/** Rotation of one press, degrees. */
const step = 30;

/** Rotation of a drag across the whole figure, degrees. */
const acrossTurns = 270;

/** Playback speed of slow motion. */
const slowMotion = 0.4;

/** The rotation of each key, degrees; Home returns to the camera's view. */
const turns: Readonly<Record<string, number>> = { ArrowLeft: -step, ArrowRight: step };

/** An angle wrapped to more than -180 and at most 180 degrees. */
const wrapped = (angle: number): number => angle - 360 * Math.ceil((angle - 180) / 360);

/** The figure doing an exercise, which the user can turn, slow down and pause with buttons, keys and drags. */
export class TurningFigure extends LitElement {
  static override properties = {
    exercise: { attribute: false },
    view: { attribute: false },
    showFigure: { attribute: false },
    label: { attribute: false },
    words: { attribute: false },
    turn: { state: true },
    isSlow: { state: true },
    isPaused: { state: true },
  };
  declare exercise: Exercise;
  declare view: View;
  declare showFigure: Demonstrate | undefined;
  declare label: string;
  declare words: TurningWords;
  declare private turn: number;
  declare private isSlow: boolean;
  /** `undefined` until the user chooses: it then moves unless reduced motion is preferred. */
  declare private isPaused: boolean | undefined;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        position: relative;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        overflow: hidden;
        background: var(--surface);
      }
      .stage {
        cursor: grab;
        touch-action: pan-y;
        user-select: none;
      }
      .stage:active {
        cursor: grabbing;
      }
      .stage:focus-visible {
        outline-offset: -6px;
        border-radius: var(--radius-m);
      }
      .seen {
        position: absolute;
        inset: var(--space-s) auto auto var(--space-s);
        padding: 0.35em 0.9em;
        border-radius: 999px;
        font-size: var(--text-s);
        font-weight: 600;
        color: var(--brand-deep);
        background: var(--brand-tint);
      }
      .controls {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        padding: var(--space-s);
      }
      .button {
        flex: 1 1 auto;
        min-block-size: 3.5rem;
        padding-inline: 0.9em;
      }
      .button[aria-pressed='true'] {
        color: var(--on-brand);
        background: var(--brand);
      }
      button.seen {
        border: 2px solid currentColor;
        font-family: inherit;
        cursor: pointer;
      }
    `,
  ];

  readonly #calm = matchMedia('(prefers-reduced-motion: reduce)');

  constructor() {
    super();
    this.turn = 0;
    this.isSlow = false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('exercise') || changed.has('view')) this.turn = 0;
  }

  get #stands(): boolean {
    return this.isPaused ?? this.#calm.matches;
  }

  readonly #turnBy = (angle: number): void => {
    this.turn = wrapped(this.turn + angle);
  };
  readonly #straighten = (): void => {
    this.turn = 0;
  };
  readonly #slow = (): void => {
    this.isSlow = !this.isSlow;
  };
  readonly #pause = (): void => {
    this.isPaused = !this.#stands;
  };
  readonly #press = (event: KeyboardEvent): void => {
    const turn = turns[event.key];
    if (turn === undefined && event.key !== 'Home') return;
    event.preventDefault();
    // Elsewhere the same keys change the exercise.
    event.stopPropagation();
    if (turn === undefined) this.#straighten();
    else this.#turnBy(turn);
  };
  readonly #grab = ({ currentTarget, pointerId }: PointerEvent): void => {
    if (currentTarget instanceof HTMLElement) currentTarget.setPointerCapture(pointerId);
  };
  readonly #drag = ({ currentTarget, pointerId, movementX }: PointerEvent): void => {
    if (!(currentTarget instanceof HTMLElement) || !currentTarget.hasPointerCapture(pointerId)) return;
    this.#turnBy((movementX / currentTarget.clientWidth) * acrossTurns);
  };

  override render() {
    const { words, label } = this;
    const turn = Math.round(this.turn);
    return html`
      <div
        class="stage"
        role="slider"
        tabindex="0"
        aria-label=${`${label}. ${words.turn}`}
        aria-valuemin="-180"
        aria-valuemax="180"
        aria-valuenow=${turn}
        aria-valuetext=${turn === 0 ? words.asSeen : words.turned(turn)}
        @keydown=${this.#press}
        @pointerdown=${this.#grab}
        @pointermove=${this.#drag}
      >
        <figure-view
          .exercise=${this.exercise}
          .view=${this.view}
          .showFigure=${this.showFigure}
          .turn=${this.turn}
          .speed=${this.isSlow ? slowMotion : 1}
          .isPaused=${this.isPaused}
          .label=${label}
          .missing=${words.missing}
        ></figure-view>
      </div>
      ${
        turn === 0
          ? html`<p class="seen">${words.asSeen}</p>`
          : html`<button class="seen" type="button" @click=${this.#straighten}>${words.back}</button>`
      }
      <div class="controls">
        <button
          class="button"
          type="button"
          aria-label=${words.left}
          title=${words.left}
          @click=${() => this.#turnBy(-step)}
        >
          ${icons.turnLeft}
        </button>
        <button
          class="button"
          type="button"
          aria-label=${words.right}
          title=${words.right}
          @click=${() => this.#turnBy(step)}
        >
          ${icons.turnRight}
        </button>
        <button class="button" type="button" aria-pressed=${this.isSlow} @click=${this.#slow}>
          ${icons.slow}${words.slow}
        </button>
        <button class="button" type="button" @click=${this.#pause}>
          ${this.#stands ? icons.play : icons.pause}${this.#stands ? words.play : words.pause}
        </button>
      </div>
    `;
  }
}

customElements.define('turning-figure', TurningFigure);

declare global {
  interface HTMLElementTagNameMap {
    'turning-figure': TurningFigure;
  }
}
