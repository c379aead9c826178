import { LitElement, css, html } from 'lit';
import { base } from '../styles/base.ts';

/** The one line that the coach says now; a polite status, in the page before its first words are. */
export class CueLine extends LitElement {
  static override properties = { words: { attribute: false } };
  declare words: string;

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      p {
        font-weight: 700;
        line-height: 1.06;
        letter-spacing: -0.015em;
        text-wrap: balance;
        text-shadow: 0 0.04em 0.2em rgb(0 0 0 / 0.7);
      }
    `,
  ];

  constructor() {
    super();
    this.words = '';
  }

  override render() {
    return html`<p role="status" aria-live="polite">${this.words}</p>`;
  }
}

customElements.define('cue-line', CueLine);

declare global {
  interface HTMLElementTagNameMap {
    'cue-line': CueLine;
  }
}
