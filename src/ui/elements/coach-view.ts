import { LitElement, html, nothing } from 'lit';
import type { Coaching } from '../../engine/coaching/coaching.ts';
import type { Plan } from '../../engine/coaching/plan.ts';
import type { Sight } from '../../engine/coaching/sight.ts';
import type { ExerciseTexts } from '../../texts/exercise-texts.ts';
import type { Texts } from '../../texts/texts.ts';
import { ask } from '../ask.ts';
import { icons } from '../icons.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { coachViewStyles } from './coach-view.styles.ts';
import './cue-line.ts';
import './hold-ring.ts';
import { moodIcon, moodOf } from './mood.ts';
import './pause-panel.ts';
import './pose-overlay.ts';
import { promptIn } from './prompt.ts';
import './figure-view.ts';
import type { ShowFigure } from './figure-view.ts';
import './rep-count.ts';
import { ringFaceOf } from './ring-face.ts';

/**
 * A running session, as the person sees it from two metres away: the picture, the skeleton, the one hint or cue, the
 * count. Coaching comes as a property, what was seen by `show`; it fires `pause-asked`, `resume-asked`, `end-asked`.
 */
export class CoachView extends LitElement {
  static override properties = {
    picture: { attribute: false },
    isMirrored: { attribute: false },
    coaching: { attribute: false },
    isPaused: { attribute: false },
    note: { attribute: false },
    texts: { attribute: false },
    exerciseTexts: { attribute: false },
    plan: { attribute: false },
    showFigure: { attribute: false },
    isFigureStill: { attribute: false },
  };
  declare picture: HTMLVideoElement | HTMLCanvasElement;
  declare isMirrored: boolean;
  declare coaching: Coaching;
  /** Whether the person paused; a pause of the coach's own stands in `coaching`. */
  declare isPaused: boolean;
  /** A small remark about the source. */
  declare note: string | undefined;
  declare texts: Texts;
  declare exerciseTexts: ExerciseTexts;
  /** What is trained; the figure beside the person shows it. */
  declare plan: Plan;
  /** Shows the figure; left out where the picture is the figure itself. */
  declare showFigure: ShowFigure | undefined;
  /** Whether the figure is drawn once instead of moving: where drawing would take time from judging. */
  declare isFigureStill: boolean;

  static override styles = [base, buttons, ...coachViewStyles];

  #aspect = 0;

  /** Shows one frame, some thirty times a second; nothing renders for it. */
  show(sight: Sight): void {
    this.#shape(sight.pose.frame.width / sight.pose.frame.height);
    this.renderRoot.querySelector('pose-overlay')?.show(sight);
    const ring = this.renderRoot.querySelector('hold-ring');
    const face = ringFaceOf(sight);
    this.toggleAttribute('data-held', sight.phase === 'holding' && face !== undefined && face.share >= 1);
    if (!ring) return;
    ring.style.setProperty('visibility', face ? 'visible' : 'hidden');
    if (face) ring.show(face);
  }

  #shape(aspect: number): void {
    if (aspect === this.#aspect || !Number.isFinite(aspect)) return;
    this.#aspect = aspect;
    this.style.setProperty('--aspect', aspect.toFixed(4));
  }

  readonly #pause = (): void => ask(this, 'pause-asked');
  readonly #resume = (): void => ask(this, 'resume-asked');
  readonly #end = (): void => ask(this, 'end-asked');

