import { LitElement, css, html, nothing } from 'lit';
import type { OfflineState } from '../../../ports/offline-state.ts';
import { ask } from '../../ask.ts';
import { icons } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';

/** The words of the note. */
export interface OfflineWords {
  readonly ready: string;
  readonly readyMore: string;
  readonly update: string;
  readonly reload: string;
}

/** Tells that the app works offline, and offers a new version. Fires `update-asked`, which bubbles. */
export class OfflineNote extends LitElement {
  static override properties = { state: { attribute: false }, words: { attribute: false } };
  declare state: OfflineState | undefined;
  declare words: OfflineWords;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: contents;
      }
      div {
        display: grid;
        gap: var(--space-s);
      }
      div:empty {
        display: none;
      }
      p {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6em;
        align-items: center;
        color: var(--ink-soft);
      }
      p:has(> span) {
        align-items: start;
      }
      span {
        flex: 1 1 0;
        min-inline-size: 0;
      }
      svg {
        flex: none;
        inline-size: 1.6em;
        block-size: 1.6em;
        color: var(--brand);
      }
    `,
  ];

  readonly #update = (): void => ask(this, 'update-asked');

  override render() {
    const { state, words } = this;
    return html`<div role="status">
      ${
        state?.isReady
          ? html`<p>
              ${icons.check}<span><strong>${words.ready}</strong> ${words.readyMore}</span>
            </p>`
          : nothing
      }${
        state?.isUpdateWaiting
          ? html`<p>
              ${words.update}
              <button class="button quiet" type="button" @click=${this.#update}>${icons.again}${words.reload}</button>
            </p>`
          : nothing
      }
    </div>`;
  }
}

customElements.define('offline-note', OfflineNote);

declare global {
  interface HTMLElementTagNameMap {
    'offline-note': OfflineNote;
  }
}
