import { css } from 'lit';
import { layout } from './coach-view.layout.ts';
import { upright } from './coach-view.upright.ts';

const parts = css`
  rep-count {
    font-size: 23cqh;
  }
  .rings {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    inline-size: min(27cqh, 19cqw);
  }
  .rings > * {
    grid-area: 1 / 1;
    align-self: start;
  }
  breath-pacer {
    font-size: clamp(1.25rem, 3.8cqh, 6.6cqw);
  }
  :host([data-ringed]) breath-pacer {
    --breath-ring: hidden;
  }
  :host(:not([data-ringed])) hold-ring {
    visibility: hidden;
  }
  .label {
    font-size: clamp(1.125rem, 3.2cqh, 5cqw);
    font-weight: 600;
    line-height: 1.1;
    color: var(--stage-soft);
  }
  cue-line {
    font-size: max(8.4cqh, 2rem);
  }
  caption-line {
    color: var(--stage-ink);
  }
  /* It goes on unseen under a cue, so that old words do not come back. */
  caption-line[data-silent] {
    position: absolute;
    visibility: hidden;
  }
  .prompt {
    display: flex;
    align-items: center;
    gap: 0.4em;
    font-size: clamp(1.5rem, 5.2cqh, 8cqw);
    font-weight: 650;
    line-height: 1.1;
    color: var(--mood);
    /* A wide picture reaches under the column. */
    text-shadow:
      0 0 0.35em var(--stage),
      0 0 0.12em var(--stage);
  }
  .prompt svg {
    flex: none;
    inline-size: 1.05em;
    block-size: 1.05em;
  }
  /* Once the time is held, the prompt already says what comes next. */
  .next,
  :host([data-held]) .now {
    display: none;
  }
  :host([data-held]) .next {
    display: inline;
  }
  .reason,
  .timed,
  .unjudged,
  .tip,
  .range,
  .note {
    display: flex;
    gap: 0.5em;
    padding: 0.45em 0.8em;
    border-radius: var(--radius-s);
    font-size: clamp(1.0625rem, 2.9cqh, 1.75rem);
    line-height: 1.25;
    background: var(--stage-panel);
  }
  .reason {
    font-size: clamp(1.125rem, 3.6cqh, 2.25rem);
    font-weight: 600;
    color: var(--not-met);
  }
  .timed {
    font-size: clamp(1.125rem, 3.2cqh, 2rem);
    font-weight: 600;
  }
  .unjudged,
  .tip,
  .range,
  .note {
    font-size: clamp(1rem, 2.4cqh, 1.375rem);
    color: var(--stage-soft);
  }
  .timed svg,
  .tip svg,
  .range svg,
  .unjudged svg {
    flex: none;
    inline-size: 1.3em;
    block-size: 1.3em;
  }
  .film {
    inline-size: 100%;
    font-size: clamp(1rem, 2.4cqh, 1.375rem);
    color: var(--stage-soft);
  }
  .note,
  .film,
  figure-view {
    margin-block-start: auto;
  }
  .film ~ figure-view {
    margin-block-start: 0;
  }
  figure-view {
    inline-size: 100%;
    border-radius: var(--radius-s);
  }
  .countdown {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    font-size: 56cqh;
    font-weight: 750;
    line-height: 1;
    text-shadow:
      0 0 0.12em rgb(0 0 0 / 0.85),
      0 0 0.03em #000;
  }
  .button {
    color: var(--stage-ink);
    background: var(--stage-panel);
    border-color: rgb(255 255 255 / 0.28);
  }
  /* A button with its word under its sign, and its key in the corner. */
  .tile {
    position: relative;
    flex-direction: column;
    gap: 0.15rem;
    min-inline-size: var(--touch);
    padding: 0.4rem 0.3rem;
    border-radius: var(--radius-s);
    font-size: 0.875rem;
    line-height: 1.1;
  }
  .tile svg {
    inline-size: 1.6rem;
    block-size: 1.6rem;
  }
  .tile kbd {
    display: none;
    position: absolute;
    inset-block-start: 0.25rem;
    inset-inline-end: 0.4rem;
    font: inherit;
    font-size: 0.6875rem;
    font-weight: 500;
    color: var(--stage-soft);
  }
  .small {
    color: var(--stage-soft);
  }
  .wrong {
    border: 3px solid var(--easing);
    color: var(--easing);
  }
  @container (min-width: 64rem) and (min-height: 40rem) {
    .tile kbd {
      display: block;
    }
  }
`;

/** Each mood has a colour and a frame of its own shape. */
const moods = css`
  .glow {
    position: absolute;
    inset: 0;
    border: 0.9cqmin solid var(--mood);
    box-shadow: inset 0 0 5cqmin -0.5cqmin var(--mood);
    transition:
      border-color 0.25s,
      box-shadow 0.25s;
  }
  [data-mood='setting-up'] .glow {
    border-style: dashed;
    box-shadow: none;
  }
  [data-mood='ready'] {
    --mood: var(--stage-ink);
  }
  [data-mood='ready'] .glow {
    border-width: 0.4cqmin;
    box-shadow: none;
  }
  [data-mood='moving'] {
    --mood: var(--moving);
  }
  [data-mood='holding'] {
    --mood: var(--met-light);
  }
  [data-mood='holding'] .glow {
    border-width: 1.8cqmin;
    box-shadow: inset 0 0 9cqmin var(--met);
  }
  [data-mood='correcting'] {
    --mood: var(--not-met);
  }
  [data-mood='correcting'] .glow {
    border-style: double;
    border-width: 1.5cqmin;
  }
  /* Far enough: a thick broken frame and a sign of its own. */
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
    box-shadow: none;
  }
  @media (prefers-reduced-motion: reduce) {
    .glow {
      transition: none;
    }
  }
`;

/** The look of the coach's view. */
export const coachViewStyles = [layout, parts, moods, upright];
