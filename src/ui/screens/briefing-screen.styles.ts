import { css } from 'lit';

/** Styles of the briefing screen. */
export const briefingStyles = css`
  main {
    gap: var(--space-l);
  }
  .top {
    display: grid;
    grid-template-columns: minmax(0, 1.05fr) minmax(0, 1fr);
    gap: clamp(1.5rem, 4vw, 4rem);
    align-items: start;
  }
  turning-figure,
  .top > figure-view {
    border-radius: var(--radius-m);
    box-shadow: 0 0.75rem 2.5rem var(--shadow);
  }
  .intro {
    display: grid;
    gap: var(--space-m);
  }
  h1 {
    font-size: var(--text-display);
    letter-spacing: -0.03em;
  }
  .lead {
    font-size: var(--text-l);
    color: var(--ink-soft);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-s);
  }
  .actions > * {
    flex: 1 1 auto;
    padding-inline: 1em;
  }
  .actions > .first {
    flex-basis: 100%;
  }
  .actions > video-choice {
    --padding: 1em;
    padding: 0;
  }
  .arms {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .arms legend {
    padding: 0;
    font-weight: 650;
  }
  .arms label {
    display: flex;
    flex: 1 1 auto;
    gap: 0.5em;
    align-items: center;
    min-block-size: var(--touch);
    padding-inline: 0.6rem;
    border: 2px solid var(--line);
    border-radius: var(--radius-s);
    cursor: pointer;
  }
  .arms label:has(input:checked) {
    border-color: var(--brand);
    background: var(--brand-tint);
  }
  .arms label:has(:focus-visible) {
    outline: 4px solid var(--focus, Highlight);
    outline-offset: 2px;
  }
  .arms input {
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0;
    accent-color: var(--brand);
  }
  .arms input:focus-visible {
    outline: none;
  }
  .arms p {
    flex-basis: 100%;
    font-size: var(--text-s);
    line-height: 1.35;
    color: var(--ink-soft);
  }
  .camera {
    display: grid;
    gap: var(--space-m);
    padding: var(--space-m);
    border: 2px solid var(--line);
    border-radius: var(--radius-m);
  }
  .camera ul {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    gap: 0.25rem var(--space-m);
    list-style: none;
    font-size: var(--text-s);
    line-height: 1.35;
  }
  .other {
    display: grid;
    gap: 0.25rem;
    font-size: var(--text-s);
    line-height: 1.35;
    color: var(--ink-soft);
  }
  .turn {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    min-block-size: 2.75rem;
    font-weight: 600;
    color: var(--brand);
  }
  .turn svg {
    inline-size: 1.4em;
    block-size: 1.4em;
  }
  .blocks {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: clamp(1.25rem, 2.5vw, 2.25rem);
  }
  .block,
  .note {
    display: grid;
    align-content: start;
    gap: var(--space-s);
    padding: clamp(1.25rem, 2.2vw, 1.75rem);
    border-radius: var(--radius-m);
    background: var(--surface);
  }
  h2 {
    display: flex;
    gap: 0.5em;
    align-items: center;
    font-size: var(--text-l);
  }
  h2 svg {
    inline-size: 1.25em;
    block-size: 1.25em;
  }
  .block ul,
  .note ul {
    display: grid;
    gap: 0.6em;
    padding-inline-start: 1.1em;
  }
  li::marker {
    color: var(--brand);
  }
  .notes {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: clamp(1.25rem, 2.5vw, 2.25rem);
  }
  .warm {
    background: var(--warm-tint);
  }
  .warm svg {
    color: var(--warm);
  }
  .plain {
    background: var(--sunken);
  }
  @media (max-width: 30rem) {
    .arms label {
      flex-basis: 100%;
    }
  }
  @media (max-width: 60rem) {
    .blocks,
    .notes,
    .top {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
