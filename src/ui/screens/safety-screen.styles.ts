import { css } from 'lit';

/** Styles of the safety screen. */
export const safetyStyles = css`
  main {
    gap: clamp(1.25rem, 3vw, 2rem);
    padding-block-end: var(--space-l);
  }
  header {
    display: grid;
    justify-items: start;
  }
  h1 {
    font-size: var(--text-display);
    letter-spacing: -0.03em;
  }
  .lead {
    max-inline-size: 56rem;
    margin-block-start: var(--space-s);
    font-size: var(--text-l);
    line-height: 1.4;
    color: var(--ink-soft);
  }
  .blocks {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: clamp(1rem, 2vw, 1.5rem);
  }
  .column {
    display: grid;
    grid-template-rows: 1fr auto;
    gap: clamp(1rem, 2vw, 1.5rem);
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: var(--space-s);
    padding: clamp(1.25rem, 2.2vw, 1.75rem);
    border-radius: var(--radius-m);
    background: var(--surface);
  }
  .halt {
    background: var(--warm-tint);
  }
  h2 {
    display: flex;
    gap: 0.5em;
    align-items: center;
    font-size: var(--text-l);
  }
  h2 svg {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    color: var(--brand);
  }
  .ask h2 svg,
  .halt h2 svg {
    color: var(--warm);
  }
  section > p {
    line-height: 1.35;
    color: var(--ink-soft);
  }
  ul {
    display: grid;
    gap: 0.5em;
    padding-inline-start: 1.1em;
    line-height: 1.35;
  }
  li::marker {
    color: var(--warm);
  }
  .chair li::marker {
    color: var(--brand);
  }
  dl {
    display: grid;
    gap: 0.375rem;
    margin: 0;
  }
  dl div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    justify-content: space-between;
    padding: 0.35em 0.9em;
    border-radius: var(--radius-s);
    background: var(--sunken);
  }
  dl .fine {
    background: var(--brand-tint);
  }
  dl .stop {
    background: var(--warm-tint);
  }
  dt {
    font-weight: 700;
    white-space: nowrap;
  }
  dd {
    text-align: end;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-s) var(--space-l);
    align-items: center;
  }
  .promise {
    display: flex;
    gap: 0.6em;
    align-items: center;
    color: var(--ink-soft);
  }
  .promise svg {
    flex: none;
    inline-size: 1.6em;
    block-size: 1.6em;
    color: var(--brand);
  }
  footer .button {
    padding-inline: 2em;
  }
  @media (max-width: 30rem) {
    footer .button {
      flex: 1 1 100%;
    }
  }
`;
