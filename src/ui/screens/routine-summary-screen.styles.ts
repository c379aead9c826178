import { css } from 'lit';
import { summaryStyles } from './summary-screen.styles.ts';

/** Styles of a routine's summary: those of an exercise's summary, and a card for each exercise. */
export const routineSummaryStyles = [
  summaryStyles,
  css`
    .pain p {
      font-size: var(--text-l);
      font-weight: 600;
    }
    .pain ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
      gap: 0 3rem;
    }
    .pain li {
      border-block-start: 1px solid var(--line);
    }
    .steps {
      display: grid;
      gap: var(--space-m);
    }
    .cards {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr));
      gap: var(--space-m);
      align-items: start;
    }
    h3 {
      font-size: var(--text-l);
    }
    .counts {
      font-variant-numeric: tabular-nums;
      color: var(--ink-soft);
    }
    .thing {
      display: flex;
      gap: 0.6em;
      align-items: start;
      font-weight: 600;
    }
    .thing svg {
      flex: none;
      inline-size: 1.4em;
      block-size: 1.4em;
      color: var(--brand);
    }
    .undone {
      background: transparent;
      box-shadow: inset 0 0 0 2px var(--line);
    }
    @media print {
      .cards {
        grid-template-columns: 1fr 1fr;
      }
      .cards > * {
        break-inside: avoid;
      }
    }
  `,
];
