import { LitElement, css, html } from 'lit';
import { icons } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';

/** A button that chooses a file of sessions. Fires `file-chosen` with the file. */
export class FileChoice extends LitElement {
  static override properties = { words: { attribute: false } };
  declare words: string;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: inline-flex;
      }
      .button {
        position: relative;
        flex: 1;
      }
      .button:has(:focus-visible) {
        outline: 4px solid var(--focus, Highlight);
        outline-offset: 3px;
      }
    `,
  ];

  constructor() {
    super();
    this.words = '';
  }

  readonly #choose = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    const [file] = currentTarget.files ?? [];
    // Allows the same file to be chosen again after it was changed.
    currentTarget.value = '';
    if (file) this.dispatchEvent(new CustomEvent<File>('file-chosen', { detail: file }));
  };

  override render() {
    return html`<label class="button quiet">
      <input
        class="unseen"
        type="file"
        accept=".json,application/json"
        @change=${this.#choose}
      />${icons.up}${this.words}
    </label>`;
  }
}

customElements.define('file-choice', FileChoice);

declare global {
  interface HTMLElementTagNameMap {
    'file-choice': FileChoice;
  }
}
