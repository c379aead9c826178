import { svg, type SVGTemplateResult } from 'lit';
import type { View } from '../../../engine/pose/view.ts';

/** A chair and a person on it, from above, facing right. */
export const fromAbove = svg`
  <rect class="chair" x="-34" y="-32" width="58" height="64" rx="10" />
  <path class="legs" d="M6 -15h38M6 15h38" />
  <ellipse class="shoulders" cx="0" cy="0" rx="17" ry="42" />
  <circle class="head" cx="4" cy="0" r="17" />
  <path class="nose" d="M20 -6l9 6-9 6z" />
`;

/** The same from the side: 131 units to the metre, the floor at 212, the shoulders at 75. */
export const inProfile = svg`
  <path class="wood" d="M58 94v116M58 160h54v50" />
  <path class="legs" d="M84 148h50v56h12" />
  <path class="trunk" d="M84 146V84" />
  <path class="arm" d="M84 84l5 34 26 16" />
  <circle class="head" cx="87" cy="48" r="18" />
  <path class="nose" d="M104 42l9 6-9 6z" />
`;

/** The same, facing the viewer. */
const faceOn = svg`
  <path class="wood" d="M62 104v106M110 104v106M62 160h48" />
  <path class="trunk wide" d="M86 146V90" />
  <path class="arm" d="M58 86l-4 34 8 26M114 86l4 34-8 26" />
  <path class="legs" d="M76 158v46M96 158v46" />
  <circle class="head" cx="86" cy="48" r="18" />
  <path class="nose" d="M80 50l6 9 6-9z" />
`;

/** The place of the camera from above: in front of or beside the person, about two metres away. */
export const seenFromAbove = (view: View, distance: string): SVGTemplateResult => svg`
  <path class="field" d="M348 110L40 12v196z" />
  <g transform="translate(86 110) rotate(${view === 'front' ? 0 : -90})">${fromAbove}</g>
  <path class="measure" d="M150 110h176" />
  <text x="238" y="98">${distance}</text>
  <rect class="laptop" x="344" y="68" width="9" height="84" rx="4" />
  <rect class="laptop keys" x="353" y="74" width="34" height="72" rx="5" />
  <circle class="lens" cx="348.5" cy="110" r="3.2" />
`;

/** Height of the lens in the drawing: at the shoulders in side view, a tenth of a metre above them in front view. */
const lensAt: Readonly<Record<View, number>> = { front: 64, side: 77 };

/** The height of the camera from beside it: a laptop on a table, raised on books. */
export const seenFromBeside = (view: View, height: string): SVGTemplateResult => {
  const lens = lensAt[view];
  const books = lens + 33;
  return svg`
    <path class="field" d="M346 ${lens}L46 16v150z" />
    <path class="wood" d="M32 212h360" />
    ${view === 'front' ? inProfile : faceOn}
    <path class="measure" d="M128 77h206" />
    <text x="232" y="66">${height}</text>
    <path class="wood" d="M322 130h66M330 130v82M380 130v82" />
    <rect class="book" x="330" y=${books} width="52" height=${(127 - books) / 2} rx="2" />
    <rect class="book" x="334" y=${books + (127 - books) / 2} width="48" height=${(127 - books) / 2} rx="2" />
    <path class="screen" d="M346 ${lens}l-1 ${books - lens - 3}h36" />
    <circle class="lens ring" cx="346" cy=${lens} r="4" />
  `;
};
