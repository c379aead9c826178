import { css } from 'lit';

/** Portrait: the picture on top, the words below it in order of importance, the buttons near the thumb. */
export const upright = css`
  @container (max-aspect-ratio: 1) {
    .stage {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      grid-template-rows: auto auto auto auto minmax(0, 1fr);
      align-content: start;
      gap: 1.1cqh var(--edge-in);
      padding-block-end: calc(var(--touch) + 2 * var(--edge-in));
    }
    .column {
      display: contents;
    }
    .stage > *,
    .column > *,
    .middle > .rings {
      position: relative;
      grid-column: 1 / -1;
      margin: 0 var(--edge-in);
    }
    /* A portrait picture leaves half of the height to the words. */
    .stage > .picture {
      inset: auto;
      inline-size: min(100cqw, 50cqh * var(--aspect, 1.3333));
      block-size: min(50cqh, 100cqw / var(--aspect, 1.3333));
      margin: 0 auto;
    }
    .column > film-progress {
      inline-size: auto;
    }
    .column > rep-count,
    [data-mood='setting-up'] .prompt {
      grid-column: 1;
      grid-row: 2;
      align-self: center;
    }
    .column > rep-count {
      --count-flow: column;
      --count-all: 0.2em;
      font-size: 20.2cqh;
      line-height: 0.76;
    }
    .middle > .rings {
      grid-column: 2;
      grid-row: 2;
      inline-size: min(17cqh, 34cqw);
      margin-inline-start: 0;
    }
    .label {
      grid-column: 1;
      grid-row: 2;
    }
    .stage > .corner {
      inset: auto;
      max-inline-size: none;
    }
    .stage > .band {
      grid-row: 4;
      min-block-size: auto;
      padding: 0;
      background: none;
      text-align: start;
    }
    /* At most four short lines: an eighth of a hand high, as on a wide screen. */
    [data-mood] cue-line {
      --limit-padding: 0.15em;
      font-size: 8.1cqh;
      line-height: 0.96;
    }
    [data-mood='setting-up'] cue-line {
      font-size: min(6.6cqh, 14cqw);
    }
    /* Only the cue is under the count. */
    [data-lined]:not([data-mood='setting-up'])
      :is(.prompt, .reason, .unjudged, .timed, .note, .tip, .range, figure-view) {
      display: none;
    }
    [data-lined] rep-count {
      --count-note: none;
    }
    .reason,
    .timed,
    .unjudged,
    .tip,
    .range,
    .note {
      padding: 0;
      background: none;
    }
    .reason ~ .note,
    .unjudged ~ .note {
      display: none;
    }
    .countdown {
      font-size: 50cqw;
    }
    .column > figure-view {
      grid-row: 5;
      inline-size: auto;
      block-size: 100%;
      max-block-size: 40cqw;
      align-self: end;
      justify-self: center;
    }
    .controls {
      display: contents;
    }
    .row,
    .controls > * {
      position: absolute;
      z-index: 3;
    }
    .row {
      inset-block-end: var(--edge-in);
      inset-inline: var(--edge-in);
      display: flex;
      gap: 0.5rem;
    }
    .row > * {
      flex: 1 1 0;
      min-inline-size: var(--touch);
    }
    .row > .small {
      gap: 0;
      padding: 0.2rem;
      font-size: 0.75rem;
      line-height: 1;
    }
    .small svg {
      inline-size: 1.1rem;
      block-size: 1.1rem;
    }
    /* The buttons that end the session are apart from the others, in the upper corners of the picture. */
    .end,
    .wrong {
      inset-block-start: calc(var(--edge-in) + 0.25rem);
      margin: 0;
    }
    .end {
      inset-inline-start: var(--edge-in);
    }
    .wrong {
      inset-inline-end: var(--edge-in);
      inline-size: 6.5rem;
    }
    .stage > routine-line {
      position: absolute;
      inset-block-start: 0.25rem;
      inset-inline: var(--edge-in);
      inline-size: auto;
      margin: 0;
    }
  }
  /* Text of twice the size on a phone: a smaller picture, and the buttons side by side above and below the words. */
  @container (max-aspect-ratio: 1) and (max-width: 16rem) {
    .stage,
    .controls {
      --edge-in: 0.5rem;
    }
    .stage > .picture {
      inline-size: min(100cqw, 28cqh * var(--aspect, 1.3333));
      block-size: min(28cqh, 100cqw / var(--aspect, 1.3333));
    }
    [data-mood='setting-up'] .rings {
      display: none;
    }
    .column > .prompt {
      grid-column: 1 / -1;
      font-size: min(1.5rem, 11cqw);
    }
    breath-pacer {
      font-size: min(1.25rem, 6.6cqw);
    }
    .column > figure-view {
      display: none;
    }
    .controls .tile {
      min-inline-size: 0;
      padding-inline: 0.25rem;
      font-size: min(0.8125rem, 7cqw);
    }
    .end {
      inline-size: 3.5rem;
    }
    .wrong {
      inline-size: 6rem;
    }
    .layer {
      inset-block: 4.75rem 5rem;
    }
  }
`;
