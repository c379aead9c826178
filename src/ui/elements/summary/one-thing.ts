import { LitElement, css, html, nothing } from 'lit';
import { icons } from '../../icons.ts';
import { base } from '../../styles/base.ts';

/** The one thing to try next time: what to do, large, and why. */
export class OneThing extends LitElement {
  static override properties = {
    heading: { attribute: false },
    what: { attribute: false },
    why: { attribute: false },
    where: { attribute: false },
  };
  declare heading: string;
  declare what: string;
  declare why: string;
  /** The name of the exercise; `undefined` if it is clear. */
  declare where: string | undefined;

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.2em 1em;
        align-items: start;
        padding: clamp(1.25rem, 2.4vw, 2rem);
        border-radius: var(--radius-m);
        color: var(--ink);
        background: var(--brand-tint);
      }
      svg {
        grid-row: 1 / span 3;
        inline-size: 2.25rem;
        block-size: 2.25rem;
        color: var(--brand);
      }
      h2 {
        font-size: var(--text-s);
        letter-spacing: 0;
        color: var(--brand-deep);
      }
      .what {
        font-size: var(--text-xl);
        font-weight: 700;
        letter-spacing: -0.018em;
        line-height: 1.2;
      }
      .why {
        color: var(--ink);
      }
      @media print {
        :host {
          padding: 0.6rem 0.9rem;
          border: 1px solid var(--line);
        }
      }
    `,
  ];

  override render() {
    return html`${icons.lamp}
      <h2>${this.heading}${this.where ? html` <span>· ${this.where}</span>` : nothing}</h2>
      <p class="what">${this.what}</p>
      <p class="why">${this.why}</p>`;
  }
}

customElements.define('one-thing', OneThing);

declare global {
  interface HTMLElementTagNameMap {
    'one-thing': OneThing;
  }
}
