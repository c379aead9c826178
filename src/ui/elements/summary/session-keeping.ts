import { LitElement, css, html, nothing } from 'lit';
import { ask } from '../../ask.ts';
import { icons } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';

/** The words of `session-keeping`. */
export interface KeepingWords {
  readonly kept: string;
  readonly memory: string;
  readonly dropped: string;
  readonly drop: string;
  readonly restore: string;
}

/**
 * Whether the session that has ended is kept, with a button that drops it and one that restores it. Fires `unkeep-asked`
 * and `keep-asked`.
 */
export class SessionKeeping extends LitElement {
  static override properties = {
    keeping: { attribute: false },
    words: { attribute: false },
    key: { attribute: false },
  };
  /** On the device, in memory only, or dropped; `undefined` shows nothing. */
  declare keeping: 'kept' | 'memory' | 'dropped' | undefined;
  declare words: KeepingWords;
  /** The name of the key that drops it; `undefined` if it has none. */
  declare key: string | undefined;

  static override styles = [
    base,
    buttons,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-xs) var(--space-m);
        align-items: center;
      }
      p {
        flex: 0 1 auto;
        color: var(--ink-soft);
      }
      kbd {
        padding: 0.1em 0.5em;
        border: 1px solid var(--line);
        border-radius: 0.4em;
        font: inherit;
        font-size: var(--text-s);
      }
      .button {
        flex: 0 1 auto;
        min-inline-size: 0;
        min-block-size: 2.75rem;
        padding-block: 0.25em;
        white-space: normal;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  readonly #drop = (): void => ask(this, 'unkeep-asked');
  readonly #restore = (): void => ask(this, 'keep-asked');

  override render() {
    const { keeping, words, key } = this;
    if (!keeping) return nothing;
    // One button throughout, so that the focus stays on it.
    const isDropped = keeping === 'dropped';
    return html`<div>
      <p role="status">${words[keeping]}</p>
      <button class="button quiet" type="button" @click=${isDropped ? this.#restore : this.#drop}>
        ${isDropped ? icons.again : icons.bin}${isDropped ? words.restore : words.drop}
        ${key && !isDropped ? html`<kbd>${key}</kbd>` : nothing}
      </button>
    </div>`;
  }
}

customElements.define('session-keeping', SessionKeeping);

declare global {
  interface HTMLElementTagNameMap {
    'session-keeping': SessionKeeping;
  }
}
