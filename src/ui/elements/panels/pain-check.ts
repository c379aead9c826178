import { LitElement, html } from 'lit';
import type { Texts } from '../../../texts/texts.ts';
import { icons } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { painCheckStyles } from './pain-check.styles.ts';
import { painFace } from './pain-face.ts';

/** The numbers of the scale. */
const numbers = Array.from({ length: 11 }, (_, value) => value);

/** What each band of the scale leads to, in the order of the bands in the texts. */
const bands = ['fine', 'ease', 'stop'] as const;

/** The answer to the pain question, 0-10, or `undefined`; a `CustomEvent` would turn `undefined` into `null`. */
export class PainAnswered extends Event {
  readonly detail: number | undefined;

  constructor(value: number | undefined) {
    super('pain-answered', { bubbles: true });
    this.detail = value;
  }
}

/** The pain question, 0-10, in numbers and faces; an answer is optional. Fires `pain-answered`. */
export class PainCheck extends LitElement {
  static override properties = {
    question: { attribute: false },
    remaining: { attribute: false },
    picked: { attribute: false },
    isPaused: { attribute: false },
    texts: { attribute: false },
  };
  declare question: string;
  /** The remaining share of the time for an answer, 0-1. */
  declare remaining: number;
  /** The answer; `undefined` until there is one. */
  declare picked: number | undefined;
  declare isPaused: boolean;
  declare texts: Texts;

  static override styles = [base, buttons, painCheckStyles];

  constructor() {
    super();
    this.question = '';
    this.remaining = 1;
    this.isPaused = false;
  }

  readonly #answer = (value: number | undefined): void => {
    this.picked = value;
    this.dispatchEvent(new PainAnswered(value));
  };

  #bandOf(value: number): (typeof bands)[number] {
    const place = this.texts.safety.scale.bands.findIndex(({ to }) => value <= to);
    return bands[place] ?? 'stop';
  }

  get #reply(): string {
    if (this.picked === undefined) return '';
    const { fine, eased, stopped } = this.texts.safety.pain;
    return { fine, ease: eased, stop: stopped }[this.#bandOf(this.picked)];
  }

  override render() {
    const { pain, scale } = this.texts.safety;
    return html`
      <h1 id="question">${this.question}</h1>
      <div class="scale" role="group" aria-label=${pain.scale}>
        ${numbers.map((value) => this.#number(value))}
        ${scale.bands.map(({ words }, index) => html`<p class="band ${bands[index] ?? ''}">${words}</p>`)}
      </div>
      <div class="foot">
        <p class="reply" role="status">${this.#reply}</p>
        ${this.picked === undefined ? this.#time() : undefined}
      </div>
    `;
  }

  #number(value: number) {
    const { pain } = this.texts.safety;
    const word = pain.words[value] ?? '';
    const isEnd = value === 0 || value === numbers.length - 1;
    return html`<button
      class=${this.#bandOf(value)}
      type="button"
      aria-pressed=${value === this.picked}
      @click=${() => this.#answer(value)}
    >
      ${painFace(value)}<span class="number">${value}</span><span class=${isEnd ? 'word' : 'unseen'}>${word}</span>
    </button>`;
  }

  /** The remaining time, and the button that skips the question. */
  #time() {
    const { pain } = this.texts.safety;
    return html`<div class="time">
        <p>${this.isPaused ? pain.paused : pain.byItself}</p>
        <progress aria-hidden="true" .value=${this.remaining}></progress>
      </div>
      <button class="button quiet" type="button" @click=${() => this.#answer(undefined)}>
        ${icons.skip}${pain.skip}
      </button>`;
  }
}

customElements.define('pain-check', PainCheck);

declare global {
  interface HTMLElementTagNameMap {
    'pain-check': PainCheck;
  }
}
