import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

const icon = (shape: SVGTemplateResult): TemplateResult =>
  html`<svg
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2.25"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${shape}
  </svg>`;

/** The icons, in the colour of the text beside them. They are decoration: the text gives the meaning. */
export const icons = {
  play: icon(svg`<path d="M7 4.5v15l12-7.5z" fill="currentColor" />`),
  pause: icon(svg`<path d="M8 5v14M16 5v14" stroke-width="4" />`),
  stop: icon(svg`<rect x="5.5" y="5.5" width="13" height="13" rx="2.5" fill="currentColor" />`),
  back: icon(svg`<path d="M14.5 5l-7 7 7 7" />`),
  shield: icon(
    svg`<path d="M12 3l7.5 2.8v5.4c0 4.6-3 8-7.5 9.8-4.5-1.8-7.5-5.2-7.5-9.8V5.8z" /><path d="M8.8 12l2.3 2.3 4.2-4.6" />`,
  ),
  heart: icon(svg`<path d="M12 20s-7.5-4.6-7.5-10A4.2 4.2 0 0 1 12 7.3 4.2 4.2 0 0 1 19.5 10c0 5.4-7.5 10-7.5 10z" />`),
  camera: icon(svg`<rect x="3" y="6.5" width="12.5" height="11" rx="2.5" /><path d="M15.5 10.5l5.5-3v9l-5.5-3" />`),
  film: icon(
    svg`<rect x="3" y="5" width="18" height="14" rx="2.5" /><path d="M10 9v6l5-3z" fill="currentColor" stroke-width="1.5" />`,
  ),
  figure: icon(
    svg`<circle cx="12" cy="5.2" r="2.5" /><path d="M5 10.5l4.5 1h5l4.5-1M9.5 11.5l-.5 5h6l-.5-5M9 16.5v4.5M15 16.5v4.5" />`,
  ),
  again: icon(svg`<path d="M19 8.5A8 8 0 1 0 20 13M19.5 4v4.7h-4.7" />`),
  home: icon(svg`<path d="M4 11.5L12 4.5l8 7M6.5 10v9.5h11V10" />`),
  eye: icon(
    svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" /><circle cx="12" cy="12" r="2.8" />`,
  ),
  unseen: icon(
    svg`<path d="M4 4l16 16M9.5 5.9A9 9 0 0 1 12 5.5C18 5.5 21.5 12 21.5 12a17 17 0 0 1-3 3.7M6 7.8A16 16 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 3.8-.8" />`,
  ),
  dot: icon(svg`<circle cx="12" cy="12" r="6.5" />`),
  arrow: icon(svg`<path d="M4 12h15M13 6l6 6-6 6" />`),
  check: icon(svg`<path d="M4.5 12.5l5 5 10-11" stroke-width="3" />`),
  mind: icon(svg`<path d="M12 4l9 16H3z" /><path d="M12 10v4.5M12 17.3v.1" />`),
  lamp: icon(svg`<path d="M9 17.5h6M10 21h4M8.5 14.5a6 6 0 1 1 7 0c-.6.5-.9 1.2-.9 2v1H9.4v-1c0-.8-.3-1.5-.9-2z" />`),
  range: icon(svg`<path d="M4 19h16M4 19L15 6M9.5 19a6 6 0 0 0-1.9-4.3" />`),
  skip: icon(svg`<path d="M6 5.5v13l9-6.5z" fill="currentColor" /><path d="M18.5 5.5v13" />`),
  save: icon(svg`<path d="M12 4v11M7.5 10.5L12 15l4.5-4.5M5 19.5h14" />`),
  print: icon(
    svg`<path d="M7 9V4h10v5M7 17H5a1.5 1.5 0 0 1-1.5-1.5v-5A1.5 1.5 0 0 1 5 9h14a1.5 1.5 0 0 1 1.5 1.5v5A1.5 1.5 0 0 1 19 17h-2M7 14h10v6H7z" />`,
  ),
  turn: icon(svg`<path d="M4 12a8 4 0 0 1 16 0M20 12a8 4 0 0 1-9 4M14 13l-3 3 3 3" />`),
  turnLeft: icon(svg`<path d="M20 17a8 8 0 0 0-15-4M4 7v6.5h6.5" />`),
  turnRight: icon(svg`<path d="M4 17a8 8 0 0 1 15-4M20 7v6.5h-6.5" />`),
  slow: icon(svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 12V7M12 12l3.5 3.5M5.5 5.5L3.5 7.5M18.5 5.5l2 2" />`),
  plus: icon(svg`<path d="M12 5v14M5 12h14" />`),
  minus: icon(svg`<path d="M5 12h14" />`),
  up: icon(svg`<path d="M12 19.5V5M6 11l6-6 6 6" />`),
  down: icon(svg`<path d="M12 4.5V19M6 13l6 6 6-6" />`),
  bin: icon(svg`<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10.5 11v5M13.5 11v5" />`),
  pen: icon(svg`<path d="M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5zM13.5 7l3.5 3.5" />`),
  phone: icon(
    svg`<path d="M6 4h3.5l1.5 4.5-2.2 1.6a12 12 0 0 0 5.1 5.1l1.6-2.2L20 14.5V18a2 2 0 0 1-2.2 2A16 16 0 0 1 4 6.2 2 2 0 0 1 6 4z" />`,
  ),
  hand: icon(
    svg`<path d="M8 12.5V6a1.6 1.6 0 0 1 3.2 0v5M11.2 10.5V4.6a1.6 1.6 0 0 1 3.2 0v6M14.4 10.8V6.4a1.6 1.6 0 0 1 3.2 0V14a7 7 0 0 1-7 7c-2.7 0-4.2-1.2-5.5-3.6L3.2 13.6a1.6 1.6 0 0 1 2.7-1.7L8 14.6" />`,
  ),
  ease: icon(svg`<path d="M8.5 5L4 9.5 8.5 14M4 9.5h10a5 5 0 0 1 0 10h-4" stroke-width="3" />`),
  sound: icon(svg`<path d="M4 9.5v5h3.5L12 19V5L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11" />`),
  silent: icon(svg`<path d="M4 9.5v5h3.5L12 19V5L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5" />`),
  clock: icon(svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 7v5l3.5 2" />`),
};

/** The name of an icon. */
export type IconName = keyof typeof icons;
