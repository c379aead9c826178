import { LitElement, css, html, nothing } from 'lit';
import type { History } from '../../session/history/history.ts';
import type { Texts } from '../../texts/texts.ts';
import { fileNameOf } from '../file-name.ts';
import { icons } from '../icons.ts';
import { saveFile } from '../save-file.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { historyStyles } from './history-screen.styles.ts';

/** What is not kept on this device, or cannot be read; both are offered as a file. Nothing while all is well. */
export class HistoryNotices extends LitElement {
  static override properties = {
    history: { attribute: false },
    state: { attribute: false },
    texts: { attribute: false },
  };
  declare history: History;
  /** The state of the history when it was last read. */
  declare state: History['state'];
  declare texts: Texts;

  static override styles = [
    base,
    buttons,
    historyStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-m);
      }
    `,
  ];

  readonly #rescue = async (): Promise<void> =>
    saveFile(fileNameOf('rescue', new Date()), await this.history.rescueFile());
  readonly #dropDamaged = (): void => void this.history.dropDamaged();
  override render() {
    return html`${this.#notKept()} ${this.#damaged()}`;
  }

  #notKept() {
    const { memory, trouble } = this.texts.history;
    const { problem, inMemory } = this.state;
    if (inMemory === 0) return problem ? html`<p class="notice" role="status">${trouble}</p>` : nothing;
    return html`<section class="notice" role="status">
      <h2>${memory.title}</h2>
      <p>${(problem === 'full' ? memory.full : memory.other)(inMemory)}</p>
      <button class="button first" type="button" @click=${this.#rescue}>${icons.save}${memory.save}</button>
    </section>`;
  }

  #damaged() {
    const { damaged: words } = this.texts.history;
    const { damaged } = this.state;
    if (damaged.length === 0) return nothing;
    return html`<section class="notice">
      <h2>${words.title(damaged.length)}</h2>
      <p>${words.line}</p>
      <div class="actions">
        <button class="button first" type="button" @click=${this.#rescue}>${icons.save}${words.save}</button>
        <button class="button quiet" type="button" @click=${this.#dropDamaged}>${icons.bin}${words.drop}</button>
      </div>
    </section>`;
  }
}

customElements.define('history-notices', HistoryNotices);

declare global {
  interface HTMLElementTagNameMap {
    'history-notices': HistoryNotices;
  }
}
