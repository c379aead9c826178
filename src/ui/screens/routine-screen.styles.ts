import { css } from 'lit';

/** Styles of a routine's page. */
export const routineStyles = css`
  main {
    gap: clamp(1.5rem, 3vw, 2.5rem);
  }
  header {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--space-s) clamp(1.5rem, 4vw, 4rem);
    align-items: end;
  }
  .back {
    grid-column: 1 / -1;
    justify-self: start;
  }
  .words {
    display: grid;
    gap: var(--space-s);
    min-inline-size: 0;
  }
  h1 {
    overflow-wrap: anywhere;
    font-size: var(--text-display);
    letter-spacing: -0.03em;
  }
  .lead {
    font-size: var(--text-l);
    line-height: 1.4;
    color: var(--ink-soft);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    list-style: none;
  }
  .facts li {
    padding: 0.3em 0.85em;
    border-radius: 999px;
    font-size: var(--text-s);
    font-weight: 600;
    color: var(--brand-deep);
    background: var(--brand-tint);
  }
  .actions {
    display: grid;
    gap: var(--space-s);
  }
  .steps {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
    gap: clamp(1rem, 2vw, 1.5rem);
    list-style: none;
  }
  .steps li {
    overflow: hidden;
    border-radius: var(--radius-m);
    background: var(--surface);
    box-shadow: 0 0.75rem 2.5rem var(--shadow);
  }
  figure-view {
    --zoom: 1.1;
  }
  .steps div {
    display: grid;
    gap: 0.3rem;
    padding: var(--space-m);
  }
  h2 {
    font-size: var(--text-l);
  }
  .steps a {
    color: inherit;
    text-decoration: underline;
    text-decoration-color: var(--line);
    text-underline-offset: 0.2em;
  }
  .steps a:hover {
    text-decoration-color: currentColor;
  }
  .steps p {
    font-size: var(--text-s);
    line-height: 1.35;
    color: var(--ink-soft);
  }
  .turn {
    display: flex;
    gap: 0.4em;
    align-items: center;
  }
  .steps .turned {
    font-weight: 650;
    color: var(--warm);
  }
  .turn svg {
    flex: none;
    inline-size: 1.3em;
    block-size: 1.3em;
  }
  .what {
    display: grid;
    gap: var(--space-s);
    padding: clamp(1.25rem, 2.2vw, 1.75rem);
    border-radius: var(--radius-m);
    background: var(--sunken);
  }
  .what ul {
    display: grid;
    gap: 0.5em;
    padding-inline-start: 1.1em;
  }
  .what li::marker {
    color: var(--brand);
  }
  .empty {
    font-size: var(--text-l);
    line-height: 1.4;
  }
  @media (max-width: 55rem) {
    header {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
