import { css } from 'lit';

/** The parts of a summary: large numbers side by side, and blocks of lines. */
export const figures = css`
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr));
    gap: var(--space-m);
  }
  .fact {
    display: grid;
    gap: var(--space-xs);
    align-content: start;
    padding: clamp(1rem, 2vw, 1.5rem) clamp(1.25rem, 2.2vw, 1.75rem);
    border-radius: var(--radius-m);
    background: var(--surface);
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
  .block {
    display: grid;
    align-content: start;
    gap: var(--space-s);
    min-inline-size: 0;
    padding: clamp(1.25rem, 2.2vw, 1.75rem);
    border-radius: var(--radius-m);
    background: var(--surface);
  }
  .block ul {
    list-style: none;
  }
  .block li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
    padding-block: 0.45em;
  }
  .block li + li {
    border-block-start: 1px solid var(--line);
  }
  .block li strong {
    margin-inline-start: auto;
    font-weight: 650;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .block li strong:empty {
    display: none;
  }
  .remark {
    color: var(--ink-soft);
  }
`;
