import { html, nothing } from 'lit';
import type { Coaching } from '../../../engine/coach/coaching.ts';
import type { Plan } from '../../../engine/rules/plan.ts';
import type { ExerciseTexts } from '../../../texts/exercise-texts.ts';
import type { Texts } from '../../../texts/texts.ts';
import { icons, type IconName } from '../../icons.ts';
import { rangesInWords } from '../../words/ranges-in-words.ts';
import { visualStateOf } from './visual-state.ts';

const line = (kind: string, icon: IconName | undefined, words: string) =>
  words ? html`<p class=${kind}>${icon ? icons[icon] : nothing}<span>${words}</span></p>` : nothing;

/** Why an attempt did not count, and what is unseen; lines without content are left out. */
export const sightNotes = (coaching: Coaching, texts: Texts) => {
  const { phase, targets, hint, lastReason, missing } = coaching;
  const { train, paused } = texts.app;
  const isTimed = targets === 'timed';
  const notJudged = coaching.notJudged.map((measure) => texts.measures[measure].name).join(', ');
  // In a picture of one colour nothing is seen anyway.
  const isMissing = (phase === 'looking' || phase === 'neutral') && missing.length > 0 && hint !== 'uncover-the-camera';
  return html`
    ${line('reason', undefined, lastReason ? `${train.notCounted} ${texts.reasonInWords(lastReason)}` : '')}
    ${line('unjudged', 'unseen', isMissing ? paused.unseen(texts.keypointsInWords(missing)) : '')}
    ${line('unjudged', 'unseen', notJudged && !isTimed ? `${train.notJudged} ${notJudged}` : '')}
  `;
};

/**
 * Notes on the targets: that only time is kept, or the own range after practice, whether it was eased, and a fault
 * hint.
 */
export const rangeNotes = (coaching: Coaching, { exercise }: Plan, words: ExerciseTexts, texts: Texts) => {
  const { phase, targets, easeLevel, faultHint, isUnread } = coaching;
  const { train } = texts.app;
  const isBefore = phase !== 'countdown' && visualStateOf(coaching, false) === 'setting-up';
  if (isBefore) return nothing;
  return html`
    ${line('timed', 'clock', targets === 'timed' ? (isUnread ? train.unread : train.onlyTheTime) : '')}
    ${rangesInWords(coaching, exercise, words, texts).map((range) => line('range', 'range', range))}
    ${line('range', 'range', easeLevel > 0 ? train.eased : '')}
    ${line('tip', 'lamp', faultHint ? `${train.perhaps} ${texts.cues[faultHint]}` : '')}
  `;
};
