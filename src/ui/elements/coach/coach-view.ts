import { LitElement, html, nothing, type PropertyValues } from 'lit';
import type { Coaching } from '../../../engine/coach/coaching.ts';
import type { Plan } from '../../../engine/rules/plan.ts';
import type { Sight } from '../../../engine/coach/sight.ts';
import type { ExerciseTexts } from '../../../texts/exercise-texts.ts';
import type { Texts } from '../../../texts/texts.ts';
import { ask, type Wish } from '../../ask.ts';
import { icons } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import { breathOf } from './breath-of.ts';
import './breath-pacer.ts';
import './caption-line.ts';
import { coachControls } from './coach-controls.ts';
import { coachPause } from './coach-pause.ts';
import { correctionInWords, countCorrection } from './count-correction.ts';
import { rangeNotes, sightNotes } from './coach-notes.ts';
import { coachViewStyles } from './coach-view.styles.ts';
import './cue-line.ts';
import './film-progress.ts';
import './hold-ring.ts';
import { visualStateIcon, visualStateOf } from './visual-state.ts';
import './pose-overlay.ts';
import { promptIn } from './prompt.ts';
import '../figure/figure-view.ts';
import type { Demonstrate } from '../../../ports/demonstration.ts';
import './rep-count.ts';
import { ringFaceOf } from './ring-face.ts';
import './routine-line.ts';
import type { RoutinePlace } from './routine-line.ts';

const edges = ['top', 'bottom', 'left', 'right'] as const;

/**
 * A running session, as the user sees it from two metres: the picture, the skeleton, the one hint or cue, the count and
 * the breath. Coaching is a property; each sight comes through `show`. Fires the wishes of its buttons.
 */
export class CoachView extends LitElement {
  static override properties = {
    picture: { attribute: false },
    isMirrored: { attribute: false },
    coaching: { attribute: false },
    isPaused: { attribute: false },
    isMuted: { attribute: false },
    caption: { attribute: false },
    isSpoken: { attribute: false },
    progress: { attribute: false },
    note: { attribute: false },
    lasts: { attribute: false },
    texts: { attribute: false },
    exerciseTexts: { attribute: false },
    plan: { attribute: false },
    hasOtherCamera: { attribute: false },
    showFigure: { attribute: false },
    isFigureStill: { attribute: false },
  };
  declare picture: HTMLVideoElement | HTMLCanvasElement;
  declare isMirrored: boolean;
  declare coaching: Coaching;
  /** Whether the user paused; a pause by the coach is in `coaching`. */
  declare isPaused: boolean;
  /** Whether the voice is muted; `undefined` without a voice. */
  declare isMuted: boolean | undefined;
  /** The caption, shown while there is neither a hint nor a cue. */
  declare caption: string;
  /** Whether the voice speaks the caption. */
  declare isSpoken: boolean;
  /** The progress of the routine; `undefined` for an exercise alone. */
  declare progress: RoutinePlace | undefined;
  /** A short remark about the source. */
  declare note: string | undefined;
  /** Duration of the film, ms; `undefined` where the source is no film. */
  declare lasts: number | undefined;
  declare texts: Texts;
  declare exerciseTexts: ExerciseTexts;
  /** What is trained; the figure beside the user shows it. */
  declare plan: Plan;
  /** Whether there is another camera to use. */
  declare hasOtherCamera: boolean | undefined;
  /** Shows the figure; `undefined` where the picture is the figure itself. */
  declare showFigure: Demonstrate | undefined;
  /** Whether the figure is drawn once instead of moving, where drawing would slow down detection. */
  declare isFigureStill: boolean;

  static override styles = [base, buttons, ...coachViewStyles];

  #aspect = 0;
  /** What confirms the last correction of the count; empty once a caption has come since. */
  #confirmed = '';

  constructor() {
    super();
    this.caption = '';
    this.isSpoken = false;
  }

  /** Shows one judged frame, up to fifteen times a second, without a render. */
  show(sight: Sight): void {
    this.#shape(sight.pose.frame.width / sight.pose.frame.height);
    this.renderRoot.querySelector('pose-overlay')?.show(sight);
    this.renderRoot.querySelector('breath-pacer')?.step();
    if (this.lasts) this.renderRoot.querySelector('film-progress')?.show(sight.at, this.lasts);
    const ring = this.renderRoot.querySelector('hold-ring');
    const face = ringFaceOf(sight);
    this.toggleAttribute('data-held', sight.phase === 'holding' && face !== undefined && face.share >= 1);
    // Only one thing moves at a time: while the ring is shown, the pacer shows only its word.
    this.toggleAttribute('data-ringed', face !== undefined);
    if (face) ring?.show(face);
  }

  #shape(aspect: number): void {
    if (aspect === this.#aspect || !Number.isFinite(aspect)) return;
    this.#aspect = aspect;
    this.style.setProperty('--aspect', aspect.toFixed(4));
  }

