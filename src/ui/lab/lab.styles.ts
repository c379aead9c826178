import { css } from 'lit';

/** Styles that the parts of the Lab share: sections, small tables and lists. */
export const labStyles = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-s);
    align-content: start;
    padding: clamp(1rem, 2vw, 1.5rem);
    border-radius: var(--radius-m);
    background: var(--surface);
  }
  h2 {
    font-size: var(--text-l);
  }
  h3 {
    font-size: var(--text-m);
  }
  ul,
  ol {
    display: grid;
    gap: var(--space-xs);
    list-style: none;
  }
  .soft {
    color: var(--ink-soft);
  }
  .small {
    font-size: var(--text-s);
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-s);
    align-items: center;
  }
  .button {
    min-block-size: 2.75rem;
    padding: 0.25em 0.9em;
  }
`;
