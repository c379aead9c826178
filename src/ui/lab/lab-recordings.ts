import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ListedRecording, Recordings, RemovedRecording } from '../../session/history/recordings.ts';
import { exerciseTextsOf } from '../../texts/exercise-texts-of.ts';
import type { LabTexts } from '../../texts/en/lab.ts';
import type { Texts } from '../../texts/texts.ts';
import { fileNameOf } from '../file-name.ts';
import { icons } from '../icons.ts';
import { labLink, settingsLink } from '../routes.ts';
import { saveFile } from '../save-file.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { labStyles } from './lab.styles.ts';
import './recording-choice.ts';

/** The recordings on this device: open, save and delete, with undo. Fires `file-chosen` with a file to open. */
export class LabRecordings extends LitElement {
  static override properties = {
    recordings: { attribute: false },
    chosen: { attribute: false },
    texts: { attribute: false },
    words: { attribute: false },
    list: { state: true },
    removed: { state: true },
  };
  declare recordings: Recordings;
  /** The id of the one that is replayed; `undefined` if none is. */
  declare chosen: string | undefined;
  declare texts: Texts;
  declare words: LabTexts;
  declare private list: readonly ListedRecording[] | undefined;
  /** The last one that was deleted, while it can be brought back. */
  declare private removed: RemovedRecording | undefined;

  static override styles = [
    base,
    buttons,
    labStyles,
    css`
      :host {
        display: block;
      }
      .list {
        max-block-size: 20rem;
        overflow: auto;
      }
      .list li {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-xs) var(--space-m);
        align-items: center;
        justify-content: space-between;
        padding: var(--space-s);
        border-radius: var(--radius-s);
      }
      .list [aria-current] {
        background: var(--brand-tint);
      }
      .words {
        flex: 1 1 12rem;
        min-inline-size: 0;
      }
      .warm {
        color: var(--warm);
      }
    `,
  ];

  #stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopListening = this.recordings.changes.listen(() => void this.#read());
    void this.#read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
  }

  async #read(): Promise<void> {
    this.list = await this.recordings.list();
  }

  #nameOf({ exercise, at }: ListedRecording): string {
    return `${exerciseTextsOf(this.texts, exercise).name}, ${this.#dayOf(at)}`;
  }

  #dayOf(at: number): string {
    return new Date(at).toLocaleString(this.texts.language, { dateStyle: 'medium', timeStyle: 'short' });
  }

  async #save({ id, exercise, at }: ListedRecording): Promise<void> {
    const file = await this.recordings.fileOf(id);
    if (file) saveFile(fileNameOf(exercise, new Date(at), 'json.gz'), file);
  }

  async #remove(id: string): Promise<void> {
    this.removed = await this.recordings.remove(id);
    await this.updateComplete;
    // The focused element no longer exists.
    this.renderRoot.querySelector<HTMLElement>('.undo button')?.focus();
  }

  readonly #undo = async (): Promise<void> => {
    if (this.removed) await this.recordings.restore(this.removed);
    this.removed = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  };

  readonly #choose = ({ detail }: CustomEvent<File>): void => {
    this.dispatchEvent(new CustomEvent<File>('file-chosen', { detail }));
  };

  override render() {
    const words = this.words.recordings;
    const { list } = this;
    if (!list) return nothing;
    const bytes = list.reduce((sum, one) => sum + one.bytes, 0);
    const isMissing = list.some(({ isInMemory }) => isInMemory);
    return html`<section aria-labelledby="recordings">
      <h2 id="recordings" tabindex="-1">${words.title}</h2>
      ${isMissing ? html`<p class="warm" role="status">${words.notKept}</p>` : nothing}
      ${list.length === 0 ? html`<p>${words.none}</p>` : html`<p class="soft">${words.total(list.length, bytes)}</p>`}
      ${
        list.length === 0
          ? nothing
          : html`<ul class="list">
              ${repeat(
                list,
                ({ id }) => id,
                (one) => this.#row(one),
              )}
            </ul>`
      }
      <div class="undo actions" role="status">
        ${
          this.removed
            ? html`<span>${words.removed(this.#nameOf(this.removed.listed))}</span>
                <button class="button quiet" type="button" @click=${this.#undo}>${icons.again}${words.undo}</button>`
            : nothing
        }
      </div>
      <div class="actions">
        <recording-choice .words=${words.file} @file-chosen=${this.#choose}></recording-choice>
        ${list.length === 0 ? html`<a class="button quiet" href=${settingsLink}>${words.settings}</a>` : nothing}
      </div>
    </section>`;
  }

  #row(one: ListedRecording) {
    const words = this.words.recordings;
    const which = html`<span class="unseen">: ${this.#nameOf(one)}</span>`;
    return html`<li aria-current=${one.id === this.chosen ? 'true' : nothing}>
      <div class="words">
        <strong>${exerciseTextsOf(this.texts, one.exercise).name}</strong>
        <p class="small soft">
          ${words.facts(this.#dayOf(one.at), one.durationMs, one.bytes)}${one.isInMemory ? html`, <span class="warm">${words.inMemory}</span>` : nothing}
        </p>
      </div>
      <div class="actions">
        <a class="button quiet" href=${labLink('recording', one.id)}>${words.open}${which}</a>
        <button class="button quiet" type="button" @click=${() => this.#save(one)}>${words.save}${which}</button>
        <button class="button quiet" type="button" @click=${() => this.#remove(one.id)}>${words.remove}${which}</button>
      </div>
    </li>`;
  }
}

customElements.define('lab-recordings', LabRecordings);

declare global {
  interface HTMLElementTagNameMap {
    'lab-recordings': LabRecordings;
  }
}
