import { css } from 'lit';

/** Buttons and links that act: large and round, with one primary variant. */
export const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.6em;
    min-block-size: var(--touch);
    padding: 0.5em 1.5em;
    border: 2px solid transparent;
    border-radius: 999px;
    font: inherit;
    font-size: var(--text-m);
    font-weight: 600;
    line-height: 1.2;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    color: var(--ink);
    background: var(--sunken);
    transition:
      background-color 0.15s,
      border-color 0.15s,
      color 0.15s;
  }
  .button:hover {
    border-color: currentColor;
  }
  .button:focus-visible {
    border-radius: 999px;
  }
  .button.first {
    color: var(--on-brand);
    background: var(--brand);
  }
  .button.first:hover {
    background: var(--brand-deep);
    border-color: transparent;
  }
  .button.quiet {
    color: var(--brand);
    background: transparent;
    border-color: var(--line);
  }
  .button.quiet:hover {
    border-color: currentColor;
  }
  .button svg {
    flex: none;
    inline-size: 1.3em;
    block-size: 1.3em;
  }
  @media (width < 24rem) {
    .button {
      max-inline-size: 100%;
      padding-inline: 0.75em;
    }
  }
  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }
  }
`;
