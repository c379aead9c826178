import { css } from 'lit';

/** Styles of the settings screen. */
export const settingsStyles = css`
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
  }
  .lead {
    font-size: var(--text-l);
    color: var(--ink-soft);
  }
  .groups {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
    gap: clamp(1.25rem, 2.5vw, 2.25rem);
    align-items: start;
  }
  fieldset {
    display: grid;
    gap: var(--space-s);
    min-inline-size: 0;
    margin: 0;
    padding: clamp(1.25rem, 2.2vw, 1.75rem);
    border: 0;
    border-radius: var(--radius-m);
    background: var(--surface);
  }
  legend {
    float: inline-start;
    padding: 0;
    font-size: var(--text-l);
    font-weight: 650;
    letter-spacing: -0.018em;
  }
  legend + * {
    clear: both;
  }
  .note {
    font-size: var(--text-s);
    color: var(--ink-soft);
  }
  .note.plain {
    padding: 0.75em 1em;
    border-radius: var(--radius-s);
    color: var(--ink);
    background: var(--sunken);
  }
  label {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--space-s);
    align-items: center;
    min-block-size: var(--touch);
    padding: var(--space-xs) var(--space-s);
    border: 2px solid transparent;
    border-radius: var(--radius-s);
    /* A camera may have any name. */
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  label:has(input:checked) {
    background: var(--brand-tint);
  }
  label:hover {
    border-color: var(--line);
  }
  label:has(:focus-visible) {
    outline: 4px solid var(--focus, Highlight);
    outline-offset: 2px;
  }
  label:has(input:disabled) {
    color: var(--ink-soft);
    cursor: default;
  }
  .name {
    font-weight: 600;
    line-height: 1.3;
  }
  .meaning {
    grid-column: 2;
    font-size: var(--text-s);
    line-height: 1.35;
    color: var(--ink-soft);
  }
  input {
    margin: 0;
    accent-color: var(--brand);
  }
  input:focus-visible {
    outline: none;
  }
  [type='checkbox'],
  [type='radio'] {
    inline-size: 1.6rem;
    block-size: 1.6rem;
  }
  .slider {
    grid-template-columns: minmax(0, 1fr) auto;
  }
  .slider input {
    grid-column: 1 / -1;
    inline-size: 100%;
    block-size: 2.25rem;
    cursor: pointer;
  }
  .value {
    font-variant-numeric: tabular-nums;
    color: var(--ink-soft);
  }
  .button {
    justify-self: start;
    margin-block-start: var(--space-s);
  }
  .button:disabled {
    color: var(--ink-soft);
    border-color: var(--line);
    cursor: default;
  }
`;
