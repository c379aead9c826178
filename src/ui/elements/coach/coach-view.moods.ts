import { css } from 'lit';

/** Each visual state has a colour and a frame of its own shape. */
export const moods = css`
  .glow {
    position: absolute;
    inset: 0;
    border: 0.9cqmin solid var(--mood);
    /* A layer of its own, neither blurred nor animated: without a GPU it would be painted anew over each picture. */
    will-change: transform;
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
