import { LitElement, html, nothing, svg } from 'lit';
import { base } from '../styles/base.ts';
import { angleChartStyles } from './angle-chart.styles.ts';
import { bandKinds, type ChartData } from './chart-data.ts';
import {
  bandSwatch,
  dotSwatch,
  drawAxes,
  drawBands,
  drawBreaks,
  drawCues,
  drawHolds,
  drawLines,
  drawMarks,
  drawTargets,
  drawZones,
  hatchings,
} from './chart-drawing.ts';
import { scaleOf, type ChartFrame } from './chart-scale.ts';
import './chart-table.ts';

/** Width of the chart, px: before the element's own width is known; the least; and the step it is rounded to. */
const usualWidth = 640;
const leastWidth = 260;
const widthStep = 20;

/**
 * A measure over time: one line per side, broken where it is unseen, with the target, phases, holds, repetitions and
 * cues; below it, the same in words and as a table. It is drawn at the element's width, so that the text stays
 * readable.
 */
export class AngleChart extends LitElement {
  static override properties = {
    chart: { attribute: false },
    isSmall: { attribute: false },
    width: { state: true },
  };
  declare chart: ChartData | undefined;
  /** Whether only the picture is shown: no strip, cues, list or table. */
  declare isSmall: boolean;
  declare private width: number;

  static override styles = [base, angleChartStyles];

  readonly #watcher = new ResizeObserver(([entry]) => {
    const width = entry?.contentRect.width ?? 0;
    // One frame later, since the redraw changes the height that is being observed.
    if (width > 0) requestAnimationFrame(() => this.#take(width));
  });

  constructor() {
    super();
    this.isSmall = false;
    this.width = usualWidth;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watcher.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watcher.disconnect();
  }

  override render() {
    const { chart } = this;
    if (!chart) return nothing;
    return html`<figure>
      <figcaption>
        <strong>${chart.title}</strong>
        <span>${chart.unit}</span>
      </figcaption>
      ${this.#picture(chart)} ${this.isSmall ? nothing : [this.#legend(chart), this.#said(chart)]}
      ${this.isSmall ? nothing : html`<chart-table .chart=${chart}></chart-table>`}
    </figure>`;
  }

  #take(width: number): void {
    this.width = Math.max(leastWidth, Math.floor(width / widthStep) * widthStep);
  }

  get #frame(): ChartFrame {
    const height = this.isSmall ? 190 : Math.round(Math.min(340, Math.max(280, this.width * 0.42)));
    const strip = this.isSmall || !this.chart?.bands.length ? 0 : 18;
    return {
      width: this.width,
      height,
      left: 46,
      right: this.width - 10,
      top: this.chart?.marks.length ? 34 : 14,
      bottom: height - strip - 46,
      strip,
    };
  }

  #picture(chart: ChartData) {
    const frame = this.#frame;
    const scale = scaleOf(chart, frame);
    const cues = this.isSmall ? nothing : drawCues(chart, scale, frame);
    return html`<svg
      viewBox="0 0 ${frame.width} ${frame.height}"
      role="img"
      aria-labelledby="title"
      aria-describedby="what"
    >
      ${svg`<title id="title">${chart.title}</title><desc id="what">${chart.description}</desc>${hatchings}
        ${drawBands(chart, scale, frame)} ${drawZones(chart, scale, frame)} ${drawAxes(chart, scale, frame)} ${drawTargets(chart, scale, frame)}
        ${drawHolds(chart, scale, frame)} ${drawBreaks(chart, scale, frame)} ${drawLines(chart, scale, frame)} ${drawMarks(chart, scale, frame)} ${cues}`}
    </svg>`;
  }

  #legend({ lines, targets, bands, holds, marks, zones = [], words }: ChartData) {
    const swatch = (name: string, shape: unknown) =>
      html`<li><svg viewBox="0 0 22 14" aria-hidden="true">${shape}</svg>${name}</li>`;
    const kinds = bandKinds.filter((kind) => bands.some((band) => band.kind === kind));
    return html`<ul class="legend">
      ${lines.filter(({ name }) => name).map(({ name, stroke, hasDots }) => swatch(name, svg`<path class="line ${stroke}" d="M0 7H22" />${hasDots ? dotSwatch(stroke) : nothing}`))}
      ${targets.length > 0 ? swatch(words.target, svg`<rect class="beyond" width="22" height="7" /><path class="target" d="M0 7H22" />`) : nothing}
      ${zones.slice(0, 1).map(({ name, stroke }) => swatch(name, svg`<g class="zone ${stroke}"><rect width="22" height="14" /><path d="M0 0H22M0 14H22" /></g>`))}
      ${holds.length > 0 ? swatch(words.held, svg`<path class="held" d="M3 7H19" />`) : nothing}
      ${kinds.map((kind) => swatch(words.bands[kind], svg`${hatchings}${bandSwatch(kind)}`))}
      ${marks.some(({ isCounted }) => isCounted) ? swatch(words.counted, svg`<g class="counted"><rect x="4" width="14" height="14" rx="7" /></g>`) : nothing}
      ${marks.some(({ isCounted }) => !isCounted) ? swatch(words.notCounted, svg`<g class="not-counted"><rect x="5" y="1" width="12" height="12" rx="6" /></g>`) : nothing}
    </ul>`;
  }

  #said({ cues, words }: ChartData) {
    if (cues.length === 0) return nothing;
    return html`<div class="said">
      <h3>${words.said}</h3>
      <ol>
        ${cues.map(
          (cue) =>
            html`<li>
              <span class="letter" aria-hidden="true">${cue.letter}</span><span>${cue.words}</span
              ><time>${cue.time}</time>
            </li>`,
        )}
      </ol>
    </div>`;
  }
}

customElements.define('angle-chart', AngleChart);

declare global {
  interface HTMLElementTagNameMap {
    'angle-chart': AngleChart;
  }
}
