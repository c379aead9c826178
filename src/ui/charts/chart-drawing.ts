import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { BandKind, ChartData, ChartLine } from './chart-data.ts';
import { pathOf, type ChartFrame, type ChartScale } from './chart-scale.ts';

/* The parts of a chart as SVG, from back to front. Each takes the chart, its scale and its frame. */

type Part = (chart: ChartData, scale: ChartScale, frame: ChartFrame) => SVGTemplateResult;

/** Estimated width of a letter, px; decides whether words fit. */
const letterWidth = 8;

const fits = (words: string, width: number): boolean => words.length * letterWidth <= width;

/** Hatching, so that phases differ by more than colour. */
export const hatchings: SVGTemplateResult = svg`<defs>
  <pattern id="out" class="out" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect class="ground" width="7" height="7" /><rect class="hatch" width="2" height="7" />
  </pattern>
  <pattern id="back" class="back" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
    <rect class="ground" width="7" height="7" /><rect class="hatch" width="2" height="7" />
  </pattern>
  <pattern id="paused" class="paused" width="6" height="6" patternUnits="userSpaceOnUse">
    <rect class="ground" width="6" height="6" /><circle class="hatch" cx="2" cy="2" r="1.3" />
  </pattern>
</defs>`;

/** A swatch of a phase, as in the strip. */
export const bandSwatch = (kind: BandKind): SVGTemplateResult =>
  svg`<rect class="phase ${kind}" x="0" y="0" width="22" height="14" rx="3" />`;

/** The phases: faint behind the lines, and named in a strip below them. */
export const drawBands: Part = ({ bands, words }, { x }, { top, bottom, strip }) =>
  svg`${bands.map(({ kind, from, to }) => {
    const width = Math.max(0, x(to) - x(from));
    const name = words.bands[kind];
    return svg`<g>
      <title>${name}</title>
      <rect class="band ${kind}" x=${x(from)} y=${top} width=${width} height=${bottom - top} />
      ${
        strip > 0
          ? svg`<rect class="phase ${kind}" x=${x(from)} y=${bottom + 4} width=${width} height=${strip} />
            ${fits(name, width) ? svg`<text class="in-strip" x=${x(from) + width / 2} y=${bottom + 4 + strip / 2}>${name}</text>` : nothing}`
          : nothing
      }
    </g>`;
  })}`;

/** The target: a line at its value, and a tint beyond it. */
export const drawTargets: Part = ({ targets }, { y }, { left, right, top, bottom }) =>
  svg`${targets.map(({ name, value, is }) => {
    const at = y(value);
    return svg`<g>
      <title>${name}</title>
      <rect class="beyond" x=${left} width=${right - left} y=${is === 'above' ? top : at}
        height=${Math.max(0, is === 'above' ? at - top : bottom - at)} />
      <line class="target" x1=${left} x2=${right} y1=${at} y2=${at} />
    </g>`;
  })}`;

/** The numbers at the axes, with a line across for each value. */
export const drawAxes: Part = ({ from, tick, axis }, { x, y, times, values }, { left, right, bottom, strip, height }) =>
  svg`${values.map(
    (value) => svg`<line class="grid" x1=${left} x2=${right} y1=${y(value)} y2=${y(value)} />
      <text class="value" x=${left - 8} y=${y(value)}>${tick(value)}</text>`,
  )}
  ${times.map((at) => svg`<text class="time" x=${x(at)} y=${bottom + strip + 22}>${axis.label(at, from)}</text>`)}
  <text class="unit" x=${right} y=${height - 4}>${axis.unit}</text>`;

/** Holds: thick where the held time counted, with the total. */
export const drawHolds: Part = ({ holds, words }, { x, y }, { top }) =>
  svg`${holds.map(({ from, to, value, words: held }) => {
    const at = value === undefined ? top + 4 : y(value);
    const width = x(to) - x(from);
    return svg`<g>
      <title>${words.held} ${held}</title>
      <line class="held" x1=${x(from)} x2=${x(to)} y1=${at} y2=${at} />
      ${held && fits(held, width) ? svg`<text class="of-hold" x=${(x(from) + x(to)) / 2} y=${at - 8}>${held}</text>` : nothing}
    </g>`;
  })}`;

