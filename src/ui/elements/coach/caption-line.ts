import { LitElement, css, html, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { base } from '../../styles/base.ts';

/** The last utterance, readable from two metres; it disappears after five seconds, and `data-gone` is then set. */
export class CaptionLine extends LitElement {
  static override properties = { words: { attribute: false }, isSpoken: { attribute: false } };
  /** The utterance; new words show for five seconds of their own. */
  declare words: string;
  /** Whether the voice speaks it, so that a screen reader need not. */
  declare isSpoken: boolean;

  static override styles = [
    base,
    css`
      :host {
        display: block;
        min-block-size: 1.15em;
        font-size: max(4.6cqh, 1.25rem);
        font-weight: 600;
        line-height: 1.15;
        color: var(--stage-soft);
        text-wrap: balance;
        text-shadow: 0 0.04em 0.2em rgb(0 0 0 / 0.7);
      }
      span {
        animation: go 0.6s ease-in 5s forwards;
      }
      @keyframes go {
        to {
          opacity: 0;
          visibility: hidden;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        span {
          animation-timing-function: step-end;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.words = '';
    this.isSpoken = false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('words')) this.removeAttribute('data-gone');
  }

  readonly #go = (): void => void this.toggleAttribute('data-gone', true);

  override render() {
    // The status element stays, so that screen readers notice changes; the words are a new element each time, so that
    // their animation restarts.
    return html`<p role="status" aria-live=${this.isSpoken ? 'off' : 'polite'}>
      ${keyed(this.words, html`<span @animationend=${this.#go}>${this.words}</span>`)}
    </p>`;
  }
}

customElements.define('caption-line', CaptionLine);

declare global {
  interface HTMLElementTagNameMap {
    'caption-line': CaptionLine;
  }
}
