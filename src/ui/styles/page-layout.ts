import { css } from 'lit';

/** Layout of a screen with text: one column in the middle, with room at the edges. */
export const pageLayout = css`
  :host {
    display: block;
    font-size: var(--text-m);
    line-height: 1.5;
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-xl);
    max-inline-size: 76rem;
    margin-inline: auto;
    padding: clamp(1.25rem, 3vw, 2.5rem) var(--edge) 2rem;
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    min-block-size: 2.75rem;
    color: var(--brand);
    font-weight: 600;
    text-decoration: none;
  }
  .back:hover {
    text-decoration: underline;
  }
  .back svg {
    inline-size: 1.4em;
    block-size: 1.4em;
  }
`;
