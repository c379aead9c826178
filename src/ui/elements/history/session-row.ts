import { LitElement, css, html, nothing } from 'lit';
import { ask } from '../../ask.ts';
import { icons } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';

/** The words and the link of a session in the history. */
export interface SessionRowWords {
  readonly name: string;
  /** The time of day. */
  readonly at: string;
  readonly openLink: string;
  /** What was done, in a few words each. */
  readonly facts: readonly string[];
  /** How the user corrected the count, in a few words each. */
  readonly corrections: readonly string[];
  /** The user's note; `undefined` if there is none. */
  readonly note: string | undefined;
  readonly open: string;
  readonly remove: string;
}

/** A session in the history: what was done, a link that opens it, and a button. Fires `remove-asked`. */
export class SessionRow extends LitElement {
  static override properties = { words: { attribute: false } };
  declare words: SessionRowWords;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-s) var(--space-l);
        align-items: center;
        justify-content: space-between;
        padding: clamp(0.9rem, 1.8vw, 1.25rem) clamp(1.25rem, 2.4vw, 1.75rem);
        border-radius: var(--radius-m);
        background: var(--surface);
      }
      .words {
        display: grid;
        flex: 1 1 18rem;
        gap: 0.2rem;
        min-inline-size: 0;
      }
      h4 {
        margin: 0;
        font-size: var(--text-l);
        font-weight: 650;
        letter-spacing: -0.018em;
        line-height: 1.2;
        overflow-wrap: anywhere;
      }
      h4 a {
        color: inherit;
        text-decoration: underline;
        text-decoration-color: var(--line);
        text-underline-offset: 0.2em;
      }
      h4 a:hover {
        text-decoration-color: currentColor;
      }
      h4 span {
        font-size: var(--text-s);
        font-weight: 400;
        letter-spacing: 0;
        color: var(--ink-soft);
      }
      p {
        line-height: 1.4;
        color: var(--ink-soft);
      }
      .corrections {
        color: var(--warm);
      }
      .note {
        overflow-wrap: anywhere;
        color: var(--ink);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-s);
      }
      .button {
        min-block-size: 2.75rem;
        padding: 0.25em 0.9em;
      }
    `,
  ];

  readonly #remove = (): void => ask(this, 'remove-asked');

  override focus(): void {
    this.renderRoot.querySelector('a')?.focus();
  }

  override render() {
    const { name, at, openLink, facts, corrections, note, open, remove } = this.words;
    const which = html`<span class="unseen">: ${name}, ${at}</span>`;
    return html`
      <div class="words">
        <h4><a href=${openLink}>${name}</a> <span>${at}</span></h4>
        ${facts.length > 0 ? html`<p>${facts.join(' · ')}</p>` : nothing}
        ${corrections.length > 0 ? html`<p class="corrections">${corrections.join(' · ')}</p>` : nothing}
        ${note ? html`<p class="note">“${note}”</p>` : nothing}
      </div>
      <div class="actions">
        <a class="button quiet" href=${openLink}>${open}${which}</a>
        <button class="button quiet" type="button" @click=${this.#remove}>${icons.bin}${remove}${which}</button>
      </div>
    `;
  }
}

customElements.define('session-row', SessionRow);

declare global {
  interface HTMLElementTagNameMap {
    'session-row': SessionRow;
  }
}