  /** A correction of the count is confirmed in the place of the caption, until the next caption. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('coaching');
    if (changed.has('plan') || (changed.has('caption') && this.caption !== '')) this.#confirmed = '';
    if (changed.has('plan') || !before || before.ownCount === this.coaching.ownCount) return;
    this.#confirmed = correctionInWords(this.coaching, this.texts);
  }

  readonly #ask = (wish: Wish): void => ask(this, wish);

  override render() {
    const { coaching, texts } = this;
    const visualState = visualStateOf(coaching, this.isPaused);
    const line = this.#line;
    const remark = this.#confirmed || this.caption;
    const hasCaption = remark !== '' && line === '' && !this.isPaused && coaching.countdown === undefined;
    return html`<h1 class="unseen">${this.exerciseTexts.name}</h1>
      <div class="stage" data-mood=${visualState} ?data-lined=${line !== ''}>
        <div class="picture">
          <div class=${this.isMirrored ? 'layers mirrored' : 'layers'} role="img" aria-label=${texts.app.train.picture}>
            ${this.picture}<pose-overlay .isMirrored=${this.isMirrored}></pose-overlay>
          </div>
          ${edges.map((edge) => html`<div class="edge ${edge}"><div class="glow"></div></div>`)}
          ${visualState === 'easing' ? html`<div class="badge">${icons.ease}</div>` : nothing}
          ${coaching.countdown === undefined ? nothing : html`<div class="countdown" role="status">${coaching.countdown}</div>`}
        </div>
        ${this.progress ? this.#routine(this.progress) : nothing}
        <div class="column">
          ${visualState === 'setting-up' ? nothing : this.#count()}
          ${coaching.phase === 'practice' ? html`<p class="label">${texts.phases.practice}</p>` : nothing}
          <p class="prompt">
            ${icons[visualStateIcon[visualState]]}<span class="now"
              >${promptIn(coaching, this.exerciseTexts, texts)}</span
            >
            <span class="next">${this.exerciseTexts.prompts.returning}</span>
          </p>
          <div class="middle">
            <div class="rings">
              <breath-pacer
                .breath=${breathOf(coaching, this.plan, this.isPaused)}
                .words=${texts.app.train.breath}
              ></breath-pacer>
              <hold-ring .label=${texts.phases[coaching.phase]}></hold-ring>
            </div>
            ${visualState === 'paused' ? nothing : countCorrection(coaching, texts, this.#ask)}
          </div>
          ${sightNotes(coaching, texts)} ${this.note ? html`<p class="note">${this.note}</p>` : nothing}
          ${this.lasts ? this.#film() : nothing} ${this.showFigure ? this.#figure() : nothing}
        </div>
        <div class="corner">${rangeNotes(coaching, this.plan, this.exerciseTexts, texts)}</div>
        <div class=${line || hasCaption ? 'band' : 'band silent'}>
          <cue-line .words=${line} .isSpoken=${this.isSpoken} .isLimit=${visualState === 'easing'}></cue-line>
          <caption-line
            .words=${remark}
            .isSpoken=${this.isSpoken && this.#confirmed === ''}
            ?data-silent=${!hasCaption}
          ></caption-line>
        </div>
      </div>
      ${visualState === 'paused' ? coachPause(coaching, this, texts, this.#ask) : nothing} ${this.#controls()}`;
  }

  /** The one line: a hint in set-up, else the cue. */
  get #line(): string {
    const { hint, cue, countdown } = this.coaching;
    if (countdown !== undefined || this.isPaused) return '';
    if (hint === 'take-start-posture') return this.exerciseTexts.startPosture;
    if (hint) return this.texts.hints[hint];
    return cue ? this.texts.cues[cue.cue] : '';
  }

  #controls() {
    const { isPaused, isMuted, progress } = this;
    const { phase, loneArm } = this.coaching;
    const controlled = { phase, loneArm, isPaused, isMuted, isInRoutine: progress !== undefined };
    return coachControls(controlled, this.texts, this.#ask);
  }

  #routine(place: RoutinePlace) {
    const { done, of, names } = place;
    const words = this.texts.app.train.place(done + 1, of, names[done] ?? '');
    return html`<routine-line .place=${place} .words=${words}></routine-line>`;
  }

  #film() {
    const { video } = this.texts.app;
    return html`<film-progress class="film" .label=${video.progress} .words=${video.place}></film-progress>`;
  }

  /** The figure beside the user: the start posture until the user takes it, then the movement or its end. */
  #figure() {
    const { exercise, view } = this.plan;
    const { phase } = this.coaching;
    const isTaken = phase === 'practice' || visualStateOf(this.coaching, false) !== 'setting-up';
    const isSettingUp = !isTaken && exercise.motion.start !== undefined;
    // While the ring fills, nothing else moves.
    const isStill = this.isFigureStill || phase === 'holding';
    const moment = isSettingUp ? 'start' : isStill ? 'end' : 'moving';
    // Drawn from the side, it faces right; it turns as the user does on the screen.
    const isFlipped = this.coaching.faces === (this.isMirrored ? 1 : -1);
    return html`<figure-view
      ?data-flipped=${isFlipped}
      .exercise=${exercise}
      .view=${view}
      .showFigure=${this.showFigure}
      .moment=${moment}
      .label=${this.texts.app.briefing.figure(this.exerciseTexts.name)}
      .missing=${this.texts.app.figureMissing}
    ></figure-view>`;
  }

  #count() {
    const { repetitions, ofRepetitions, targets, set, ofSets, ownCount } = this.coaching;
    const { train } = this.texts.app;
    const isTimed = targets === 'timed';
    const notes = [
      ...(ofSets > 1 ? [train.set(set, ofSets)] : []),
      ...(isTimed ? [train.byTime] : []),
      ...(ownCount ? [train.ownCount(ownCount)] : []),
    ];
    return html`<rep-count
      .done=${repetitions}
      .all=${ofRepetitions}
      .label=${(isTimed ? train.timed : train.counted)(repetitions, ofRepetitions)}
      .note=${notes.join(', ')}
    ></rep-count>`;
  }
}

customElements.define('coach-view', CoachView);

declare global {
  interface HTMLElementTagNameMap {
    'coach-view': CoachView;
  }
}
