import { css } from 'lit';

/** Styles of the pain question: a ruler of eleven numbers, in one row if there is room, else broken after five. */
export const painCheckStyles = css`
  :host {
    display: grid;
    align-content: safe center;
    gap: clamp(1.25rem, 4vh, 3rem);
    padding-block: var(--edge);
    background: var(--paper);
  }
  h1,
  .foot {
    padding-inline: var(--edge);
  }
  h1 {
    font-size: clamp(2.25rem, 1rem + 4.4vw, 4.75rem);
    letter-spacing: -0.03em;
    text-align: center;
  }
  .scale {
    display: grid;
    grid-template-columns: repeat(11, minmax(4rem, 1fr));
    gap: 0.375rem 0.25rem;
    padding-inline: clamp(0px, 4vw, 4rem);
  }
  .scale button {
    display: grid;
    grid-template-rows: auto 1fr 1rem;
    gap: 0.25rem;
    justify-items: center;
    align-items: center;
    min-inline-size: 0;
    min-block-size: clamp(7rem, 26vh, 13rem);
    padding: 0.75rem 0.125rem 0.625rem;
    border: 3px solid transparent;
    border-radius: var(--radius-s);
    font: inherit;
    font-weight: 700;
    line-height: 1;
    cursor: pointer;
    color: var(--ink);
    background: var(--brand-tint);
  }
  .scale button.ease {
    background: var(--sunken);
  }
  .scale button.stop {
    background: var(--warm-tint);
  }
  .scale button:hover {
    border-color: currentColor;
  }
  .scale button[aria-pressed='true'] {
    color: var(--on-brand);
    border-color: var(--brand);
    background: var(--brand);
  }
  .scale svg {
    inline-size: min(3.25rem, 90%);
  }
  .number {
    font-size: clamp(2rem, 1rem + 3vw, 4rem);
    font-variant-numeric: tabular-nums;
  }
  .word {
    font-size: var(--text-s);
    font-weight: 600;
  }
  .band {
    padding-block-start: 0.5rem;
    border-block-start: 3px solid var(--line);
    font-size: clamp(1.125rem, 0.8rem + 1.1vw, 1.75rem);
    font-weight: 600;
    line-height: 1.15;
    text-align: center;
    color: var(--ink-soft);
  }
  .band.fine {
    grid-column: span 4;
    border-color: var(--brand);
  }
  .band.ease {
    grid-column: span 2;
    border-color: var(--ink-soft);
  }
  .band.stop {
    grid-column: span 5;
    border-color: var(--warm);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-s) var(--space-l);
    align-items: center;
    justify-content: center;
    min-block-size: 5rem;
  }
  .time {
    display: grid;
    gap: 0.5rem;
    flex: 0 1 32rem;
  }
  .time p,
  .reply {
    font-size: clamp(1.1875rem, 0.8rem + 1.2vw, 1.75rem);
    color: var(--ink-soft);
  }
  .reply {
    font-weight: 650;
    text-align: center;
    color: var(--ink);
  }
  .reply:empty {
    display: none;
  }
  progress {
    inline-size: 100%;
    block-size: 0.625rem;
    overflow: hidden;
    appearance: none;
    border: none;
    border-radius: 999px;
    background: var(--line);
  }
  progress::-webkit-progress-bar {
    background: var(--line);
  }
  progress::-webkit-progress-value {
    border-radius: 999px;
    background: var(--brand);
  }
  progress::-moz-progress-bar {
    border-radius: 999px;
    background: var(--brand);
  }
  @media (max-width: 55rem) {
    .scale {
      grid-template-columns: repeat(30, minmax(0, 1fr));
      gap: 0.375rem 0;
      padding-inline: 0;
    }
    .scale button {
      grid-column: span 5;
      min-block-size: 7rem;
      border-radius: 0;
      border-width: 2px;
      border-color: var(--paper);
    }
    .scale button.stop {
      order: 2;
      grid-column: span 6;
    }
    .band.fine {
      grid-column: span 20;
      order: 1;
    }
    .band.ease {
      grid-column: span 10;
      order: 1;
    }
    .band.stop {
      grid-column: span 30;
      order: 3;
    }
    .band {
      margin-block-end: 0.75rem;
    }
  }
  @media (forced-colors: active) {
    .scale button[aria-pressed='true'] {
      border-color: Highlight;
    }
  }
`;
