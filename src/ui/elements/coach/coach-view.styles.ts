import { css } from 'lit';
import { correction } from './coach-view.correction.ts';
import { layout } from './coach-view.layout.ts';
import { moods } from './coach-view.moods.ts';
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
  /* Hidden under a cue, its time still passes, so that old words do not come back. */
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
    /* A wide picture extends under the column. */
    text-shadow:
      0 0 0.35em var(--stage),
      0 0 0.12em var(--stage);
  }
  .prompt svg {
    flex: none;
    inline-size: 1.05em;
    block-size: 1.05em;
  }
  /* After the hold, the prompt already shows the next step. */
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
  /* A button with its label under its icon, and its key in the corner. */
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
  /* Generated content, so that it is no part of the button's name. */
  .tile kbd::before {
    content: attr(data-key);
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

/** Styles of the coach's view. */
export const coachViewStyles = [layout, parts, moods, upright, correction];
