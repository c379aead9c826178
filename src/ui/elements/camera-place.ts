import { LitElement, css, html, svg } from 'lit';
import type { View } from '../../engine/kinematics/measures.ts';
import { base } from '../styles/base.ts';

/** A chair and a person on it, seen from above, looking to the right. */
const person = svg`
  <rect class="chair" x="-34" y="-32" width="58" height="64" rx="10" />
  <path class="legs" d="M6 -15h38M6 15h38" />
  <ellipse class="shoulders" cx="0" cy="0" rx="17" ry="42" />
  <circle class="head" cx="4" cy="0" r="17" />
  <path class="nose" d="M20 -6l9 6-9 6z" />
`;

/** Where the camera stands, drawn from above: in front of the person or beside, about two metres away. */
export class CameraPlace extends LitElement {
  static override properties = {
    view: { attribute: false },
    distance: { attribute: false },
    label: { attribute: false },
  };
  declare view: View;
  declare distance: string;
  declare label: string;

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      svg {
        display: block;
        inline-size: 100%;
        block-size: auto;
      }
      .field {
        fill: var(--brand-tint);
      }
      .chair {
        fill: var(--sunken);
        stroke: var(--line);
        stroke-width: 2;
      }
      .legs {
        stroke: var(--ink-soft);
        stroke-width: 15;
        stroke-linecap: round;
      }
      .shoulders {
        fill: var(--brand);
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
      .lens {
        fill: var(--brand-tint);
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

  constructor() {
    super();
    this.view = 'front';
    this.distance = '';
    this.label = '';
  }

  override render() {
    const turn = this.view === 'front' ? 0 : -90;
    return html`<svg viewBox="32 0 360 180" role="img" aria-label=${this.label}>
      <path class="field" d="M348 90L40 2v176z" opacity="0.75" />
      <g transform="translate(86 90) rotate(${turn})">${person}</g>
      <path class="measure" d="M150 90h176" />
      <text x="238" y="78">${this.distance}</text>
      <rect class="laptop" x="344" y="48" width="9" height="84" rx="4" />
      <rect class="laptop" x="353" y="54" width="34" height="72" rx="5" opacity="0.35" />
      <circle class="lens" cx="348.5" cy="90" r="3.2" />
    </svg>`;
  }
}

customElements.define('camera-place', CameraPlace);

declare global {
  interface HTMLElementTagNameMap {
    'camera-place': CameraPlace;
  }
}
