import { css } from 'lit';

/** Print styles: white and small, without buttons, and with no block broken across pages. */
export const print = css`
  .printed {
    display: none;
  }
  @media print {
    :host {
      --paper: #ffffff;
      --surface: #ffffff;
      --sunken: #eeeeee;
      --ink: #111111;
      --ink-soft: #444444;
      --line: #bbbbbb;
      --brand: #0b665e;
      --brand-deep: #074a45;
      --on-brand: #ffffff;
      --brand-tint: #e3efeb;
      --warm: #a9431f;
      --warm-tint: #f9e9e0;
      --shadow: transparent;
      --text-s: 0.75rem;
      --text-m: 0.8125rem;
      --text-l: 0.9375rem;
      --text-xl: 1.125rem;
      --text-display: 1.5rem;
      --space-xs: 0.15rem;
      --space-s: 0.35rem;
      --space-m: 0.6rem;
      --space-l: 0.8rem;
      --radius-m: 0.5rem;
      --edge: 0;
      min-block-size: 0;
      color-scheme: light;
      color: var(--ink);
      background: var(--paper);
      line-height: 1.35;
      print-color-adjust: exact;
    }
    main {
      max-inline-size: none;
      padding: 0;
    }
    .printed {
      display: block;
      font-size: var(--text-s);
      color: var(--ink-soft);
    }
    .actions {
      display: none;
    }
    dl {
      grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr));
    }
    .fact,
    .block {
      padding: 0.5rem 0.75rem;
      border: 1px solid var(--line);
      break-inside: avoid;
    }
    .block li {
      padding-block: 0.12em;
    }
  }
`;
