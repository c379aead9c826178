import { LitElement, css, html, type SVGTemplateResult } from 'lit';
import { base } from '../../styles/base.ts';
import { seenFromAbove, seenFromBeside } from './camera-drawings.ts';
import { deskFromAbove, deskFromBeside } from './desk-drawings.ts';
import type { JudgedAt } from '../../../engine/rules/plan.ts';
import type { View } from '../../../engine/pose/view.ts';

/** The words in and under the two drawings, and their descriptions for a screen reader. */
export interface CameraPlaceWords {
  readonly distance: string;
  readonly height: string;
  readonly above: string;
  readonly beside: string;
  readonly aboveShows: string;
  readonly besideShows: string;
}

/**
 * The place of the camera, drawn from above (on which side, how far) and from beside it (how high): in a room, or on the
 * desk of a user who works there.
 */
export class CameraPlace extends LitElement {
  static override properties = { view: { attribute: false }, place: { attribute: false }, words: { attribute: false } };
  declare view: View;
  declare place: JudgedAt;
  declare words: CameraPlaceWords;

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
        gap: var(--space-m);
      }
      figure {
        display: grid;
        gap: 0.35rem;
      }
      figcaption {
        font-size: var(--text-s);
        font-weight: 600;
        text-align: center;
        color: var(--ink-soft);
      }
      svg {
        display: block;
        inline-size: 100%;
        block-size: auto;
      }
      .field {
        fill: var(--brand-tint);
        opacity: 0.75;
      }
      .chair {
        fill: var(--sunken);
        stroke: var(--line);
        stroke-width: 2;
      }
      .wood {
        fill: none;
        stroke: var(--line);
        stroke-width: 6;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .desk {
        fill: var(--sunken);
        stroke: var(--line);
        stroke-width: 3;
      }
      .legs {
        fill: none;
        stroke: var(--ink-soft);
        stroke-width: 15;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .shoulders {
        fill: var(--brand);
      }
      .trunk,
      .arm {
        fill: none;
        stroke: var(--brand);
        stroke-width: 26;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .trunk.wide {
        stroke-width: 46;
        stroke-linejoin: round;
      }
      .arm {
        stroke: var(--brand-deep);
        stroke-width: 10;
      }
      .head,
      .nose {
        fill: var(--warm);
        stroke: var(--surface);
        stroke-width: 2.5;
      }
      .laptop {
        fill: var(--ink);
      }
      .laptop.keys {
        opacity: 0.35;
      }
      .screen {
        fill: none;
        stroke: var(--ink);
        stroke-width: 6;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .book {
        fill: var(--warm);
        stroke: var(--surface);
        stroke-width: 1.5;
      }
      .lens {
        fill: var(--brand-tint);
      }
      .lens.ring {
        stroke: var(--ink);
        stroke-width: 2.5;
      }
      .measure {
        fill: none;
        stroke: var(--ink-soft);
        stroke-width: 2;
        stroke-dasharray: 5 6;
      }
      text {
        fill: var(--ink);
        font-size: 19px;
        font-weight: 600;
        text-anchor: middle;
      }
    `,
  ];

  override render() {
    const { view, place, words } = this;
    const [above, beside] =
      place === 'desk'
        ? [deskFromAbove(words.distance), deskFromBeside(words.height)]
        : [seenFromAbove(view, words.distance), seenFromBeside(view, words.height)];
    return html`${this.#drawing(words.above, words.aboveShows, above)}
    ${this.#drawing(words.beside, words.besideShows, beside)}`;
  }

  #drawing(caption: string, shows: string, drawing: SVGTemplateResult) {
    return html`<figure>
      <svg viewBox="32 0 360 220" role="img" aria-label=${shows}>${drawing}</svg>
      <figcaption aria-hidden="true">${caption}</figcaption>
    </figure>`;
  }
}

customElements.define('camera-place', CameraPlace);

declare global {
  interface HTMLElementTagNameMap {
    'camera-place': CameraPlace;
  }
}
