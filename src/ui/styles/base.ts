import { css } from 'lit';

/** Styles of every element: border boxes, a visible focus, and the app's type. */
export const base = css`
  :host {
    box-sizing: border-box;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  h1,
  h2,
  h3 {
    font-weight: 650;
    letter-spacing: -0.018em;
    line-height: 1.12;
    text-wrap: balance;
  }
  p,
  li {
    text-wrap: pretty;
  }
  /* Where text is large and the screen narrow, a word wider than its line breaks, and columns may shrink below it. */
  @media (width < 24rem) {
    :host {
      overflow-wrap: anywhere;
    }
    h1,
    h2,
    h3 {
      hyphens: auto;
    }
  }
  :focus-visible {
    outline: 4px solid var(--focus, Highlight);
    outline-offset: 3px;
    border-radius: var(--radius-s);
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
