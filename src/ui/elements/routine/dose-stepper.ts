import { LitElement, css, html } from 'lit';
import { icons } from '../../icons.ts';
import { base } from '../../styles/base.ts';

/** The limits of a number, inclusive. */
export interface Limits {
  readonly least: number;
  readonly most: number;
}

/** A whole number that two large buttons decrease or increase. Fires `stepped` with the new number. */
export class DoseStepper extends LitElement {
  static override properties = {
    label: { attribute: false },
    of: { attribute: false },
    value: { attribute: false },
    inWords: { attribute: false },
    limits: { attribute: false },
    by: { attribute: false },
    words: { attribute: false },
  };
  /** What the number counts. */
  declare label: string;
  /** What the number counts and for which exercise, for a screen reader. */
  declare of: string;
  declare value: number;
  /** Formats the number, such as with its unit. */
  declare inWords: (value: number) => string;
  declare limits: Limits;
  /** The change of one press; a press goes to the next multiple of it. */
  declare by: number;
  /** What the two buttons do, for a screen reader. */
  declare words: { readonly less: (of: string) => string; readonly more: (of: string) => string };

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 0.25rem;
      }
      .label {
        font-size: var(--text-s);
        font-weight: 600;
        color: var(--ink-soft);
      }
      .stepper {
        display: inline-grid;
        grid-template-columns: auto minmax(3.5rem, 1fr) auto;
        align-items: center;
        border-radius: 999px;
        background: var(--sunken);
      }
      output {
        font-size: var(--text-l);
        font-weight: 700;
        text-align: center;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      button {
        display: grid;
        place-content: center;
        inline-size: 3rem;
        block-size: 3.25rem;
        padding: 0;
        border: 2px solid transparent;
        border-radius: 999px;
        font: inherit;
        cursor: pointer;
        color: var(--brand);
        background: transparent;
      }
      button:hover:not([aria-disabled='true']) {
        border-color: currentColor;
      }
      button:focus-visible {
        border-radius: 999px;
      }
      button[aria-disabled='true'] {
        cursor: default;
        opacity: 0.35;
      }
      svg {
        inline-size: 1.5rem;
        block-size: 1.5rem;
      }
      @media (width < 24rem) {
        .stepper {
          grid-template-columns: auto minmax(0, 1fr) auto;
        }
        output {
          white-space: normal;
        }
        button {
          inline-size: min(3rem, 20vw);
        }
      }
    `,
  ];

  constructor() {
    super();
    this.by = 1;
    this.inWords = String;
  }

  #step(to: number): void {
    const value = Math.min(this.limits.most, Math.max(this.limits.least, to));
    if (value !== this.value) this.dispatchEvent(new CustomEvent<number>('stepped', { detail: value }));
  }

  readonly #decrease = (): void => this.#step((Math.ceil(this.value / this.by) - 1) * this.by);
  readonly #increase = (): void => this.#step((Math.floor(this.value / this.by) + 1) * this.by);

  override render() {
    // A button without effect keeps the keyboard focus.
    return html`<span class="label" id="label">${this.label}</span>
      <span class="stepper" role="group" aria-labelledby="label">
        <button
          type="button"
          aria-label=${this.words.less(this.of)}
          aria-disabled=${this.value <= this.limits.least}
          @click=${this.#decrease}
        >
          ${icons.minus}
        </button>
        <output>${this.inWords(this.value)}</output>
        <button
          type="button"
          aria-label=${this.words.more(this.of)}
          aria-disabled=${this.value >= this.limits.most}
          @click=${this.#increase}
        >
          ${icons.plus}
        </button>
      </span>`;
  }
}

customElements.define('dose-stepper', DoseStepper);

declare global {
  interface HTMLElementTagNameMap {
    'dose-stepper': DoseStepper;
  }
}
