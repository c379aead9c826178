import { css } from 'lit';

/** Each visual state has a colour and a frame of its own shape. */
export const moods = css`
  /*
   * The frame in four strips, each a layer of its own: without a GPU, one layer over the whole picture would be blended with
   * each of its frames, mostly for nothing.
   */
  .edge {
    --deep: 3.8cqmin;
    position: absolute;
    overflow: hidden;
    will-change: transform;
  }
  .edge.top,
  .edge.bottom {
    inset-inline: 0;
    block-size: var(--deep);
  }
  .edge.top {
    inset-block-start: 0;
  }
  .edge.bottom {
    inset-block-end: 0;
  }
  /* A pixel of overlap: the strips may end within a pixel. */
  .edge.left,
  .edge.right {
    inset-block: calc(var(--deep) - 1px);
    inline-size: var(--deep);
  }
  .edge.left {
    left: 0;
  }
  .edge.right {
    right: 0;
  }
  /* Larger than its strip, which shows one side of it. */
  .glow {
    position: absolute;
    inset: 0;
    border: 0.9cqmin solid var(--mood);
  }
  .top > .glow {
    inset-block-end: -100%;
  }
  .bottom > .glow {
    inset-block-start: -100%;
  }
  .left > .glow {
    inset-block: calc(1px - var(--deep));
    right: -100%;
  }
  .right > .glow {
    inset-block: calc(1px - var(--deep));
    left: -100%;
  }
  [data-mood='setting-up'] .glow {
    border-style: dashed;
  }
  [data-mood='ready'] {
    --mood: var(--stage-ink);
  }
  [data-mood='ready'] .glow {
    border-width: 0.4cqmin;
  }
  [data-mood='moving'] {
    --mood: var(--moving);
  }
  [data-mood='holding'] {
    --mood: var(--met-light);
  }
  [data-mood='holding'] .glow {
    border-width: 1.8cqmin;
    box-shadow: inset 0 0 0 0.8cqmin var(--met);
  }
  [data-mood='correcting'] {
    --mood: var(--not-met);
  }
  [data-mood='correcting'] .glow {
    border-style: double;
    border-width: 1.5cqmin;
  }
  /* Far enough: a thick broken frame and an icon of its own. */
  [data-mood='easing'] {
    --mood: var(--easing);
  }
  [data-mood='easing'] .glow {
    border-style: dashed;
    border-width: 3cqmin;
    box-shadow: inset 0 0 0 0.7cqmin rgb(5 10 11 / 0.7);
  }
  [data-mood='easing'] .prompt {
    display: none;
  }
  .badge {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 5cqmin;
    margin-block: auto;
    display: grid;
    place-content: center;
    inline-size: 15cqmin;
    block-size: 15cqmin;
    border-radius: 50%;
    color: var(--stage);
    background: var(--mood);
  }
  .badge svg {
    inline-size: 10cqmin;
    block-size: 10cqmin;
  }
  [data-mood='paused'] .glow {
    border-style: dotted;
  }
`;
