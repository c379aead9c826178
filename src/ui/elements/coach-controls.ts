import { html, nothing } from 'lit';
import type { Coaching } from '../../engine/coaching/coaching.ts';
import { judgedPhases, type Phase } from '../../engine/coaching/phase.ts';
import type { Texts } from '../../texts/texts.ts';
import type { Wish } from '../ask.ts';
import { icons, type IconName } from '../icons.ts';

const hasRange: ReadonlySet<Phase> = new Set<Phase>([...judgedPhases, 'paused']);

/** The buttons over the picture: pause or go on, end, and beside them, more quietly, what belongs to one's own range. */
export const coachControls = (
  { phase }: Coaching,
  isPaused: boolean,
  { app: { train } }: Texts,
  ask: (wish: Wish) => void,
) => {
  const button = (kind: string, wish: Wish, icon: IconName, label: string) =>
    html`<button class=${kind} type="button" aria-label=${label} @click=${() => ask(wish)}>
      ${icons[icon]}<span>${label}</span>
    </button>`;
  const isPractising = phase === 'practice' && !isPaused;
  return html`<div class="controls">
    ${isPractising ? button('button small', 'skip-practice-asked', 'skip', train.skipPractice) : nothing}
    ${hasRange.has(phase) ? button('button small', 'recalibrate-asked', 'range', train.recalibrate) : nothing}
    ${
      isPaused
        ? button('button', 'resume-asked', 'play', train.resume)
        : button('button', 'pause-asked', 'pause', train.pause)
    }
    ${button('button', 'end-asked', 'stop', train.end)}
  </div>`;
};
