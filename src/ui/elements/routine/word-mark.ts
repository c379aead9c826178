import { LitElement, css, html } from 'lit';

/** Limber's name beside its logo: two arms raised in one easy arc. */
export class WordMark extends LitElement {
  static override properties = { name: { attribute: false } };
  declare name: string;

  static override styles = css`
    :host {
      display: inline-flex;
      align-items: center;
      gap: 0.5em;
      font-size: var(--text-l);
      font-weight: 700;
      letter-spacing: -0.02em;
    }
    svg {
      inline-size: 1.9em;
      block-size: 1.9em;
    }
    .sun {
      fill: var(--brand);
    }
    .arms {
      fill: none;
      stroke: var(--on-brand);
      stroke-width: 3.4;
      stroke-linecap: round;
    }
    .head {
      fill: var(--on-brand);
    }
  `;

  constructor() {
    super();
    this.name = '';
  }

  override render() {
    return html`<svg viewBox="0 0 40 40" aria-hidden="true">
        <rect class="sun" width="40" height="40" rx="12" />
        <circle class="head" cx="20" cy="15" r="3.8" />
        <path class="arms" d="M9 11c1.5 8 5 12 11 12s9.5-4 11-12M20 23v9" />
      </svg>
      <span>${this.name}</span>`;
  }
}

customElements.define('word-mark', WordMark);

declare global {
  interface HTMLElementTagNameMap {
    'word-mark': WordMark;
  }
}
