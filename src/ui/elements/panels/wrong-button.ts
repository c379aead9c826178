import { LitElement, css, html } from 'lit';
import { ask } from '../../ask.ts';
import { icons } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';

/**
 * The button for when something feels wrong, in a row of its own at the bottom of the window: what is scrolled ends above
 * it. Fires `red-flag-asked`.
 */
export class WrongButton extends LitElement {
  static override properties = {
    words: { attribute: false },
    key: { attribute: false },
  };
  declare words: string;
  /** The key that does the same. */
  declare key: string;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        position: sticky;
        inset-block-end: 0;
        z-index: 4;
        display: flex;
        justify-content: end;
        padding: 0.375rem 0.75rem max(0.375rem, env(safe-area-inset-bottom));
        border-block-start: 1px solid var(--line);
        background: var(--paper);
      }
      .button {
        min-block-size: 3rem;
        padding: 0.4em 1.1em;
        border-color: var(--warm);
        color: var(--warm);
        background: var(--surface);
      }
      kbd {
        font: inherit;
        font-size: 0.85em;
        opacity: 0.8;
      }
      /* Generated content, so that it is no part of the button's name. */
      kbd::before {
        content: attr(data-key);
      }
      @media (hover: none), (max-width: 40rem) {
        kbd {
          display: none;
        }
      }
      @media (max-width: 40rem) {
        .button {
          font-size: var(--text-s);
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.words = '';
    this.key = '';
  }

  override render() {
    return html`<button
      class="button"
      type="button"
      aria-label=${this.words}
      @click=${() => ask(this, 'red-flag-asked')}
    >
      ${icons.hand}<span>${this.words}</span><kbd aria-hidden="true" data-key=${this.key}></kbd>
    </button>`;
  }
}

customElements.define('wrong-button', WrongButton);

declare global {
  interface HTMLElementTagNameMap {
    'wrong-button': WrongButton;
  }
}
