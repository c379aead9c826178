import { css } from 'lit';

/** The buttons that put a miscount right: beside the ring, in portrait in the lower corners of the picture. */
export const correction = css`
  .middle {
    display: flex;
    align-items: flex-start;
    gap: 0.5rem;
  }
  .correction {
    display: grid;
    gap: 0.5rem;
    inline-size: 4.75rem;
  }
  .correction .tile {
    padding-inline: 0.15rem;
    font-size: 0.8125rem;
  }
  .correction .tile:disabled {
    opacity: 0.5;
    cursor: default;
  }
  .correction .tile svg {
    inline-size: 1.1rem;
    block-size: 1.1rem;
  }
  @container (max-aspect-ratio: 1) {
    .middle {
      display: contents;
    }
    .middle > .correction {
      position: absolute;
      inset-block-start: calc(min(50cqh, 100cqw / var(--aspect, 1.3333)) - var(--touch) - 0.5rem);
      inset-inline: var(--edge-in);
      display: flex;
      justify-content: space-between;
      inline-size: auto;
      pointer-events: none;
      z-index: 2;
    }
    .middle > .correction .tile {
      inline-size: 4.75rem;
      pointer-events: auto;
    }
  }
  /* In a pause: under the button that goes on. */
  .miscount {
    display: grid;
    justify-items: center;
    gap: 1.5cqh;
    margin-block-start: 2cqh;
  }
  .miscount p {
    font-size: clamp(1.25rem, 4cqh, 7cqw);
    line-height: 1.2;
    text-wrap: balance;
  }
  .miscount .remote {
    font-size: clamp(1rem, 2.8cqh, 4.5cqw);
    color: var(--stage-soft);
  }
  @media (hover: none) {
    .miscount .remote {
      display: none;
    }
  }
  .miscount .correction {
    display: flex;
    inline-size: auto;
  }
  .miscount .tile {
    flex-direction: row;
    gap: 0.5em;
    padding-inline: 1.25em;
    font-size: 1.125rem;
  }
`;
