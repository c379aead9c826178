import { LitElement, css, html, type TemplateResult } from 'lit';
import { icons } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';

/** A button that chooses a file, of sessions unless a subclass says otherwise. Fires `file-chosen` with the file. */
export class FileChoice extends LitElement {
  static override properties = {
    words: { attribute: false },
    isFirst: { attribute: false },
  };
  declare words: string;
  /** Whether it is the primary button of its group. */
  declare isFirst: boolean;

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
        padding-inline: var(--padding, 1.5em);
      }
      .button:has(:focus-visible) {
        outline: 4px solid var(--focus, Highlight);
        outline-offset: 3px;
      }
    `,
  ];

  /** The kinds of file that are offered, as in the attribute `accept`. */
  protected readonly accept: string = '.json,application/json';
  protected readonly icon: TemplateResult = icons.up;

  constructor() {
    super();
    this.words = '';
    this.isFirst = false;
  }

  protected hand(file: File): void {
    this.dispatchEvent(new CustomEvent<File>('file-chosen', { detail: file }));
  }

  readonly #choose = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    const [file] = currentTarget.files ?? [];
    // Allows the same file to be chosen again after it was changed.
    currentTarget.value = '';
    if (file) this.hand(file);
  };

  override render() {
    return html`<label class=${this.isFirst ? 'button first' : 'button quiet'}>
      <input class="unseen" type="file" accept=${this.accept} @change=${this.#choose} />${this.icon}${this.words}
    </label>`;
  }
}

customElements.define('file-choice', FileChoice);

declare global {
  interface HTMLElementTagNameMap {
    'file-choice': FileChoice;
  }
}
