import { LitElement, css, html } from 'lit';
import { ask } from '../../ask.ts';
import { icons } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';

/** The words of `delete-all`. */
export interface DeleteAllWords {
  readonly open: string;
  readonly title: string;
  readonly line: string;
  readonly keep: string;
  readonly go: string;
}

/** A button that deletes everything after a question, in which the focus is on "no". Fires `remove-asked`. */
export class DeleteAll extends LitElement {
  static override properties = { words: { attribute: false } };
  declare words: DeleteAllWords;

  static override styles = [
    base,
    buttons,
    css`
      .button.grave {
        color: var(--warm);
      }
      dialog {
        inline-size: min(36rem, 100vw - 2rem);
        padding: clamp(1.5rem, 4vw, 2.5rem);
        border: 0;
        border-radius: var(--radius-m);
        color: var(--ink);
        background: var(--surface);
        font-size: var(--text-m);
        line-height: 1.5;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 0.55);
      }
      div {
        display: grid;
        gap: var(--space-m);
      }
      h2 {
        font-size: var(--text-xl);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-s);
      }
    `,
  ];

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  readonly #open = (): void => this.#dialog?.showModal();
  readonly #close = (): void => this.#dialog?.close();
  readonly #go = (): void => {
    this.#close();
    ask(this, 'remove-asked');
  };
  /** Keys in the dialog are not commands of the screen behind it. */
  readonly #key = (event: Event): void => event.stopPropagation();

  override render() {
    const { open, title, line, keep, go } = this.words;
    return html`<button class="button quiet grave" type="button" @click=${this.#open}>${icons.bin}${open}</button>
      <dialog aria-labelledby="title" aria-describedby="line" @keydown=${this.#key}>
        <div>
          <h2 id="title">${title}</h2>
          <p id="line">${line}</p>
          <div class="actions">
            <button class="button first" type="button" autofocus @click=${this.#close}>${keep}</button>
            <button class="button quiet grave" type="button" @click=${this.#go}>${icons.bin}${go}</button>
          </div>
        </div>
      </dialog>`;
  }
}

customElements.define('delete-all', DeleteAll);

declare global {
  interface HTMLElementTagNameMap {
    'delete-all': DeleteAll;
  }
}
