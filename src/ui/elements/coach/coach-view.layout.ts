import { css } from 'lit';

/*
 * The picture fills the height. What must be readable from two metres is sized by the view's own height and width (cqh,
 * cqw), so that it keeps its proportions in an embedding page.
 */
/** The layout of the coach's view. */
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
  /* The width of the buttons beside the user, in one column. */
  .stage,
  .controls {
    --tools: 6.25rem;
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
    padding: 7cqh calc(var(--tools) + 2 * var(--edge-in)) var(--edge-in) calc(var(--column) + var(--edge-in));
    text-align: center;
    background: linear-gradient(transparent, rgb(5 10 11 / 0.78) 45%);
    pointer-events: none;
  }
  .silent,
  .stage:not([data-lined]) > .band:has(> caption-line[data-gone]) {
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
    inset-block: var(--edge-in);
    inset-inline-end: var(--edge-in);
    display: flex;
    flex-direction: column;
    gap: 0.5rem;
    inline-size: var(--tools);
    z-index: 3;
    pointer-events: none;
  }
  .controls > *,
  .row > * {
    pointer-events: auto;
  }
  .row {
    display: contents;
  }
  .wrong {
    margin-block-start: auto;
  }
  .stage > routine-line {
    position: absolute;
    inset-block-start: calc((var(--edge-in) - 0.75rem) / 2);
    inset-inline-start: var(--edge-in);
    inline-size: calc(var(--column) - 2 * var(--edge-in));
    z-index: 1;
  }
  /* A phone in landscape: the buttons in two columns. */
  @container (max-height: 34rem) and (min-aspect-ratio: 1) {
    .stage,
    .controls {
      --tools: 9.875rem;
    }
    .controls {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      align-content: start;
      gap: 0.375rem;
    }
    .controls > .wrong {
      margin-block-start: 0;
      font-size: 0.75rem;
    }
  }
`;
