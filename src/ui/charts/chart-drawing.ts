import { nothing, svg, type SVGTemplateResult } from 'lit';
import type { BandKind, ChartData } from './chart-data.ts';
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
export const drawAxes: Part = (
  { from, tick, words },
  { x, y, times, values },
  { left, right, bottom, strip, height },
) =>
  svg`${values.map(
    (value) => svg`<line class="grid" x1=${left} x2=${right} y1=${y(value)} y2=${y(value)} />
      <text class="value" x=${left - 8} y=${y(value)}>${tick(value)}</text>`,
  )}
  ${times.map((at) => svg`<text class="time" x=${x(at)} y=${bottom + strip + 22}>${Math.round((at - from) / 1000)}</text>`)}
  <text class="unit" x=${right} y=${height - 4}>${words.seconds}</text>`;

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

/** The lines of the measure. */
export const drawLines: Part = ({ lines }, scale) =>
  svg`${lines.map(({ stroke, points }) => svg`<path class="line ${stroke}" d=${pathOf(points, scale)} />`)}`;

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
