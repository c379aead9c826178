import { css } from 'lit';

/** Styles of the routine editor. */
export const routineEditorStyles = css`
  main {
    gap: clamp(1.25rem, 3vw, 2rem);
  }
  header {
    display: grid;
    gap: var(--space-s);
    justify-items: start;
  }
  h1 {
    font-size: var(--text-display);
    letter-spacing: -0.03em;
  }
  .lead {
    color: var(--ink-soft);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1.7fr) minmax(18rem, 1fr);
    gap: clamp(1.25rem, 3vw, 2.5rem);
    align-items: start;
  }
  .work {
    display: grid;
    gap: clamp(1.5rem, 3vw, 2.25rem);
  }
  h2 {
    margin-block-end: var(--space-s);
    font-size: var(--text-l);
  }
  label {
    display: grid;
    gap: 0.35rem;
    inline-size: 100%;
    max-inline-size: 32rem;
    font-weight: 600;
  }
  input {
    inline-size: 100%;
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
  .steps {
    display: grid;
    gap: var(--space-s);
    list-style: none;
  }
  .add {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
    gap: var(--space-s);
    list-style: none;
  }
  .add .button {
    inline-size: 100%;
    justify-content: start;
    text-align: start;
  }
  aside {
    position: sticky;
    inset-block-start: var(--space-m);
    display: grid;
    gap: var(--space-m);
    padding: clamp(1.25rem, 2.2vw, 1.75rem);
    border-radius: var(--radius-m);
    background: var(--surface);
    box-shadow: 0 0.75rem 2.5rem var(--shadow);
  }
  .total {
    display: grid;
    gap: 0.15rem;
  }
  .total span {
    font-size: var(--text-s);
    font-weight: 600;
    color: var(--ink-soft);
  }
  .total strong {
    font-size: var(--text-xl);
    line-height: 1.15;
  }
  .hint {
    display: grid;
    gap: var(--space-s);
    justify-items: start;
    padding: var(--space-m);
    border-radius: var(--radius-s);
    line-height: 1.35;
    background: var(--warm-tint);
  }
  .empty {
    line-height: 1.4;
  }
  .gone {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-s);
    align-items: center;
  }
  @media (max-width: 60rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    aside {
      position: static;
    }
  }
`;
