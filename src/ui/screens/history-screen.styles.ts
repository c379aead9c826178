import { css } from 'lit';

/** Styles of the history and of the screens under it. */
export const historyStyles = css`
  main {
    gap: var(--space-l);
    max-inline-size: 64rem;
  }
  header {
    display: grid;
    gap: var(--space-s);
    justify-items: start;
  }
  h1 {
    font-size: var(--text-display);
    letter-spacing: -0.03em;
    overflow-wrap: anywhere;
  }
  .lead {
    font-size: var(--text-l);
    color: var(--ink-soft);
  }
  main > section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-m);
  }
  h2 {
    font-size: var(--text-xl);
  }
  .notice {
    display: grid;
    gap: var(--space-s);
    justify-items: start;
    padding: clamp(1.25rem, 2.4vw, 2rem);
    border-radius: var(--radius-m);
    background: var(--warm-tint);
  }
  .notice h2 {
    font-size: var(--text-l);
  }
  .empty {
    display: grid;
    gap: var(--space-m);
    justify-items: start;
    padding: clamp(1.5rem, 4vw, 3rem);
    border-radius: var(--radius-m);
    background: var(--surface);
    font-size: var(--text-l);
    line-height: 1.45;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-s);
  }
  .exercises {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
    gap: var(--space-s) var(--space-m);
    list-style: none;
  }
  .exercises a {
    display: grid;
    gap: 0.15rem;
    block-size: 100%;
    padding: 0.9rem 1.25rem;
    border: 2px solid transparent;
    border-radius: var(--radius-m);
    color: inherit;
    background: var(--surface);
    text-decoration: none;
  }
  .exercises a:hover {
    border-color: var(--brand);
  }
  .exercises strong {
    font-size: var(--text-l);
    line-height: 1.2;
    color: var(--brand);
  }
  .soft {
    color: var(--ink-soft);
  }
  .days {
    display: grid;
    gap: var(--space-l);
  }
  .day {
    display: grid;
    gap: var(--space-s);
  }
  h3 {
    font-size: var(--text-m);
    color: var(--ink-soft);
  }
  .day ul {
    display: grid;
    gap: var(--space-s);
    list-style: none;
  }
  .undo {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-s) var(--space-m);
    align-items: center;
  }
  .undo:has(p) {
    position: sticky;
    inset-block-end: calc(var(--bar, 0px) + var(--space-s));
    padding: var(--space-s) var(--space-m);
    border-radius: var(--radius-m);
    background: var(--sunken);
  }
  .data {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-m);
    justify-items: start;
    padding: clamp(1.25rem, 2.4vw, 2rem);
    border-radius: var(--radius-m);
    background: var(--surface);
  }
  .data > import-panel {
    justify-self: stretch;
  }
  .data .due {
    font-weight: 600;
  }
  @media (width < 30rem) {
    .actions > * {
      flex: 1 1 100%;
    }
  }
`;
