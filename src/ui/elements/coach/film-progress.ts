import { LitElement, css, html } from 'lit';
import { base } from '../../styles/base.ts';

/** The progress of a film: its time and a bar. `show` updates it in each frame, without a render. */
export class FilmProgress extends LitElement {
  static override properties = {
    label: { attribute: false },
    words: { attribute: false },
  };
  declare label: string;
  /** Formats the time within the film, from position and duration in ms. */
  declare words: (at: number, of: number) => string;

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 0.35em;
        font-variant-numeric: tabular-nums;
      }
      progress {
        appearance: none;
        inline-size: 100%;
        block-size: 0.5em;
        border: none;
        border-radius: 999px;
        overflow: hidden;
        background: rgb(255 255 255 / 0.2);
      }
      progress::-webkit-progress-bar {
        background: rgb(255 255 255 / 0.2);
      }
      progress::-webkit-progress-value {
        background: var(--bone);
      }
      progress::-moz-progress-bar {
        background: var(--bone);
      }
      @media (forced-colors: active) {
        progress {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  #shown = -1;

  /** Shows the position in a film and its duration, both ms; updates at most a few times a second. */
  show(at: number, of: number): void {
    const step = Math.floor(at / 250);
    const bar = this.renderRoot.querySelector('progress');
    const line = this.renderRoot.querySelector('span');
    if (step === this.#shown || !bar || !line) return;
    this.#shown = step;
    bar.value = Math.min(1, at / of);
    line.textContent = this.words(at, of);
  }

  override render() {
    return html`<span></span><progress max="1" value="0" aria-label=${this.label}></progress>`;
  }
}

customElements.define('film-progress', FilmProgress);

declare global {
  interface HTMLElementTagNameMap {
    'film-progress': FilmProgress;
  }
}
