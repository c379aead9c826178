import { css } from 'lit';

/** Styles of the plan, beside those of the settings. */
export const planStyles = css`
  .column {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: clamp(1.25rem, 2.5vw, 2.25rem);
  }
  select,
  [type='time'],
  [type='date'] {
    min-inline-size: 0;
    min-block-size: 3.5rem;
    padding: 0.4em 0.9em;
    border: 2px solid var(--ink-soft);
    border-radius: var(--radius-s);
    font: inherit;
    font-size: var(--text-l);
    color: var(--ink);
    background: var(--surface);
  }
  select {
    inline-size: 100%;
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-s) var(--space-m);
  }
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.35rem;
    padding: 0;
  }
  .field:hover {
    border-color: transparent;
  }
  .days {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 10.5rem), 1fr));
  }
  .days label {
    padding-inline: 0.25rem;
  }
  .doses {
    display: grid;
    gap: var(--space-m);
    list-style: none;
  }
  .doses h2 {
    margin-block-end: var(--space-xs);
    font-size: var(--text-m);
  }
  .steppers {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-s);
    align-items: end;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-s);
    align-items: center;
  }
  .gone {
    display: grid;
    gap: var(--space-s);
    justify-items: start;
  }
`;
