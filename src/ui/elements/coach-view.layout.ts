import { css } from 'lit';

/*
 * The picture fills the height; what is read from two metres is sized by the view's own height and width (cqh, cqw),
 * so that the trainer keeps its proportions where a page embeds it.
 */
/** Where everything is. */
export const layout = css`
  :host {
    --edge-in: clamp(1rem, 3cqmin, 2rem);
    --mood: var(--unjudged);
    --column: max(25cqw, 17rem);
    display: block;
    position: relative;
    block-size: 100%;
    overflow: hidden;
    container-type: size;
    color-scheme: dark;
    color: var(--stage-ink);
    background: var(--stage);
  }
  .stage,
  .layer {
    position: absolute;
    inset: 0;
  }
  .layer {
    z-index: 2;
  }
  .picture {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    margin-block: auto;
    inline-size: min(100cqw, 100cqh * var(--aspect, 1.3333));
    block-size: min(100cqh, 100cqw / var(--aspect, 1.3333));
    overflow: hidden;
    background: #000;
  }
  .mirrored {
    transform: scaleX(-1);
  }
  .layers {
    position: absolute;
    inset: 0;
  }
  .layers > * {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  .column {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 2.2cqh;
    inline-size: var(--column);
    padding: var(--edge-in);
    z-index: 1;
  }
  .band {
    position: absolute;
    inset-block-end: 0;
    inset-inline: 0;
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    gap: 1cqh;
    min-block-size: 18cqh;
    padding: 7cqh var(--edge-in) var(--edge-in) var(--column);
    text-align: center;
    background: linear-gradient(transparent, rgb(5 10 11 / 0.78) 45%);
    pointer-events: none;
  }
  .silent {
    background: none;
  }
  .corner {
    position: absolute;
    inset-block-start: var(--edge-in);
    inset-inline-start: max(var(--column), 100cqw - 100cqh * var(--aspect, 1.3333) + var(--edge-in));
    display: grid;
    gap: 0.6cqh;
    justify-items: start;
    max-inline-size: 30cqw;
    z-index: 1;
  }
  .controls {
    position: absolute;
    inset-block-start: var(--edge-in);
    inset-inline-end: var(--edge-in);
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--space-s);
    max-inline-size: calc(100cqw - var(--column) - 2 * var(--edge-in));
    z-index: 3;
  }
`;

/** Upright: the picture on top, the words under it in the order of their weight, the buttons at the thumb. */
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
    .column > * {
      position: relative;
      grid-column: 1 / -1;
      margin: 0 var(--edge-in);
    }
    /* An upright picture leaves half of the height to the words. */
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
      font-size: 20cqh;
    }
    .column > .rings {
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
    cue-line {
      font-size: min(8.4cqh, 12cqw);
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
      inset-block: auto var(--edge-in);
      inset-inline-start: var(--edge-in);
      flex-wrap: nowrap;
      max-inline-size: none;
    }
    .controls > * {
      flex: 1;
      padding-inline: 0.6em;
    }
    .controls > .small {
      flex: 1.3;
    }
    .small svg,
    [data-mood='correcting'] :is(.range, .tip) {
      display: none;
    }
  }
`;
