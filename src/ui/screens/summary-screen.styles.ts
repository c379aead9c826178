import { css } from 'lit';

/** Styles of the summary of a session. */
export const summaryStyles = css`
  main {
    gap: var(--space-l);
    max-inline-size: 68rem;
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
  h2 {
    font-size: var(--text-l);
  }
  .blocks {
    columns: 24rem;
    column-gap: var(--space-m);
  }
  .blocks .block {
    margin-block-end: var(--space-m);
    break-inside: avoid;
  }
  .actions {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--space-s);
  }
  .actions .button {
    padding-inline: 0.75em;
  }
  @media (max-width: 26rem) {
    .actions .button {
      font-size: var(--text-s);
    }
  }
  ::slotted([slot='notice']) {
    display: grid;
    gap: var(--space-s);
    padding: clamp(1.25rem, 2.4vw, 2rem);
    border-radius: var(--radius-m);
    background: var(--warm-tint);
  }
  @media print {
    main {
      gap: var(--space-m);
    }
    .blocks {
      columns: 2;
    }
  }
`;
