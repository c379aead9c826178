import { LitElement, css, html } from 'lit';
import { ask } from '../../ask.ts';
import { icons } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';

/** The words and links of a user's own routine. */
export interface OwnRoutineWords {
  readonly name: string;
  /** The link to its page. */
  readonly openLink: string;
  /** What it contains, or why it cannot be started. */
  readonly summary: string;
  readonly start: string;
  /** `undefined` if it cannot be started. */
  readonly startLink: string | undefined;
  readonly change: string;
  readonly changeLink: string;
  readonly remove: string;
}

/** A user's own routine on the home screen: start, change or delete it. Fires `remove-asked`. */
export class OwnRoutine extends LitElement {
  static override properties = { words: { attribute: false } };
  declare words: OwnRoutineWords;

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
        padding: clamp(1rem, 2vw, 1.5rem) clamp(1.25rem, 2.4vw, 2rem);
        border-radius: var(--radius-m);
        background: var(--surface);
        box-shadow: 0 0.75rem 2.5rem var(--shadow);
      }
      .words {
        display: grid;
        flex: 1 1 16rem;
        gap: 0.25rem;
        min-inline-size: 0;
      }
      h3 {
        overflow-wrap: anywhere;
        font-size: var(--text-l);
      }
      h3 a {
        color: inherit;
        text-decoration: underline;
        text-decoration-color: var(--line);
        text-underline-offset: 0.2em;
      }
      h3 a:hover {
        text-decoration-color: currentColor;
      }
      p {
        line-height: 1.4;
        color: var(--ink-soft);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-s);
      }
      .button {
        flex: 1 1 auto;
        padding-inline: 0.9em;
      }
    `,
  ];

  readonly #remove = (): void => ask(this, 'remove-asked');

  override render() {
    const { words } = this;
    const name = html`<span class="unseen">: ${words.name}</span>`;
    return html`
      <div class="words">
        <h3><a href=${words.openLink}>${words.name}</a></h3>
        <p>${words.summary}</p>
      </div>
      <div class="actions">
        ${
          words.startLink
            ? html`<a class="button first" href=${words.startLink}>${icons.play}${words.start}${name}</a>`
            : undefined
        }
        <a class="button quiet" href=${words.changeLink}>${icons.pen}${words.change}${name}</a>
        <button class="button quiet" type="button" @click=${this.#remove}>${icons.bin}${words.remove}${name}</button>
      </div>
    `;
  }
}

customElements.define('own-routine', OwnRoutine);

declare global {
  interface HTMLElementTagNameMap {
    'own-routine': OwnRoutine;
  }
}
