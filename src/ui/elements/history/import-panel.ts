import { LitElement, css, html, nothing } from 'lit';
import { ask } from '../../ask.ts';
import { icons } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';

/** What an import shows: a heading, lines, what is refused and why, and the words of its buttons. */
export interface ImportWords {
  readonly title: string;
  readonly lines: readonly string[];
  readonly refusals: readonly string[];
  /** Brings the file in; `undefined` while there is nothing to confirm. */
  readonly go: string | undefined;
  readonly close: string;
}

/** An import under way or to be confirmed. Fires `next-asked` to bring the file in, and `cancel-asked`. */
export class ImportPanel extends LitElement {
  static override properties = { words: { attribute: false } };
  declare words: ImportWords;

  static override styles = [
    base,
    buttons,
    css`
      section {
        display: grid;
        gap: var(--space-s);
        padding: clamp(1.25rem, 2.4vw, 2rem);
        border-radius: var(--radius-m);
        background: var(--brand-tint);
      }
      h3 {
        font-size: var(--text-l);
        overflow-wrap: anywhere;
      }
      ul {
        padding-inline-start: 1.2em;
        max-block-size: 16rem;
        overflow: auto;
        font-size: var(--text-s);
        overflow-wrap: anywhere;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-s);
      }
    `,
  ];

  readonly #go = (): void => ask(this, 'next-asked');
  readonly #cancel = (): void => ask(this, 'cancel-asked');

  override focus(): void {
    this.renderRoot.querySelector('h3')?.focus();
  }

  override render() {
    const { title, lines, refusals, go, close } = this.words;
    return html`<section aria-labelledby="title">
      <h3 id="title" tabindex="-1">${title}</h3>
      <div role="status">${lines.map((line) => html`<p>${line}</p>`)}</div>
      ${
        refusals.length > 0
          ? html`<ul tabindex="0" aria-labelledby="title">
              ${refusals.map((line) => html`<li>${line}</li>`)}
            </ul>`
          : nothing
      }
      <div class="actions">
        ${go ? html`<button class="button first" type="button" @click=${this.#go}>${icons.check}${go}</button>` : nothing}
        <button class="button quiet" type="button" @click=${this.#cancel}>${close}</button>
      </div>
    </section>`;
  }
}

customElements.define('import-panel', ImportPanel);

declare global {
  interface HTMLElementTagNameMap {
    'import-panel': ImportPanel;
  }
}
