import { LitElement, html, nothing } from 'lit';
import { exportDue } from '../../session/history/days.ts';
import type { History } from '../../session/history/history.ts';
import type { ListedSession } from '../../session/history/listed-session.ts';
import type { Texts } from '../../texts/texts.ts';
import { Importing } from '../controllers/importing.ts';
import '../elements/history/delete-all.ts';
import '../elements/panels/file-choice.ts';
import type { ImportWords } from '../elements/history/import-panel.ts';
import '../elements/history/import-panel.ts';
import { fileNameOf } from '../file-name.ts';
import { icons } from '../icons.ts';
import { saveFile } from '../save-file.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { changesPlan, previewInWords, refusalsInWords, shortDay } from '../words/history-in-words.ts';
import { historyStyles } from './history-screen.styles.ts';

/**
 * The part of the history about the data itself: what a browser may delete, files out and in, and delete everything. Fires `all-deleted`.
 */
export class HistoryData extends LitElement {
  static override properties = {
    history: { attribute: false },
    sessions: { attribute: false },
    texts: { attribute: false },
    saved: { state: true },
  };
  declare history: History;
  declare sessions: readonly ListedSession[];
  declare texts: Texts;
  /** The share of the file that is written, 0-1, while it is. */
  declare private saved: number | undefined;

  static override styles = [base, buttons, historyStyles];

  readonly #importing = new Importing(this, () => this.history);
  #abort = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort.abort();
    this.#importing.cancel();
  }

  readonly #save = async (): Promise<void> => {
    if (this.saved !== undefined) return;
    const { signal } = (this.#abort = new AbortController());
    this.saved = 0;
    try {
      const file = await this.history.exportFile({
        onProgress: (share) => (this.saved = Math.floor(share * 100) / 100),
        signal,
      });
      saveFile(fileNameOf('sessions', new Date()), file);
    } catch (thrown) {
      if (!signal.aborted) throw thrown;
    } finally {
      this.saved = undefined;
    }
  };
  readonly #saveTable = async (): Promise<void> =>
    saveFile(fileNameOf('sessions', new Date(), 'csv'), await this.history.exportTable());
  readonly #choose = async ({ detail }: CustomEvent<File>): Promise<void> => {
    await this.#importing.choose(detail);
    await this.#showImport();
  };
  readonly #bring = async (): Promise<void> => {
    await this.#importing.confirm();
    await this.#showImport();
  };
  readonly #cancel = (): void => {
    this.#importing.cancel();
  };
  readonly #deleteAll = async (): Promise<void> => {
    await this.history.deleteAll();
    this.dispatchEvent(new Event('all-deleted'));
  };

  async #showImport(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector('import-panel')?.focus();
  }

  override render() {
    const { history: words } = this.texts;
    const { isPersistent } = this.history.state;
    return html`<section class="data" aria-labelledby="data">
      <h2 id="data">${words.data.title}</h2>
      ${this.#due()}
      <p>${isPersistent ? words.data.kept : words.data.mayGo}</p>
      <div class="actions">
        ${this.#isEmpty ? nothing : this.#saving()}
        <file-choice .words=${words.data.bring} @file-chosen=${this.#choose}></file-choice>
      </div>
      <p class="soft" role="status">${this.#hint}</p>
      ${this.#import()}
      <delete-all
        .words=${{ ...words.deleteAll, line: words.deleteAll.line(this.sessions.length) }}
        @remove-asked=${this.#deleteAll}
      ></delete-all>
    </section>`;
  }

  /** Whether there is nothing to save. */
  get #isEmpty(): boolean {
    return this.sessions.length === 0 && !this.history.state.hasPlan;
  }

  get #hint(): string {
    const { data } = this.texts.history;
    if (this.saved !== undefined) return data.saving(Math.round(this.saved * 100));
    return this.#isEmpty ? data.empty : data.tableHint;
  }

  #saving() {
    const { data } = this.texts.history;
    return html`<button class="button first" type="button" @click=${this.#save}>${icons.save}${data.save}</button> ${
        this.sessions.length === 0
          ? nothing
          : html`<button class="button quiet" type="button" @click=${this.#saveTable}>
              ${icons.save}${data.table}
            </button>`
      }`;
  }

  #due() {
    const { data } = this.texts.history;
    const { exportedAt } = this.history.state;
    const due = exportDue(this.sessions, exportedAt, Date.now());
    if (!due) return nothing;
    const line = due === 'never' ? data.never : data.old(shortDay(exportedAt ?? 0, this.texts));
    return html`<p class="due">${line}</p>`;
  }

  #import() {
    const words = this.#importWords();
    return words
      ? html`<import-panel .words=${words} @next-asked=${this.#bring} @cancel-asked=${this.#cancel}></import-panel>`
      : nothing;
  }

  #importWords(): ImportWords | undefined {
    const { texts } = this;
    const words = texts.history.bringIn;
    const { state } = this.#importing;
    if (state.is === 'none') return undefined;
    const title = words.title(state.name);
    if ('share' in state) {
      const lines = [words[state.is](Math.floor(state.share * 100))];
      return { title, lines, refusals: [], go: undefined, close: words.cancel };
    }
    const { preview } = state;
    const countOf = (effect: string): number => preview.entries.filter((entry) => entry.effect === effect).length;
    const [added, replaced] = [countOf('adds'), countOf('replaces')];
    const isPlanned = changesPlan(preview);
    const refusals = refusalsInWords(preview, texts);
    const refused = preview.refused > 0 ? [words.refused(preview.refused)] : [];
    if (state.is === 'done')
      return {
        title,
        lines: [words.done(added, replaced, isPlanned), ...refused],
        refusals,
        go: undefined,
        close: words.close,
      };
    const isChange = added + replaced > 0 || isPlanned;
    return {
      title,
      lines: [...previewInWords(preview, texts), ...refused],
      refusals,
      go: isChange ? words.go(added + replaced) : undefined,
      close: isChange ? words.cancel : words.close,
    };
  }
}

customElements.define('history-data', HistoryData);

declare global {
  interface HTMLElementTagNameMap {
    'history-data': HistoryData;
  }
}
