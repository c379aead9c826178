import { css } from 'lit';

/** Layout of the Lab: what is chosen above, the picture and the log beside what is read. */
export const labScreenStyles = css`
  :host {
    font-size: var(--text-s);
  }
  main {
    gap: var(--space-m);
    max-inline-size: 90rem;
  }
  header {
    display: grid;
    gap: var(--space-xs);
    justify-items: start;
  }
  h1 {
    font-size: var(--text-xl);
  }
  nav ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-xs);
  }
  nav [aria-current] {
    color: var(--on-brand);
    background: var(--brand);
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-s) var(--space-m);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  label {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.2rem;
    max-inline-size: 100%;
    font-weight: 600;
  }
  select {
    min-block-size: 2.75rem;
    max-inline-size: 100%;
    padding: 0.25em 0.6em;
    border: 2px solid var(--line);
    border-radius: var(--radius-s);
    font: inherit;
    font-weight: 400;
    color: var(--ink);
    background: var(--surface);
  }
  .watch {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-m);
    align-items: start;
  }
  .watch > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-m);
    min-inline-size: 0;
  }
  @media (width >= 60rem) {
    .watch {
      grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
    }
  }
  .warm {
    color: var(--warm);
  }
`;
