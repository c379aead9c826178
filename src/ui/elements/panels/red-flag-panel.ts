import { LitElement, css, html } from 'lit';
import type { Texts } from '../../../texts/texts.ts';
import { ask } from '../../ask.ts';
import { icons, type IconName } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';

/** The words about one kind of sign: what to do, and at which signs. */
interface Signs {
  readonly title: string;
  readonly lead: string;
  readonly signs: readonly string[];
}

/**
 * Shown after the user reports that something feels wrong and everything has stopped: the signs that need an emergency
 * call, the signs that need advice, and the two ways on. Fires `back-asked` and `home-asked`.
 */
export class RedFlagPanel extends LitElement {
  static override properties = { texts: { attribute: false } };
  declare texts: Texts;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        align-content: safe center;
        justify-content: center;
        min-block-size: 100dvh;
        padding: clamp(1.25rem, 4vh, 3rem) var(--edge);
        background: var(--paper);
      }
      main {
        display: grid;
        gap: clamp(1rem, 3vh, 2rem);
        max-inline-size: 70rem;
      }
      h1 {
        font-size: clamp(2.25rem, 1.2rem + 3.6vw, 4rem);
        letter-spacing: -0.03em;
      }
      h1:focus {
        outline: none;
      }
      .lead {
        font-size: clamp(1.25rem, 0.9rem + 1.1vw, 1.75rem);
        line-height: 1.35;
        color: var(--ink-soft);
      }
      .kinds {
        display: grid;
        grid-template-columns: minmax(0, 1.3fr) minmax(0, 1fr);
        gap: clamp(1rem, 2.5vw, 2rem);
      }
      section {
        display: grid;
        align-content: start;
        gap: var(--space-s);
        padding: clamp(1.25rem, 2.4vw, 2rem);
        border-radius: var(--radius-m);
        background: var(--surface);
        box-shadow: 0 0.75rem 2.5rem var(--shadow);
      }
      .urgent {
        background: var(--warm-tint);
      }
      h2 {
        display: flex;
        gap: 0.5em;
        align-items: center;
        font-size: clamp(1.5rem, 1.1rem + 0.9vw, 1.875rem);
      }
      h2 svg {
        flex: none;
        inline-size: 1.2em;
        block-size: 1.2em;
        color: var(--warm);
      }
      section p,
      li {
        font-size: var(--text-l);
        line-height: 1.35;
      }
      ul {
        display: grid;
        gap: 0.35em;
        padding-inline-start: 1.1em;
      }
      li::marker {
        color: var(--warm);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-s);
      }
      @media (max-width: 48rem) {
        .kinds {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      @media (max-width: 30rem) {
        .actions .button {
          flex: 1 1 100%;
        }
      }
    `,
  ];

  /** Moves the focus here, so that a screen reader starts here and keys do not reach the previous screen. */
  override firstUpdated(): void {
    this.renderRoot.querySelector('h1')?.focus();
  }

  readonly #fine = (): void => ask(this, 'back-asked');
  readonly #home = (): void => ask(this, 'home-asked');

  override render() {
    const { redFlag } = this.texts.safety;
    return html`<main>
      <h1 tabindex="-1">${redFlag.title}</h1>
      <p class="lead">${redFlag.lead}</p>
      <div class="kinds">
        ${this.#signs('urgent', 'phone', redFlag.urgent)} ${this.#signs('ask', 'heart', redFlag.ask)}
      </div>
      <div class="actions">
        <button class="button first" type="button" @click=${this.#home}>${icons.home}${redFlag.home}</button>
        <button class="button quiet" type="button" @click=${this.#fine}>${icons.back}${redFlag.fine}</button>
      </div>
    </main>`;
  }

  #signs(kind: string, icon: IconName, { title, lead, signs }: Signs) {
    return html`<section class=${kind}>
      <h2>${icons[icon]}${title}</h2>
      <p>${lead}</p>
      <ul>
        ${signs.map((sign) => html`<li>${sign}</li>`)}
      </ul>
    </section>`;
  }
}

customElements.define('red-flag-panel', RedFlagPanel);

declare global {
  interface HTMLElementTagNameMap {
    'red-flag-panel': RedFlagPanel;
  }
}
