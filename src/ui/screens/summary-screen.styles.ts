import { css } from 'lit';

/** The look of the summary. */
export const summaryStyles = css`
  main {
    gap: var(--space-l);
    max-inline-size: 64rem;
  }
  header {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
    gap: var(--space-xs) var(--space-m);
    align-items: center;
  }
  header > :not(.actions) {
    grid-column: 1;
  }
  @media (min-width: 60rem) {
    .actions {
      grid-column: 2;
      grid-row: 1 / span 2;
      justify-content: end;
    }
  }
  .name {
    font-size: var(--text-l);
    font-weight: 600;
    color: var(--brand);
  }
  h1 {
    font-size: var(--text-display);
    letter-spacing: -0.03em;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
    gap: var(--space-m);
  }
  .fact {
    display: grid;
    gap: var(--space-xs);
    padding: clamp(1rem, 2vw, 1.5rem) clamp(1.25rem, 2.2vw, 1.75rem);
    border-radius: var(--radius-m);
    background: var(--brand-tint);
  }
  dt {
    font-size: var(--text-s);
    font-weight: 600;
    color: var(--ink-soft);
  }
  dd {
    font-size: var(--text-l);
    font-weight: 700;
    line-height: 1.15;
    font-variant-numeric: tabular-nums;
  }
  .blocks {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
    gap: var(--space-m);
  }
  .block {
    display: grid;
    align-content: start;
    gap: var(--space-s);
    padding: clamp(1.25rem, 2.2vw, 1.75rem);
    border-radius: var(--radius-m);
    background: var(--surface);
  }
  h2 {
    font-size: var(--text-l);
  }
  ul {
    list-style: none;
  }
  li {
    display: flex;
    justify-content: space-between;
    gap: 1em;
    padding-block: 0.45em;
  }
  li + li {
    border-block-start: 1px solid var(--line);
  }
  strong {
    font-weight: 650;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  strong:empty {
    display: none;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-s);
  }
  .actions .button {
    padding-inline: 2em;
  }
`;
