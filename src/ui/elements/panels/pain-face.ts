import { svg, type SVGTemplateResult } from 'lit';

/** The bend of the mouth without pain, and how much each number reduces it, in units of the drawing. */
const smile = 8;
const perNumber = 1.5;

/** The numbers from which the brows are raised in the middle and the eyes are shut. */
const frowns = 4;
const shuts = 8;

/** A face for a number from 0, no pain, to 10, the worst; faces differ in mouth, brows and eyes, not in colour. */
export const painFace = (value: number): SVGTemplateResult => {
  const bend = smile - perNumber * value;
  const mouthAt = 28.5 - bend / 3;
  const slant = (value - frowns + 1) * 0.45;
  return svg`<svg viewBox="0 0 40 40" fill="none" stroke="currentColor" stroke-width="2.25" stroke-linecap="round" aria-hidden="true">
    <circle cx="20" cy="20" r="17" />
    ${
      value >= shuts
        ? svg`<path d="M11.5 15l4.5 2.5-4.5 2.5M28.5 15L24 17.5l4.5 2.5" stroke-linejoin="round" />`
        : svg`<path d="M14 17v.1M26 17v.1" stroke-width="4" />`
    }
    ${
      value >= frowns && value < shuts
        ? svg`<path d="M10.5 ${11.5 + slant}L16 ${12 - slant}M29.5 ${11.5 + slant}L24 ${12 - slant}" />`
        : undefined
    }
    <path d="M12.5 ${mouthAt}Q20 ${mouthAt + bend} 27.5 ${mouthAt}" />
  </svg>`;
};
