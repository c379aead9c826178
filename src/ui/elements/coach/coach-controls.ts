import { html, nothing } from 'lit';
import type { Coaching } from '../../../engine/coach/coaching.ts';
import { judgedPhases, type Phase } from '../../../engine/exercise/phase.ts';
import type { Texts } from '../../../texts/texts.ts';
import type { Wish } from '../../ask.ts';
import type { IconName } from '../../icons.ts';
import { tile } from './tile.ts';

const hasRange: ReadonlySet<Phase> = new Set<Phase>([...judgedPhases, 'paused']);

type Key = keyof Texts['app']['train']['keys'];

/** The state of a session, as far as its buttons depend on it. */
export interface Controlled {
  readonly phase: Coaching['phase'];
  /** The arm that may train alone. */
  readonly loneArm: Coaching['loneArm'];
  readonly isPaused: boolean;
  /** `undefined` without a voice. */
  readonly isMuted: boolean | undefined;
  /** Whether the exercise is one of several. */
  readonly isInRoutine: boolean;
}

/**
 * The buttons over the picture: pause or resume, back and next in a routine, the voice, the own range, the end and,
 * always and apart from the others, the one for when something feels wrong. Each shows its key if there is room.
 */
export const coachControls = (
  { phase, loneArm, isPaused, isMuted, isInRoutine }: Controlled,
  { app: { train } }: Texts,
  ask: (wish: Wish) => void,
) => {
  const button = (kind: string, wish: Wish, icon: IconName, label: string, key: Key) =>
    tile({ kind, wish, icon, label, key: train.keys[key] }, ask);
  const isPractising = phase === 'practice' && !isPaused;
  return html`<div class="controls">
    <div class="row">
      ${isInRoutine ? button('', 'repeat-asked', 'back', train.back, 'back') : nothing}
      ${
        isPaused
          ? button('', 'resume-asked', 'play', train.resume, 'pause')
          : button('', 'pause-asked', 'pause', train.pause, 'pause')
      }
      ${isInRoutine ? button('', 'skip-asked', 'skip', train.next, 'next') : nothing}
      ${isMuted === undefined ? nothing : isMuted ? button('', 'mute-asked', 'silent', train.unmute, 'mute') : button('', 'mute-asked', 'sound', train.mute, 'mute')}
      ${isPractising && loneArm ? button('', 'one-arm-asked', 'figure', train.oneArm[loneArm], 'oneArm') : nothing}
      ${isPractising ? button('small', 'skip-practice-asked', 'skip', train.skipPractice, 'skipPractice') : nothing}
      ${hasRange.has(phase) ? button('small', 'recalibrate-asked', 'range', train.recalibrate, 'recalibrate') : nothing}
    </div>
    ${button('end', 'end-asked', 'stop', train.end, 'end')}
    ${button('wrong', 'red-flag-asked', 'hand', train.wrong, 'wrong')}
  </div>`;
};
