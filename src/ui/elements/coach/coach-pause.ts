import { html, nothing } from 'lit';
import { isCorrectable, type Coaching } from '../../../engine/coach/coaching.ts';
import type { Texts } from '../../../texts/texts.ts';
import type { Wish } from '../../ask.ts';
import '../panels/pause-panel.ts';
import { tile } from './tile.ts';
import { correctionInWords, countCorrection } from './count-correction.ts';

/** Whether another camera may be used: where no count can be corrected, or the picture shows nothing. */
export const mayChangeCamera = ({ phase, targets, hint }: Coaching): boolean =>
  phase !== 'resting' && (hint === 'uncover-the-camera' || !isCorrectable({ phase, targets }));

/** Who paused, and whether there is another camera to use. */
export interface Pause {
  /** Whether the user paused, not the coach. */
  readonly isPaused: boolean;
  readonly hasOtherCamera: boolean | undefined;
}

/** The panel of a pause, by the user or by the coach: why, the way on, and the count with its correction. */
export const coachPause = (
  coaching: Coaching,
  { isPaused: isByUser, hasOtherCamera }: Pause,
  texts: Texts,
  ask: (wish: Wish) => void,
) => {
  const { paused, train } = texts.app;
  // Only what the camera needs is a hint in a pause.
  const { hint } = coaching;
  const [why, whatToDo] = hint
    ? [texts.hints[hint], paused.uncover]
    : [paused.unseen(texts.keypointsInWords(coaching.missing)), paused.comeBack];
  const isCameraOffered = hasOtherCamera === true && mayChangeCamera(coaching);
  return html`<pause-panel
    class="layer"
    .heading=${paused.title}
    .why=${isByUser ? paused.byYou : why}
    .whatToDo=${isByUser ? '' : whatToDo}
    .resume=${isByUser ? train.resume : undefined}
    @resume-asked=${() => ask('resume-asked')}
    >${isCameraOffered ? otherCamera(isByUser, texts, ask) : miscount(coaching, isByUser, texts, ask)}</pause-panel
  >`;
};

const otherCamera = (isByUser: boolean, { app: { train } }: Texts, ask: (wish: Wish) => void) => {
  const { otherCamera: label, remoteCamera, keys } = train;
  return html`<section class="miscount" aria-label=${label}>
    <div class="correction">
      ${tile({ kind: 'small', wish: 'other-camera-asked', icon: 'camera', label, key: keys.otherCamera }, ask)}
    </div>
    ${isByUser ? html`<p class="remote">${remoteCamera}</p>` : nothing}
  </section>`;
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