  override render() {
    const { coaching, texts } = this;
    const mood = moodOf(coaching, this.isPaused);
    const line = this.#line;
    return html`<div class="stage" data-mood=${mood}>
        <div class="picture">
          <div class=${this.isMirrored ? 'layers mirrored' : 'layers'} role="img" aria-label=${texts.app.train.picture}>
            ${this.picture}<pose-overlay></pose-overlay>
          </div>
          <div class="glow"></div>
          ${coaching.countdown === undefined ? nothing : html`<div class="countdown" role="status">${coaching.countdown}</div>`}
        </div>
        <div class="column">
          ${mood === 'setting-up' ? nothing : this.#count()}
          <p class="prompt">
            ${icons[moodIcon[mood]]}<span class="now">${promptIn(coaching, this.exerciseTexts, texts)}</span>
            <span class="next">${this.exerciseTexts.prompts.returning}</span>
          </p>
          <hold-ring .label=${texts.phases[coaching.phase]}></hold-ring>
          ${this.#reason()}${this.#notJudged()} ${this.note ? html`<p class="note">${this.note}</p>` : nothing}
          ${this.showFigure ? this.#figure() : nothing}
        </div>
        <div class=${line ? 'band' : 'band silent'}><cue-line .words=${line}></cue-line></div>
      </div>
      ${mood === 'paused' ? this.#pausePanel() : nothing} ${this.#controls()}`;
  }

  /** The one line: a hint while setting up, else the cue. */
  get #line(): string {
    const { hint, cue, countdown } = this.coaching;
    if (countdown !== undefined || this.isPaused) return '';
    if (hint === 'take-start-posture') return this.exerciseTexts.startPosture;
    if (hint) return this.texts.hints[hint];
    return cue ? this.texts.cues[cue.cue] : '';
  }

  /** The figure beside the person: the start posture until that is taken, then the movement or its end. */
  #figure() {
    const { exercise, view } = this.plan;
    const isSettingUp = moodOf(this.coaching, false) === 'setting-up' && exercise.motion.start !== undefined;
    const moment = isSettingUp ? 'start' : this.isFigureStill ? 'end' : 'moving';
    return html`<figure-view
      .exercise=${exercise}
      .view=${view}
      .showFigure=${this.showFigure}
      .moment=${moment}
      .label=${this.texts.app.briefing.figure(this.exerciseTexts.name)}
    ></figure-view>`;
  }

  #count() {
    const { repetitions, ofRepetitions } = this.coaching;
    const label = this.texts.app.train.counted(repetitions, ofRepetitions);
    return html`<rep-count .done=${repetitions} .all=${ofRepetitions} .label=${label}></rep-count>`;
  }

  #reason() {
    const { lastReason } = this.coaching;
    if (!lastReason) return nothing;
    return html`<p class="reason">${this.texts.app.train.notCounted} ${this.texts.reasonInWords(lastReason)}</p>`;
  }

  #notJudged() {
    const names = this.coaching.notJudged.map((measure) => this.texts.measures[measure].name);
    if (names.length === 0) return nothing;
    return html`<p class="unjudged">
      ${icons.unseen}<span>${this.texts.app.train.notJudged} ${names.join(', ')}</span>
    </p>`;
  }

  #pausePanel() {
    const { paused, train } = this.texts.app;
    const why = this.isPaused ? paused.byYou : paused.unseen(this.texts.keypointsInWords(this.coaching.missing));
    return html`<pause-panel
      class="layer"
      .heading=${paused.title}
      .why=${why}
      .whatToDo=${this.isPaused ? '' : paused.comeBack}
      .resume=${this.isPaused ? train.resume : undefined}
      @resume-asked=${this.#resume}
    ></pause-panel>`;
  }

  #controls() {
    const { train } = this.texts.app;
    const toggle = this.isPaused
      ? html`<button class="button" type="button" aria-label=${train.resume} @click=${this.#resume}>
          ${icons.play}<span>${train.resume}</span>
        </button>`
      : html`<button class="button" type="button" aria-label=${train.pause} @click=${this.#pause}>
          ${icons.pause}<span>${train.pause}</span>
        </button>`;
    return html`<div class="controls">
      ${toggle}
      <button class="button" type="button" aria-label=${train.end} @click=${this.#end}>
        ${icons.stop}<span>${train.end}</span>
      </button>
    </div>`;
  }
}

customElements.define('coach-view', CoachView);

declare global {
  interface HTMLElementTagNameMap {
    'coach-view': CoachView;
  }
}
