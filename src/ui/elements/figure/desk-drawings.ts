import { svg, type SVGTemplateResult } from 'lit';
import { fromAbove, inProfile } from './camera-drawings.ts';

/** A person at a desk from above, before a laptop that stands there for work. */
export const deskFromAbove = (distance: string): SVGTemplateResult => svg`
  <path class="field" d="M318 110L40 14v192z" />
  <rect class="desk" x="192" y="14" width="168" height="192" rx="8" />
  <g transform="translate(90 110)">${fromAbove}</g>
  <path class="measure" d="M142 110h118" />
  <text x="202" y="98">${distance}</text>
  <rect class="laptop keys" x="270" y="74" width="44" height="72" rx="5" />
  <rect class="laptop" x="314" y="68" width="9" height="84" rx="4" />
  <circle class="lens" cx="318.5" cy="110" r="3.2" />
`;

/**
 * The same from the side, 131 units to the metre: the lens is 0.75 m from the shoulders and 0.25 m above the desk, the
 * lid is tilted back by 12 degrees, and the picture reaches from above the head to the elbows.
 */
export const deskFromBeside = (height: string): SVGTemplateResult => svg`
  <path class="field" d="M257 84L90 -42v165z" />
  <path class="wood" d="M32 212h360" />
  <g transform="translate(75 0)">${inProfile}</g>
  <path class="wood" d="M208 120h160M356 122v88" />
  <path class="screen" d="M214 114h36l7 -30" />
  <circle class="lens ring" cx="257" cy="84" r="4" />
  <text x="328" y="100">${height}</text>
`;
