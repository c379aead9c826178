import { LitElement, css, html, nothing } from 'lit';
import type { Exercise } from '../../../engine/exercise/exercise.ts';
import type { Texts } from '../../../texts/texts.ts';
import { ask, type Wish } from '../../ask.ts';
import { icons, type IconName } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import '../figure/figure-view.ts';
import type { Demonstrate } from '../../../ports/demonstration.ts';
import type { View } from '../../../engine/pose/view.ts';

/**
 * The rest between two exercises or sets: what was done, the remaining time, and what is next, shown by the figure. It
 * ends by itself. Fires `next-asked`, `longer-asked`, `repeat-asked`, `pause-asked`, `resume-asked`,
 * `take-back-asked` and `end-asked`.
 */
export class RestPanel extends LitElement {
  static override properties = {
    done: { attribute: false },
    exercise: { attribute: false },
    view: { attribute: false },
    name: { attribute: false },
    turn: { attribute: false },
    secondsLeft: { attribute: false },
    isPaused: { attribute: false },
    takeBack: { attribute: false },
    showFigure: { attribute: false },
    texts: { attribute: false },
  };
  /** What was done, in one line. */
  declare done: string;
  /** The next exercise, its view and its name. */
  declare exercise: Exercise;
  declare view: View;
  declare name: string;
  /** The view to turn to; `undefined` if it stays the same. */
  declare turn: View | undefined;
  declare secondsLeft: number;
  declare isPaused: boolean;
  /** The words of the button that takes back the last repetition of a set; `undefined` if nothing can be taken back. */
  declare takeBack: string | undefined;
  declare showFigure: Demonstrate | undefined;
  declare texts: Texts;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        grid-template: 'figure words' max-content 'actions actions' max-content / minmax(0, 1.1fr) minmax(0, 1fr);
        align-content: safe center;
        align-items: center;
        gap: clamp(1rem, 4vh, 2.5rem) clamp(1.5rem, 4vw, 4rem);
        padding: clamp(1.25rem, 4vh, 3rem) var(--edge);
        background: var(--paper);
      }
      figure-view {
        grid-area: figure;
        inline-size: min(100%, 82vh);
        max-inline-size: 100%;
        justify-self: center;
        border-radius: var(--radius-m);
        box-shadow: 0 0.75rem 2.5rem var(--shadow);
      }
      .words {
        grid-area: words;
        display: grid;
        gap: clamp(0.75rem, 2.4vh, 1.75rem);
      }
      .done {
        display: flex;
        gap: 0.5em;
        align-items: center;
        font-size: clamp(1.25rem, 0.9rem + 1.1vw, 1.875rem);
        line-height: 1.25;
        color: var(--ink-soft);
      }
      .done svg {
        flex: none;
        inline-size: 1.2em;
        block-size: 1.2em;
        color: var(--brand);
      }
      .left {
        display: flex;
        gap: 1.25rem;
        letter-spacing: -0.04em;
        align-items: baseline;
        font-size: clamp(5rem, 24vh, 13rem);
        font-weight: 700;
        line-height: 0.9;
        font-variant-numeric: tabular-nums;
        color: var(--brand);
      }
      .left small {
        font-size: clamp(1.25rem, 0.9rem + 1.1vw, 1.875rem);
        font-weight: 600;
        letter-spacing: normal;
        color: var(--ink-soft);
      }
      h1 {
        font-size: clamp(2rem, 1rem + 3.6vw, 4rem);
        letter-spacing: -0.03em;
      }
      h1 span {
        display: block;
        margin-block-end: 0.35em;
        font-size: clamp(1.25rem, 0.9rem + 1.1vw, 1.875rem);
        font-weight: 600;
        letter-spacing: normal;
        color: var(--ink-soft);
      }
      .turn {
        display: inline-flex;
        gap: 0.5em;
        align-items: center;
        justify-self: start;
        padding: 0.4em 0.9em;
        border-radius: 999px;
        font-size: clamp(1.375rem, 0.9rem + 1.5vw, 2.25rem);
        font-weight: 650;
        line-height: 1.2;
        color: var(--warm);
        background: var(--warm-tint);
      }
      .turn svg {
        inline-size: 1.2em;
        block-size: 1.2em;
      }
      .actions {
        grid-area: actions;
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-s);
        justify-content: center;
      }
      @media (max-width: 48rem) {
        :host {
          grid-template: 'words' max-content 'figure' max-content 'actions' max-content / minmax(0, 1fr);
        }
        figure-view {
          inline-size: min(100%, 23vh);
        }
        .left {
          font-size: clamp(4.5rem, 14vh, 7rem);
        }
        .actions .button {
          flex: 1 1 9rem;
          padding-inline: 0.75em;
        }
        .actions .first {
          flex-basis: 100%;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.done = '';
    this.name = '';
    this.secondsLeft = 0;
    this.isPaused = false;
  }

  override render() {
    const { rest } = this.texts.routine;
    return html`
      <figure-view
        .exercise=${this.exercise}
        .view=${this.view}
        .showFigure=${this.showFigure}
        .label=${rest.figure(this.name)}
        .missing=${this.texts.app.figureMissing}
      ></figure-view>
      <div class="words">
        <p class="done">${icons.check}${this.done}</p>
        <p class="left" role="timer" aria-live="off" aria-label=${rest.left}>
          ${this.secondsLeft}<small>${this.isPaused ? rest.paused : rest.seconds}</small>
        </p>
        <h1><span>${rest.next}</span>${this.name}</h1>
        ${this.turn ? html`<p class="turn">${icons.turn}${rest.turn[this.turn]}</p>` : nothing}
      </div>
      <div class="actions">
        ${this.#button('first', 'play', rest.go, 'next-asked')} ${this.#button('', 'plus', rest.longer, 'longer-asked')}
        ${
          this.isPaused
            ? this.#button('', 'play', rest.resume, 'resume-asked')
            : this.#button('', 'pause', rest.pause, 'pause-asked')
        }
        ${this.#button('', 'again', rest.repeat, 'repeat-asked')}
        ${this.takeBack ? this.#button('', 'minus', this.takeBack, 'take-back-asked') : nothing}
        ${this.#button('quiet', 'stop', rest.end, 'end-asked')}
      </div>
    `;
  }

  #button(kind: string, icon: IconName, words: string, wish: Wish) {
    return html`<button class="button ${kind}" type="button" @click=${() => ask(this, wish)}>
      ${icons[icon]}${words}
    </button>`;
  }
}

customElements.define('rest-panel', RestPanel);

declare global {
  interface HTMLElementTagNameMap {
    'rest-panel': RestPanel;
  }
}
