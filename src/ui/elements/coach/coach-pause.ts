import { html, nothing } from 'lit';
import type { Coaching } from '../../../engine/coach/coaching.ts';
import type { Texts } from '../../../texts/texts.ts';
import type { Wish } from '../../ask.ts';
import '../panels/pause-panel.ts';
import { correctionInWords, countCorrection } from './count-correction.ts';

/** The panel of a pause, by the user (`isByUser`) or by the coach: why, the way on, and the count with its correction. */
export const coachPause = (coaching: Coaching, isByUser: boolean, texts: Texts, ask: (wish: Wish) => void) => {
  const { paused, train } = texts.app;
  return html`<pause-panel
    class="layer"
    .heading=${paused.title}
    .why=${isByUser ? paused.byYou : paused.unseen(texts.keypointsInWords(coaching.missing))}
    .whatToDo=${isByUser ? '' : paused.comeBack}
    .resume=${isByUser ? train.resume : undefined}
    @resume-asked=${() => ask('resume-asked')}
    >${miscount(coaching, isByUser, texts, ask)}</pause-panel
  >`;
};

const miscount = (coaching: Coaching, isByUser: boolean, texts: Texts, ask: (wish: Wish) => void) => {
  const { miscounted, counted, remote } = texts.app.train;
  const buttons = countCorrection(coaching, texts, ask);
  if (!buttons) return nothing;
  const { repetitions, ofRepetitions, ownCount } = coaching;
  const count = ownCount ? correctionInWords(coaching, texts) : counted(repetitions, ofRepetitions);
  return html`<section class="miscount" aria-label=${miscounted}>
    <p role="status">${count}</p>
    ${buttons}${isByUser ? html`<p class="remote">${remote}</p>` : nothing}
  </section>`;
};
