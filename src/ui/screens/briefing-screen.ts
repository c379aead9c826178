import { LitElement, html, nothing } from 'lit';
import { judgedAt, oneArmView, type Plan } from '../../engine/rules/plan.ts';
import { armChoices, type ArmChoice } from '../../session/settings.ts';
import { exerciseTextsOf } from '../../texts/exercise-texts-of.ts';
import type { Texts } from '../../texts/texts.ts';
import { cameraInWords } from '../words/camera-in-words.ts';
import { doseInWords } from '../words/dose-in-words.ts';
import '../elements/figure/camera-place.ts';
import type { Demonstrate } from '../../ports/demonstration.ts';
import '../elements/figure/figure-view.ts';
import '../elements/figure/turning-figure.ts';
import '../elements/panels/video-choice.ts';
import { handVideo } from '../hand-video.ts';
import { icons } from '../icons.ts';
import { homeLink, trainingLink } from '../routes.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { pageLayout } from '../styles/page-layout.ts';
import { briefingStyles } from './briefing-screen.styles.ts';
import { views } from '../../engine/pose/view.ts';

/**
 * The briefing before an exercise: the figure, three short blocks of text, and the place of the camera. Fires
 * `video-chosen`, and `arm-chosen` with the arm that trains alone or `both`.
 */
export class BriefingScreen extends LitElement {
  static override properties = {
    plan: { attribute: false },
    showFigure: { attribute: false },
    texts: { attribute: false },
  };
  declare plan: Plan;
  declare showFigure: Demonstrate | undefined;
  declare texts: Texts;

  static override styles = [base, buttons, pageLayout, briefingStyles];

  readonly #chosen = ({ detail }: CustomEvent<Blob>): void => handVideo(this, detail);

  override render() {
    const { plan, texts } = this;
    const { briefing } = texts.app;
    const words = exerciseTextsOf(texts, plan.exercise.id, plan.arm);
    return html`<main>
      <a class="back" href=${homeLink}>${icons.back}${briefing.back}</a>
      <div class="top">
        ${
          this.showFigure
            ? html`<turning-figure
                .exercise=${plan.exercise}
                .view=${plan.view}
                .showFigure=${this.showFigure}
                .label=${briefing.figure(words.name)}
                .words=${briefing.looking}
              ></turning-figure>`
            : html`<figure-view .missing=${briefing.looking.missing}></figure-view>`
        }
        <div class="intro">
          <h1>${words.name}</h1>
          <p class="lead">${words.inOneLine}</p>
          <div class="actions">
            <a class="button first" href=${trainingLink(plan.exercise.id, 'camera')}
              >${icons.camera}${briefing.start}</a
            >
            ${
              this.showFigure
                ? html`<a class="button quiet" href=${trainingLink(plan.exercise.id, 'figure')}
                    >${icons.figure}${briefing.watch}</a
                  >`
                : nothing
            }
            <video-choice .words=${briefing.video} @video-chosen=${this.#chosen}></video-choice>
          </div>
          ${this.#arms()} ${this.#camera()} ${this.#otherView()}
        </div>
      </div>
      <div class="blocks">
        ${this.#block(briefing.setUp, words.setUp)} ${this.#block(briefing.movement, [...words.movement, words.breath])}
        ${this.#block(briefing.dose, [doseInWords(plan, texts), words.dose, briefing.breathe])}
      </div>
      <div class="notes">
        ${this.#note('warm', icons.heart, briefing.notFor, words.notFor)}
        ${this.#note('plain', icons.unseen, briefing.cannotSee, words.cannotSee)}
      </div>
    </main>`;
  }

  #block(title: string, lines: readonly string[]) {
    return html`<section class="block">
      <h2>${title}</h2>
      <ul>
        ${lines.filter(Boolean).map((line) => html`<li>${line}</li>`)}
      </ul>
    </section>`;
  }

  #note(kind: 'warm' | 'plain', icon: unknown, title: string, lines: readonly string[]) {
    if (lines.length === 0) return nothing;
    return html`<section class="note ${kind}">
      <h2>${icon}${title}</h2>
      <ul>
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>
    </section>`;
  }

  /** For an exercise that can be judged from another view: the link there, and what is unseen in that view. */
  #otherView() {
    const { plan, texts } = this;
    const { briefing } = texts.app;
    const other = views.find((view) => view !== plan.view && plan.exercise.views[view]);
    if (!other || plan.arm) return nothing;
    const unseen = exerciseTextsOf(texts, plan.exercise.id).cannotSeeFrom?.[other] ?? [];
    return html`<section class="other">
      <a class="turn" href=${trainingLink(plan.exercise.id, 'camera', other)}
        >${icons.turn}${briefing.otherView[other]}</a
      >
      ${unseen.length > 0 ? html`<p>${briefing.otherViewCannotSee}: ${unseen.join('; ')}.</p>` : nothing}
    </section>`;
  }

  /** Which arm trains, where one arm can train the exercise alone. */
  #arms() {
    const { plan, texts } = this;
    if (!oneArmView(plan.exercise)) return nothing;
    const { title, choices, note } = texts.app.briefing.arms;
    return html`<fieldset class="arms" aria-describedby="arms-note">
      <legend>${title}</legend>
      ${armChoices.map(
        (arm) =>
          html`<label>
            <input
              type="radio"
              name="arm"
              .value=${arm}
              .checked=${arm === (plan.arm ?? 'both')}
              @change=${() => this.#choose(arm)}
            />
            <span>${choices[arm]}</span>
          </label>`,
      )}
      <p id="arms-note">${note}</p>
    </fieldset>`;
  }

  #choose(arm: ArmChoice): void {
    this.dispatchEvent(new CustomEvent<ArmChoice>('arm-chosen', { detail: arm }));
  }

  #camera() {
    const place = judgedAt(this.plan);
    const { words, lines } = cameraInWords(this.plan, this.texts);
    const [first, ...more] = lines;
    return html`<section class="camera">
      <h2 class="unseen">${this.texts.app.briefing.camera}</h2>
      <camera-place .view=${this.plan.view} .place=${place} .words=${words}></camera-place>
      <ul>
        <li><strong>${first}</strong></li>
        ${more.map((line) => html`<li>${line}</li>`)}
      </ul>
    </section>`;
  }
}

customElements.define('briefing-screen', BriefingScreen);

declare global {
  interface HTMLElementTagNameMap {
    'briefing-screen': BriefingScreen;
  }
}
