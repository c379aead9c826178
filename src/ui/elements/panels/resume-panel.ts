import { LitElement, css, html, nothing } from 'lit';
import { ask } from '../../ask.ts';
import { icons } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';

/** The words of the panel; `other` is its second button. */
export interface ResumeWords {
  readonly title: string;
  readonly line: string;
  readonly go: string;
  readonly other: string;
  /** Shown beside the remaining time; `undefined` if the question waits for ever. */
  readonly time: string | undefined;
}

/**
 * Before an unfinished session: asks whether to resume, readable from two metres, with the remaining time. Fires
 * `resume-asked` from the first button and `again-asked` from the second.
 */
export class ResumePanel extends LitElement {
  static override properties = {
    words: { attribute: false },
    remaining: { attribute: false },
    isHome: { attribute: false },
  };
  declare words: ResumeWords;
  /** The remaining share of the time, 0-1. */
  declare remaining: number;
  /** Whether the second button leads home. */
  declare isHome: boolean;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        align-content: safe center;
        justify-items: center;
        gap: clamp(1.25rem, 4vh, 3rem);
        padding: var(--edge);
        text-align: center;
        background: var(--paper);
      }
      h1 {
        font-size: clamp(2.25rem, 1rem + 4.4vw, 4.75rem);
        letter-spacing: -0.03em;
        text-wrap: balance;
      }
      p {
        font-size: clamp(1.375rem, 0.9rem + 1.5vw, 2.25rem);
        line-height: 1.25;
        color: var(--ink-soft);
        text-wrap: balance;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-m);
        justify-content: center;
      }
      .actions .button {
        min-block-size: calc(1.25 * var(--touch));
        font-size: clamp(1.25rem, 0.9rem + 1.1vw, 1.75rem);
      }
      .time {
        display: grid;
        gap: 0.5rem;
        inline-size: min(28rem, 100%);
      }
      .time p {
        font-size: clamp(1.125rem, 0.8rem + 1.1vw, 1.5rem);
      }
      progress {
        inline-size: 100%;
        block-size: 0.625rem;
        overflow: hidden;
        appearance: none;
        border: none;
        border-radius: 999px;
        background: var(--line);
      }
      progress::-webkit-progress-bar {
        background: var(--line);
      }
      progress::-webkit-progress-value {
        border-radius: 999px;
        background: var(--brand);
      }
      progress::-moz-progress-bar {
        border-radius: 999px;
        background: var(--brand);
      }
    `,
  ];

  constructor() {
    super();
    this.remaining = 1;
    this.isHome = false;
  }

  readonly #go = (): void => ask(this, 'resume-asked');
  readonly #other = (): void => ask(this, 'again-asked');

  override firstUpdated(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  override render() {
    const { title, line, go, other, time } = this.words;
    return html`<h1 id="question">${title}</h1>
      <p>${line}</p>
      <div class="actions" role="group" aria-labelledby="question">
        <button class="button first" type="button" @click=${this.#go}>${icons.play}${go}</button>
        <button class="button quiet" type="button" @click=${this.#other}>
          ${this.isHome ? icons.home : icons.again}${other}
        </button>
      </div>
      ${
        time === undefined
          ? nothing
          : html`<div class="time">
              <p>${time}</p>
              <progress aria-hidden="true" .value=${this.remaining}></progress>
            </div>`
      }`;
  }
}

customElements.define('resume-panel', ResumePanel);

declare global {
  interface HTMLElementTagNameMap {
    'resume-panel': ResumePanel;
  }
}
