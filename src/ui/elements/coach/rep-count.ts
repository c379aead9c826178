import { LitElement, css, html } from 'lit';
import { base } from '../../styles/base.ts';

/** The repetition count, readable from across the room: "2 / 5"; with `--count-flow: column`, one above the other. */
export class RepCount extends LitElement {
  static override properties = {
    done: { attribute: false },
    all: { attribute: false },
    label: { attribute: false },
    note: { attribute: false },
  };
  declare done: number;
  declare all: number;
  /** The count in words, for a screen reader. */
  declare label: string;
  /** A small note beside the number, where the count is not the usual one. */
  declare note: string;

  static override styles = [
    base,
    css`
      :host {
        display: block;
        line-height: 0.86;
        font-weight: 700;
        letter-spacing: -0.045em;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .count {
        display: flex;
        flex-direction: var(--count-flow, row);
        align-items: baseline;
        gap: 0.1em;
      }
      .all {
        font-size: var(--count-all, 0.38em);
        font-weight: 600;
        letter-spacing: 0;
        color: var(--stage-soft);
      }
      .note {
        display: var(--count-note, block);
        font-size: 0.2em;
        line-height: 1.2;
        font-weight: 600;
        letter-spacing: 0;
        color: var(--stage-soft);
      }
      .note:empty {
        display: none;
      }
    `,
  ];

  constructor() {
    super();
    this.done = 0;
    this.all = 0;
    this.label = '';
    this.note = '';
  }

  override render() {
    return html`<div class="count" aria-hidden="true">
        <span>${this.done}</span><span class="all">/ ${this.all}</span>
      </div>
      <p class="note" aria-hidden="true">${this.note}</p>
      <span class="unseen" role="status">${this.label}</span>`;
  }
}

customElements.define('rep-count', RepCount);

declare global {
  interface HTMLElementTagNameMap {
    'rep-count': RepCount;
  }
}
