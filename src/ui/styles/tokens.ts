import { css } from 'lit';

/**
 * Every colour, size and space of the app, defined once on the root element and inherited through every shadow root.
 * The colours of judgement are Okabe and Ito's, distinguishable with any colour vision
 * (https://jfly.uni-koeln.de/color/). The stage, where the picture is, stays dark in both themes.
 */
export const tokens = css`
  :host {
    color-scheme: light dark;

    --paper: light-dark(#f6f1e8, #10181a);
    --surface: light-dark(#fffdf8, #182325);
    --sunken: light-dark(#ece4d6, #1f2d2f);
    --ink: light-dark(#1b2a2b, #eef3ef);
    --ink-soft: light-dark(#516061, #a8b9b5);
    --line: light-dark(#ddd3c2, #2d3e40);
    --brand: light-dark(#0b665e, #6fd3c0);
    --brand-deep: light-dark(#074a45, #93e2d2);
    --on-brand: light-dark(#ffffff, #06231f);
    --brand-tint: light-dark(#d9eae4, #1c3a37);
    --warm: light-dark(#a9431f, #f2a988);
    --warm-tint: light-dark(#f9e3d6, #3b2a23);
    --focus: light-dark(#0072b2, #56b4e9);
    --shadow: light-dark(rgb(70 52 24 / 0.12), rgb(0 0 0 / 0.45));
    --backdrop: light-dark(#efe6d8, #223134);

    --stage: #0c1314;
    --stage-ink: #ffffff;
    --stage-soft: #c4d0cd;
    --stage-panel: rgb(10 17 18 / 0.82);
    --casing: #071012;
    --bone: #f4f8f6;
    --ghost: rgb(244 248 246 / 0.42);
    --met: #009e73;
    --met-light: #3fdcae;
    --not-met: #e69f00;
    --unjudged: #c7cfd1;
    --moving: #56b4e9;
    --easing: #e6a3c6;

    --font: 'Avenir Next', Seravek, 'Segoe UI Variable Text', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
    --text-s: 1rem;
    --text-m: 1.1875rem;
    --text-l: 1.4375rem;
    --text-xl: clamp(1.625rem, 1.35rem + 1.1vw, 2.125rem);
    --text-display: clamp(2.375rem, 1.6rem + 3.4vw, 4.25rem);

    --space-xs: 0.375rem;
    --space-s: 0.75rem;
    --space-m: 1.25rem;
    --space-l: 2rem;
    --space-xl: clamp(2.5rem, 1.5rem + 3vw, 4.5rem);
    --edge: clamp(1.25rem, 4vw, 4rem);
    --radius-s: 0.75rem;
    --radius-m: 1.5rem;
    --touch: 4rem;
  }
`;