/** The values that differ too little to mean anything. */
export const drawZones: Part = ({ zones = [] }, { x, y }, { right }) =>
  svg`${zones.map(({ since, from, to, name, stroke }) => {
    const [left, top, bottom] = [x(since), y(to), y(from)];
    return svg`<g class="zone ${stroke}">
      <title>${name}</title>
      <rect x=${left} y=${top} width=${Math.max(0, right - left)} height=${bottom - top} />
      <path d="M${left} ${top}H${right}M${left} ${bottom}H${right}" />
    </g>`;
  })}`;

/** The times at which the lines are broken. */
export const drawBreaks: Part = ({ breaks = [] }, { x }, { top, bottom }) =>
  svg`${breaks.map((at) => svg`<line class="break" x1=${x(at)} x2=${x(at)} y1=${top} y2=${bottom} />`)}`;

/** Half the side of a dot, px: fewer points have larger ones. */
const dotOf = (count: number): number => (count > 30 ? 3 : 4.5);

/** A dot: round on a solid line, square on a dashed one. */
const dot = (stroke: ChartLine['stroke'], x: number, y: number, half: number): SVGTemplateResult =>
  stroke === 'solid'
    ? svg`<circle class="dot solid" cx=${x} cy=${y} r=${half} />`
    : svg`<rect class="dot dashed" x=${x - half} y=${y - half} width=${2 * half} height=${2 * half} />`;

/** The dot of a line, as in the legend. */
export const dotSwatch = (stroke: ChartLine['stroke']): SVGTemplateResult => dot(stroke, 11, 7, 4);

const dotsOf = ({ stroke, points, hasDots }: ChartLine, { x, y }: ChartScale) =>
  points.map(([at, value, error]) => {
    if (value === null) return nothing;
    return svg`${error ? svg`<path class="error ${stroke}" d="M${x(at)} ${y(value - error)}V${y(value + error)}" />` : nothing}
      ${hasDots ? dot(stroke, x(at), y(value), dotOf(points.length)) : nothing}`;
  });

/** The lines of the measure, with errors and dots where there are any. */
export const drawLines: Part = ({ lines, axis, breaks }, scale) =>
  svg`${lines.map(
    (line) => svg`<path class="line ${line.stroke}" d=${pathOf(line.points, scale, axis.longestStep, breaks)} />
      ${line.hasDots ? dotsOf(line, scale) : nothing}`,
  )}`;

/** The width of a number of two digits, px. */
const markRoom = 21;

/** The repetitions, numbered above the plot; if they are too close, only some have a number. */
export const drawMarks: Part = ({ marks }, { x }, { top }) => {
  let free = -Infinity;
  return svg`${marks.map(({ from, to, label, words, isCounted }) => {
    const at = (x(from) + x(to)) / 2;
    if (at < free) return nothing;
    free = at + Math.max(markRoom, label.length * letterWidth + 10);
    const half = Math.max(10, (label.length * letterWidth) / 2 + 3);
    return svg`<g class=${isCounted ? 'counted' : 'not-counted'}>
      <title>${words}</title>
      <rect x=${at - half} y=${top - 27} width=${2 * half} height="20" rx="10" />
      <text x=${at} y=${top - 17}>${label}</text>
    </g>`;
  })}`;
};

/** The cues, as letters on the line. */
export const drawCues: Part = ({ cues }, { x, y }, { bottom, top }) =>
  svg`${cues.map(({ at, value, letter, time, words }) => {
    const [cx, cy] = [x(at), value === undefined ? (top + bottom) / 2 : y(value)];
    return svg`<g class="cue">
      <title>${time} ${words}</title>
      <path d="M${cx} ${cy - 12}l12 12l-12 12l-12 -12z" />
      <text x=${cx} y=${cy}>${letter}</text>
    </g>`;
  })}`;
