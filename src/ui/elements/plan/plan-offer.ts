import { LitElement, css, html } from 'lit';
import { planLink } from '../../routes.ts';
import { base } from '../../styles/base.ts';

/** One quiet line that offers to make a plan. */
export class PlanOffer extends LitElement {
  static override properties = { words: { attribute: false } };
  declare words: { readonly offer: string; readonly make: string };

  static override styles = [
    base,
    css`
      p {
        color: var(--ink-soft);
      }
      a {
        padding-block: 0.6rem;
        color: var(--brand);
      }
    `,
  ];

  override render() {
    const { offer, make } = this.words;
    return html`<p>${offer} <a href=${planLink}>${make}</a></p>`;
  }
}

customElements.define('plan-offer', PlanOffer);

declare global {
  interface HTMLElementTagNameMap {
    'plan-offer': PlanOffer;
  }
}
