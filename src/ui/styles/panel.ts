import { css } from 'lit';

/** A panel in the middle of the screen: what happened, what to do, and buttons. */
export const panel = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: safe center;
    justify-items: center;
    padding: var(--edge);
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-m);
    inline-size: min(44rem, 100%);
    padding: clamp(1.5rem, 4vw, 3.25rem);
    border-radius: var(--radius-m);
    background: var(--surface);
    box-shadow: 0 1.5rem 4rem var(--shadow);
  }
  h1 {
    font-size: var(--text-xl);
  }
  p {
    font-size: var(--text-l);
    color: var(--ink-soft);
    line-height: 1.4;
  }
  ol,
  ul {
    display: grid;
    gap: var(--space-s);
    padding-inline-start: 1.4em;
    font-size: var(--text-l);
    line-height: 1.4;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-s);
    margin-block-start: var(--space-s);
  }
`;
