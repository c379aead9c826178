import { LitElement, css, html } from 'lit';
import { PacedAnimations } from '../../controllers/paced-animations.ts';
import { base } from '../../styles/base.ts';
import type { Breath } from './breath-of.ts';

/** The words of the pacer. */
export interface BreathWords {
  readonly in: string;
  readonly out: string;
  readonly calm: string;
}

/**
 * A ring that grows to breathe in and shrinks to breathe out, with the word under it. It shows a pace and measures
 * nothing; CSS animates it, in steps. Set `--breath-ring: hidden` where another animation takes its place.
 */
export class BreathPacer extends LitElement {
  static override properties = { breath: { attribute: false }, words: { attribute: false } };
  declare breath: Breath | undefined;
  declare words: BreathWords;

  static override styles = [
    base,
    css`
      :host {
        --least: 0.55;
        display: block;
        font-weight: 600;
        line-height: 1.15;
        color: var(--stage-soft, CanvasText);
      }
      :host(:not([data-way])) {
        visibility: hidden;
      }
      .pace {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        justify-items: center;
        gap: 0.2em;
      }
      .rings {
        position: relative;
        visibility: var(--breath-ring, inherit);
        inline-size: 100%;
        aspect-ratio: 1;
        container-type: inline-size;
      }
      .rings > * {
        position: absolute;
        inset: 1.25%;
        border: 2.5cqi solid currentColor;
        border-radius: 50%;
      }
      /* Painted once, then scaled by the compositor: in SVG, each step would be laid out and painted. */
      .ring {
        will-change: transform;
      }
      .edge {
        opacity: 0.35;
      }
      p {
        display: grid;
        justify-items: center;
        white-space: nowrap;
      }
      /* Beside the count on a narrow phone, the ring may be narrower than its words. */
      @container (max-aspect-ratio: 1) and (max-width: 22rem) {
        p {
          grid-template-columns: minmax(0, 1fr);
          white-space: normal;
          text-align: center;
        }
      }
      p > * {
        grid-area: 1 / 1;
        visibility: hidden;
      }
      [data-way='in'] .in,
      [data-way='out'] .out {
        visibility: inherit;
      }
      [data-way='in'] .ring {
        animation: grow var(--breath) ease-in-out both;
      }
      [data-way='out'] .ring {
        animation: shrink var(--breath) ease-in-out both;
      }
      /* 40 % of the cycle in, 60 % out. */
      [data-way='calm'] .ring {
        animation: breathe var(--breath) ease-in-out infinite;
      }
      [data-way='calm'] .in {
        animation: first var(--breath) step-end infinite;
      }
      [data-way='calm'] .out {
        animation: second var(--breath) step-end infinite;
      }
      @keyframes grow {
        from {
          transform: scale(var(--least));
        }
      }
      @keyframes shrink {
        to {
          transform: scale(var(--least));
        }
      }
      @keyframes breathe {
        from,
        to {
          transform: scale(var(--least));
        }
        40% {
          transform: none;
        }
      }
      @keyframes first {
        from {
          visibility: inherit;
        }
        40% {
          visibility: hidden;
        }
      }
      @keyframes second {
        from {
          visibility: hidden;
        }
        40% {
          visibility: inherit;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .ring,
        p > * {
          animation: none !important;
        }
        [data-way='calm'] .calm {
          visibility: inherit;
        }
      }
    `,
  ];

  readonly #animations = new PacedAnimations(this);

  constructor() {
    super();
    this.words = { in: '', out: '', calm: '' };
    this.addController(this.#animations);
  }

  /** Moves the ring on now, with what else is drawn; it also moves by itself. */
  step(): void {
    this.#animations.step();
  }

  override willUpdate(): void {
    this.toggleAttribute('data-way', this.breath !== undefined);
    this.style.setProperty('--breath', `${this.breath?.ms ?? 0}ms`);
  }

  override render() {
    const way = this.breath?.way ?? '';
    return html`<div class="pace" data-way=${way}>
      <div class="rings" aria-hidden="true">
        <div class="edge"></div>
        <div class="ring"></div>
      </div>
      <p aria-hidden="true">
        <span class="in">${this.words.in}</span><span class="out">${this.words.out}</span
        ><span class="calm">${this.words.calm}</span>
      </p>
      <span class="unseen">${this.breath ? this.words[this.breath.way] : ''}</span>
    </div>`;
  }
}

customElements.define('breath-pacer', BreathPacer);

declare global {
  interface HTMLElementTagNameMap {
    'breath-pacer': BreathPacer;
  }
}
