import { LitElement, css, html } from 'lit';
import { base } from '../../styles/base.ts';

/** A row of the table: the name of an exercise, how often it was done, and a cell of lines for each column. */
export interface ReportRow {
  readonly name: string;
  readonly sessions: string;
  readonly cells: readonly (readonly string[])[];
}

/** The exercises of a report as a table; on a narrow screen each row is a block. */
export class ReportTable extends LitElement {
  static override properties = {
    caption: { attribute: false },
    columns: { attribute: false },
    rows: { attribute: false },
  };
  declare caption: string;
  /** The first one is that of the exercise. */
  declare columns: readonly string[];
  declare rows: readonly ReportRow[];

  static override styles = [
    base,
    css`
      table {
        inline-size: 100%;
        border-collapse: collapse;
        font-size: var(--text-s);
        line-height: 1.35;
      }
      caption {
        padding-block-end: 0.5em;
        font-size: var(--text-m);
        font-weight: 650;
        text-align: start;
      }
      th,
      td {
        padding: 0.45em 0.6em 0.45em 0;
        border-block-start: 1px solid var(--line);
        text-align: start;
        vertical-align: top;
      }
      thead th {
        border: 0;
        color: var(--ink-soft);
        font-weight: 600;
      }
      th span,
      td span {
        display: block;
      }
      th span + span,
      td span + span {
        font-weight: 400;
        color: var(--ink-soft);
      }
      @media screen and (width < 56rem) {
        table,
        caption,
        tbody,
        tr,
        th,
        td {
          display: block;
        }
        thead {
          display: none;
        }
        tr {
          padding-block: 0.75em;
          border-block-start: 1px solid var(--line);
        }
        th,
        td {
          padding: 0.2em 0;
          border: 0;
        }
        td:not(:empty)::before {
          content: attr(data-label);
          font-weight: 600;
          color: var(--ink-soft);
        }
      }
      @media print {
        table {
          line-height: 1.25;
        }
        th,
        td {
          padding-block: 0.25em;
        }
      }
    `,
  ];

  override render() {
    const [first, ...others] = this.columns;
    const lines = (all: readonly string[]) => all.map((line) => html`<span>${line}</span>`);
    return html`<table>
      <caption>
        ${this.caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${first}</th>
          ${others.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${this.rows.map(
          ({ name, sessions, cells }) =>
            html`<tr>
              <th scope="row"><span>${name}</span><span>${sessions}</span></th>
              ${cells.map((cell, index) => html`<td data-label=${others[index] ?? ''}>${lines(cell)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`;
  }
}

customElements.define('report-table', ReportTable);

declare global {
  interface HTMLElementTagNameMap {
    'report-table': ReportTable;
  }
}
