import { css } from 'lit';

/** A column of the window's height: a screen, and below it the row of the button for when something feels wrong. */
export const aboveBar = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 100dvh;
  }
  :host > :not(wrong-button) {
    flex: 1 0 auto;
    min-inline-size: 0;
  }
`;
