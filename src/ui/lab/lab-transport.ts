import { LitElement, css, html } from 'lit';
import type { LabTexts } from '../../texts/en/lab.ts';
import { icons } from '../icons.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { labStyles } from './lab.styles.ts';
import { speeds } from './player.ts';

/** Where a replay is, as its controls show it. */
export interface Place {
  readonly index: number;
  readonly length: number;
  /** Ms since the first frame. */
  readonly at: number;
  readonly lasts: number;
  readonly isPlaying: boolean;
  readonly speed: number;
}

/**
 * The controls of a replay. Fires `play-toggled`, `stepped` with 1 or -1, `frame-chosen` with a frame, and
 * `speed-chosen`.
 */
export class LabTransport extends LitElement {
  static override properties = { place: { attribute: false }, words: { attribute: false } };
  declare place: Place;
  declare words: LabTexts;

  static override styles = [
    base,
    buttons,
    labStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-s);
      }
      input {
        inline-size: 100%;
        block-size: 2.25rem;
        margin: 0;
        accent-color: var(--brand);
        cursor: pointer;
      }
      label {
        display: inline-flex;
        gap: 0.5em;
        align-items: center;
      }
      select {
        min-block-size: 2.75rem;
        padding: 0.25em 0.6em;
        border: 2px solid var(--line);
        border-radius: var(--radius-s);
        font: inherit;
        color: var(--ink);
        background: var(--surface);
      }
    `,
  ];

  #tell(type: string, detail?: number): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
  readonly #slide = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLInputElement) this.#tell('frame-chosen', currentTarget.valueAsNumber);
  };
  readonly #choose = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLSelectElement) this.#tell('speed-chosen', Number(currentTarget.value));
  };

  override render() {
    const { transport } = this.words;
    const { index, length, at, lasts, isPlaying, speed } = this.place;
    const where = transport.at(at, lasts, index);
    return html`<input
        type="range"
        min="0"
        max=${length - 1}
        step="1"
        aria-label=${transport.place}
        aria-valuetext=${where}
        .value=${`${index}`}
        @input=${this.#slide}
      />
      <div class="actions" role="group" aria-label=${transport.label}>
        <button class="button first" type="button" @click=${() => this.#tell('play-toggled')}>
          ${isPlaying ? icons.pause : icons.play}${isPlaying ? transport.pause : transport.play}
        </button>
        <button class="button quiet" type="button" @click=${() => this.#tell('stepped', -1)}>
          ${icons.back}<span class="unseen">${transport.back}</span>
        </button>
        <button class="button quiet" type="button" @click=${() => this.#tell('stepped', 1)}>
          ${icons.arrow}<span class="unseen">${transport.on}</span>
        </button>
        <label
          >${transport.speed}
          <select @change=${this.#choose}>
            ${speeds.map((one) => html`<option value=${one} ?selected=${one === speed}>${transport.speeds(one)}</option>`)}
          </select></label
        >
        <span class="number">${where}</span>
      </div>
      <p class="small soft">${transport.keys}</p>`;
  }
}

customElements.define('lab-transport', LabTransport);

declare global {
  interface HTMLElementTagNameMap {
    'lab-transport': LabTransport;
  }
}
