import { LitElement, css, html } from 'lit';
import { base } from '../../styles/base.ts';

/** What the ring shows in one frame. */
export interface RingFace {
  /** The filled share of the ring, 0-1. */
  readonly share: number;
  /** Large, inside the ring, such as the whole seconds held. */
  readonly figure: string;
  /** Small, under the large text. */
  readonly note: string;
  readonly isRunning: boolean;
}

/** A ring that fills. `show` updates it in each frame by custom properties, without a render. */
export class HoldRing extends LitElement {
  static override properties = { label: { attribute: false } };
  declare label: string;

  static override styles = [
    base,
    css`
      :host {
        --share: 0;
        display: grid;
        aspect-ratio: 1;
        container-type: inline-size;
        color: var(--stage-ink, CanvasText);
      }
      svg,
      .face {
        grid-area: 1 / 1;
        inline-size: 100%;
        block-size: 100%;
      }
      circle {
        fill: none;
        stroke-width: 11;
      }
      .track {
        stroke: rgb(255 255 255 / 0.2);
        fill: var(--stage-panel);
      }
      .full {
        stroke: var(--bone);
        stroke-linecap: butt;
        stroke-dasharray: 100;
        stroke-dashoffset: calc(100 - 100 * var(--share));
        transform: rotate(-90deg);
        transform-origin: center;
      }
      :host([data-running]) .full {
        stroke: var(--met-light);
        stroke-width: 15;
      }
      .face {
        display: grid;
        place-content: center;
        justify-items: center;
        line-height: 1;
        font-variant-numeric: tabular-nums;
      }
      .figure {
        font-size: 42cqw;
        font-weight: 700;
      }
      .note {
        font-size: 11.5cqw;
        font-weight: 600;
        color: var(--stage-soft);
      }
      .note:empty,
      .figure:empty {
        display: none;
      }
      @media (forced-colors: active) {
        .track {
          stroke: GrayText;
        }
        .full {
          stroke: Highlight;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.label = '';
  }

  #share = '';

  /** Shows one frame's state; what has not changed costs neither style nor layout. */
  show({ share, figure, note, isRunning }: RingFace): void {
    // In hundredths: a step of one is 3 px of the largest ring.
    const shown = Math.min(1, Math.max(0, share)).toFixed(2);
    if (shown !== this.#share) this.style.setProperty('--share', shown);
    this.#share = shown;
    this.toggleAttribute('data-running', isRunning);
    this.#write('.figure', figure);
    this.#write('.note', note);
  }

  #write(selector: string, text: string): void {
    const line = this.renderRoot.querySelector(selector);
    if (line && line.textContent !== text) line.textContent = text;
  }

  override render() {
    return html`
      <svg viewBox="0 0 120 120" aria-hidden="true">
        <circle class="track" cx="60" cy="60" r="51" />
        <circle class="full" cx="60" cy="60" r="51" pathLength="100" />
      </svg>
      <div class="face" role="timer" aria-live="off" aria-label=${this.label}>
        <span class="figure"></span>
        <span class="note"></span>
      </div>
    `;
  }
}

customElements.define('hold-ring', HoldRing);

declare global {
  interface HTMLElementTagNameMap {
    'hold-ring': HoldRing;
  }
}
