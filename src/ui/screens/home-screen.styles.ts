import { css } from 'lit';

/** Styles of the home screen. */
export const homeStyles = css`
  .hero {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 27rem), 1fr));
    gap: var(--space-m) clamp(1.25rem, 2.5vw, 2.25rem);
    align-items: end;
  }
  .hero > div {
    display: grid;
    gap: var(--space-s);
  }
  main {
    gap: clamp(1.25rem, 2.6vw, 2rem);
  }
  section {
    margin-block-start: var(--space-s);
  }
  h1 {
    font-size: var(--text-display);
    letter-spacing: -0.03em;
    line-height: 1.04;
  }
  .lead {
    font-size: var(--text-l);
    line-height: 1.45;
    color: var(--ink-soft);
  }
  .promise {
    display: flex;
    gap: 0.6em;
    align-items: start;
  }
  .promise svg {
    flex: none;
    inline-size: 1.6em;
    block-size: 1.6em;
    color: var(--brand);
  }
  .promise span {
    color: var(--ink-soft);
  }
  .promise a {
    color: var(--brand);
  }
  .not-kept {
    display: flex;
    gap: 0.75em;
    align-items: center;
    padding: var(--space-s) clamp(1.25rem, 2.4vw, 2rem);
    border-radius: var(--radius-m);
    background: var(--warm-tint);
  }
  .not-kept svg {
    flex: none;
    inline-size: 1.6em;
    block-size: 1.6em;
    color: var(--warm);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-s) var(--space-l);
    align-items: center;
    justify-content: space-between;
  }
  .top nav {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-l);
  }
  .top a,
  footer a {
    display: inline-flex;
    align-items: center;
    min-block-size: 2.75rem;
    font-weight: 600;
    color: var(--brand);
  }
  section {
    display: grid;
    gap: var(--space-m);
  }
  .heading {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-s) var(--space-l);
    align-items: center;
    justify-content: space-between;
  }
  h2 {
    font-size: var(--text-xl);
  }
  .none {
    line-height: 1.4;
    color: var(--ink-soft);
  }
  .undo {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-s) var(--space-m);
    align-items: center;
  }
  .own {
    display: grid;
    gap: var(--space-m);
    list-style: none;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr));
    gap: clamp(1.25rem, 2.5vw, 2.25rem);
  }
  footer {
    display: flex;
    gap: 0.75em;
    align-items: start;
    padding: var(--space-m) clamp(1.25rem, 2.5vw, 2rem);
    border-radius: var(--radius-m);
    color: var(--ink);
    background: var(--warm-tint);
  }
  footer svg {
    flex: none;
    inline-size: 1.6em;
    block-size: 1.6em;
    color: var(--warm);
  }
  footer a {
    color: var(--ink);
  }
`;
