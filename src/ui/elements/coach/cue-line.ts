import { LitElement, css, html } from 'lit';
import { base } from '../../styles/base.ts';

/** The coach's current hint or cue; a polite status, which exists before its first words. */
export class CueLine extends LitElement {
  static override properties = {
    words: { attribute: false },
    isSpoken: { attribute: false },
    isLimit: { attribute: 'data-limit', type: Boolean, reflect: true },
  };
  declare words: string;
  /** Whether the voice speaks it, so that a screen reader need not. */
  declare isSpoken: boolean;
  /** Whether the user has gone far enough: then it has an icon of its own and is no correction. */
  declare isLimit: boolean;

  static override styles = [
    base,
    css`
      :host {
        display: block;
        line-height: 1.04;
      }
      p {
        font-weight: 700;
        letter-spacing: -0.018em;
        text-wrap: balance;
        text-shadow: 0 0.04em 0.2em rgb(0 0 0 / 0.7);
      }
      :host([data-limit]) p {
        display: inline-block;
        padding: 0 var(--limit-padding, 0.35em) 0.08em;
        border-radius: 0.25em;
        color: var(--stage);
        background: var(--easing);
        text-shadow: none;
      }
      @media (forced-colors: active) {
        :host([data-limit]) p {
          outline: 3px dashed CanvasText;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.words = '';
    this.isLimit = false;
  }

  override render() {
    return html`<p role="status" aria-live=${this.isSpoken ? 'off' : 'polite'}>${this.words}</p>`;
  }
}

customElements.define('cue-line', CueLine);

declare global {
  interface HTMLElementTagNameMap {
    'cue-line': CueLine;
  }
}
