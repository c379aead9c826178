import { css } from 'lit';

/** Styles of a chart. The colours of judgement differ in shape as well. */
export const angleChartStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
    --solid: light-dark(#0b4f8a, #7cc4f2);
    --dashed: light-dark(#a9431f, #f2a988);
    --reached: light-dark(#00795a, #3fdcae);
  }
  figure {
    display: grid;
    gap: var(--space-s);
    min-inline-size: 0;
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
    font-size: var(--text-s);
  }
  figcaption span {
    color: var(--ink-soft);
  }
  figure > svg {
    display: block;
    inline-size: 100%;
    block-size: auto;
    overflow: visible;
  }
  text {
    font-size: 14px;
    fill: var(--ink-soft);
    font-variant-numeric: tabular-nums;
  }
  .value {
    text-anchor: end;
    dominant-baseline: central;
  }
  .time,
  .in-strip,
  .of-hold,
  .counted text,
  .not-counted text,
  .cue text {
    text-anchor: middle;
  }
  .unit {
    text-anchor: end;
  }
  .in-strip,
  .counted text,
  .not-counted text,
  .cue text {
    font-size: 13px;
    font-weight: 650;
    fill: var(--ink);
    dominant-baseline: central;
  }
  .grid {
    stroke: var(--line);
  }
  .line {
    fill: none;
    stroke: var(--solid);
    stroke-width: 2.75;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .line.dashed {
    stroke: var(--dashed);
    stroke-dasharray: 7 5;
    stroke-linecap: butt;
  }
  .dot {
    fill: var(--solid);
    stroke: var(--surface);
    stroke-width: 1.5;
  }
  .dot.dashed {
    fill: var(--dashed);
  }
  .error {
    stroke: var(--solid);
    stroke-width: 1.5;
    opacity: 0.7;
  }
  .error.dashed {
    stroke: var(--dashed);
  }
  .zone {
    --of: var(--solid);
  }
  .zone.dashed {
    --of: var(--dashed);
  }
  .zone rect {
    fill: var(--of);
    opacity: 0.1;
  }
  .zone path {
    fill: none;
    stroke: var(--of);
    stroke-dasharray: 2 4;
    opacity: 0.7;
  }
  .break {
    stroke: var(--ink-soft);
    stroke-width: 1.5;
    stroke-dasharray: 6 4;
  }
  .target {
    stroke: var(--reached);
    stroke-width: 1.5;
  }
  .beyond {
    fill: var(--reached);
    opacity: 0.1;
  }
  .held {
    stroke: var(--reached);
    stroke-width: 7;
    stroke-linecap: round;
    opacity: 0.75;
  }
  .of-hold {
    font-size: 13px;
    font-weight: 650;
    fill: var(--ink);
    paint-order: stroke;
    stroke: var(--surface);
    stroke-width: 4px;
  }
  .ground {
    fill: var(--sunken);
  }
  .hatch {
    fill: var(--line);
  }
  .phase {
    fill: var(--sunken);
  }
  .phase.out {
    fill: url(#out);
  }
  .phase.back {
    fill: url(#back);
  }
  .phase.paused {
    fill: url(#paused);
  }
  .phase.hold {
    fill: var(--brand-tint);
  }
  .in-strip {
    paint-order: stroke;
    stroke: var(--surface);
    stroke-width: 3px;
  }
  .band {
    fill: none;
  }
  .band.hold {
    fill: var(--brand-tint);
    opacity: 0.55;
  }
  .band.out,
  .band.back {
    fill: var(--sunken);
    opacity: 0.45;
  }
  .band.paused {
    fill: url(#paused);
    opacity: 0.5;
  }
  .counted rect {
    fill: var(--brand);
  }
  .counted text {
    fill: var(--on-brand);
  }
  .not-counted rect {
    fill: var(--surface);
    stroke: var(--ink-soft);
    stroke-width: 2;
    stroke-dasharray: 4 3;
  }
  .cue path {
    fill: var(--warm-tint);
    stroke: var(--warm);
    stroke-width: 2;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em 1.25em;
    list-style: none;
    font-size: var(--text-s);
    color: var(--ink-soft);
  }
  .legend li {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
  }
  .legend svg {
    inline-size: 22px;
    block-size: 14px;
    overflow: visible;
  }
  h3 {
    font-size: var(--text-s);
  }
  ol {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr));
    gap: 0.25em 2em;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: var(--text-s);
  }
  .said {
    display: grid;
    gap: 0.4em;
  }
  .said li {
    display: grid;
    grid-template-columns: 1.75em 1fr auto;
    gap: 0.5em;
    align-items: baseline;
  }
  .letter {
    font-weight: 700;
    text-align: center;
    border-radius: 0.35em;
    color: var(--warm);
    background: var(--warm-tint);
  }
  time {
    color: var(--ink-soft);
    font-variant-numeric: tabular-nums;
  }
  @media print {
    :host {
      print-color-adjust: exact;
    }
  }
  @media (forced-colors: active) {
    text {
      fill: CanvasText;
    }
    .line,
    .error,
    .zone path {
      stroke: CanvasText;
    }
    .dot {
      fill: CanvasText;
    }
    .target,
    .held {
      stroke: Highlight;
    }
  }
`;
