import { LitElement, css, html, nothing } from 'lit';
import { base } from '../styles/base.ts';
import type { ChartData, ChartLine } from './chart-data.ts';

/** All values of a chart as a table that the user can open; its many rows are rendered only then. */
export class ChartTable extends LitElement {
  static override properties = {
    chart: { attribute: false },
    isOpen: { state: true },
  };
  declare chart: ChartData | undefined;
  declare private isOpen: boolean;

  static override styles = [
    base,
    css`
      summary {
        min-block-size: 2.75rem;
        align-content: center;
        font-size: var(--text-s);
        font-weight: 600;
        color: var(--brand);
        cursor: pointer;
      }
      .scroll {
        max-block-size: 22rem;
        overflow: auto;
        border-radius: var(--radius-s);
        border: 1px solid var(--line);
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
        font-size: var(--text-s);
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: 0.3em 0.9em;
        text-align: end;
      }
      thead th {
        position: sticky;
        inset-block-start: 0;
        background: var(--sunken);
      }
      tbody th {
        font-weight: 400;
        color: var(--ink-soft);
      }
      tr + tr > * {
        border-block-start: 1px solid var(--line);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.isOpen = false;
  }

  readonly #toggled = ({ currentTarget }: Event): void => {
    this.isOpen = currentTarget instanceof HTMLDetailsElement && currentTarget.open;
  };

  override render() {
    const { chart } = this;
    if (!chart) return nothing;
    return html`<details @toggle=${this.#toggled}>
      <summary>${chart.words.table}</summary>
      ${this.isOpen ? this.#table(chart) : nothing}
    </details>`;
  }

  #table({ title, unit, lines, from, number, axis, words }: ChartData) {
    const columns = lines.map(({ points }) => new Map(points.map((point) => [point[0], point])));
    const times = [...new Set(lines.flatMap(({ points }) => points.map(([at]) => at)))].toSorted((a, b) => a - b);
    const cell = (point: ChartLine['points'][number] | undefined): string => {
      if (!point) return '';
      const [, value, error] = point;
      if (value === null) return words.unseen;
      return error ? `${number(value)} ± ${number(error)}` : number(value);
    };
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${title}>
      <table>
        <caption class="unseen">
          ${title}
        </caption>
        <thead>
          <tr>
            <th scope="col">${axis.column}</th>
            ${lines.map(({ name }) => html`<th scope="col">${name}${name ? ', ' : ''}${unit}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${times.map(
            (at) =>
              html`<tr>
                <th scope="row">${axis.inTable(at, from)}</th>
                ${columns.map((column) => html`<td>${cell(column.get(at))}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

customElements.define('chart-table', ChartTable);

declare global {
  interface HTMLElementTagNameMap {
    'chart-table': ChartTable;
  }
}
