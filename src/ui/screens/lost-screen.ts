import { LitElement, css, html } from 'lit';
import type { Texts } from '../../texts/texts.ts';
import { homeLink } from '../routes.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { pageLayout } from '../styles/page-layout.ts';

/** The screen of a link that leads nowhere, with a link home. */
export class LostScreen extends LitElement {
  static override properties = { link: { attribute: false }, texts: { attribute: false } };
  declare link: string;
  declare texts: Texts;

  static override styles = [
    base,
    buttons,
    pageLayout,
    css`
      main {
        align-content: center;
        justify-items: start;
        gap: var(--space-m);
        max-inline-size: 46rem;
      }
      h1 {
        font-size: var(--text-display);
      }
      p {
        font-size: var(--text-l);
        color: var(--ink-soft);
        overflow-wrap: anywhere;
      }
    `,
  ];

  override render() {
    const { lost } = this.texts.app;
    return html`<main>
      <h1>${lost.title}</h1>
      <p>${lost.lead(this.link)}</p>
      <a class="button first" href=${homeLink}>${lost.home}</a>
    </main>`;
  }
}

customElements.define('lost-screen', LostScreen);

declare global {
  interface HTMLElementTagNameMap {
    'lost-screen': LostScreen;
  }
}
