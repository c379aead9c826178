import { LitElement, css, html } from 'lit';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { ask } from '../../ask.ts';

/** The progress of opening a source: a bar with words. Fires `cancel-asked`. */
export class OpeningProgress extends LitElement {
  static override properties = {
    heading: { attribute: false },
    words: { attribute: false },
    detail: { attribute: false },
    share: { attribute: false },
    cancel: { attribute: false },
  };
  declare heading: string;
  declare words: string;
  /** Such as "1.2 of 4.8 MB". */
  declare detail: string;
  /** 0-1; `undefined` if it is not known. */
  declare share: number | undefined;
  declare cancel: string;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        place-content: center;
        justify-items: center;
        gap: var(--space-m);
        padding: var(--edge);
        text-align: center;
      }
      h1 {
        font-size: var(--text-display);
      }
      p {
        font-size: var(--text-xl);
        color: var(--ink-soft);
      }
      .detail {
        min-block-size: 1.5em;
        font-size: var(--text-l);
        font-variant-numeric: tabular-nums;
      }
      progress {
        appearance: none;
        inline-size: min(30rem, 78vw);
        block-size: 1rem;
        border: none;
        border-radius: 999px;
        overflow: hidden;
        background: var(--sunken);
        accent-color: var(--brand);
      }
      progress::-webkit-progress-bar {
        background: var(--sunken);
      }
      progress::-webkit-progress-value {
        border-radius: 999px;
        background: var(--brand);
      }
      progress::-moz-progress-bar {
        border-radius: 999px;
        background: var(--brand);
      }
      progress:indeterminate {
        background: linear-gradient(90deg, var(--sunken) 25%, var(--brand) 50%, var(--sunken) 75%) 0 0 / 200% 100%;
        /* In steps: without a GPU, each of its pictures takes time from the model that is being opened. */
        animation: sweep 1.8s steps(12) infinite;
      }
      progress:indeterminate::-webkit-progress-bar {
        background: transparent;
      }
      @keyframes sweep {
        to {
          background-position: -200% 0;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        progress:indeterminate {
          animation: none;
        }
      }
      @media (forced-colors: active) {
        progress {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.heading = '';
    this.words = '';
    this.detail = '';
    this.cancel = '';
  }

  readonly #cancel = (): void => ask(this, 'cancel-asked');

  override render() {
    return html`
      <h1>${this.heading}</h1>
      <p role="status">${this.words}</p>
      ${
        this.share === undefined
          ? html`<progress aria-label=${this.words}></progress>`
          : html`<progress aria-label=${this.words} max="1" .value=${this.share}></progress>`
      }
      <p class="detail">${this.detail}</p>
      <button class="button quiet" type="button" @click=${this.#cancel}>${this.cancel}</button>
    `;
  }
}

customElements.define('opening-progress', OpeningProgress);

declare global {
  interface HTMLElementTagNameMap {
    'opening-progress': OpeningProgress;
  }
}
