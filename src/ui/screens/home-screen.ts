import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Exercise } from '../../engine/exercise/exercise.ts';
import { viewOf } from '../../engine/rules/plan.ts';
import { planFor } from '../../session/planning/plan-for.ts';
import type { ProgressStore, RoutineProgress } from '../../session/guide/progress.ts';
import {
  exerciseAlone,
  builtInRoutines,
  namedRoutines,
  plannedSteps,
  type Routine,
  type RoutineStore,
} from '../../session/planning/routines.ts';
import { exerciseTextsOf } from '../../texts/exercise-texts-of.ts';
import type { Texts } from '../../texts/texts.ts';
import { wordsAt } from '../../texts/words-at.ts';
import { UnfinishedList } from '../controllers/unfinished-list.ts';
import { doseInWords } from '../words/dose-in-words.ts';
import type { CardWords } from '../elements/routine/exercise-card.ts';
import '../elements/routine/exercise-card.ts';
import '../elements/panels/offline-note.ts';
import type { Demonstrate } from '../../ports/demonstration.ts';
import type { OfflineState } from '../../ports/offline-state.ts';
import type { OwnRoutineWords } from '../elements/routine/own-routine.ts';
import '../elements/routine/own-routine.ts';
import '../elements/routine/resume-offer.ts';
import '../elements/routine/routine-card.ts';
import '../elements/routine/word-mark.ts';
import { ask } from '../ask.ts';
import { icons } from '../icons.ts';
import {
  briefingLink,
  historyLink,
  privacyLink,
  routineEditorLink,
  routineLink,
  safetyLink,
  settingsLink,
  trainingLink,
} from '../routes.ts';
import { nameOfRoutine, routineFacts } from '../words/routine-in-words.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { pageLayout } from '../styles/page-layout.ts';
import { continuable, offerOf } from '../unfinished.ts';
import { homeStyles } from './home-screen.styles.ts';

/**
 * The home screen: what Limber is, the built-in routine, the user's own routines, and a card for each exercise. What is due
 * today is in the slot `today`, or the offer of a plan in the slot `plan`. It offers to resume an unfinished session, and
 * fires `resume-asked` with its link; it offers a new version, and fires `update-asked`.
 */
export class HomeScreen extends LitElement {
  static override properties = {
    exercises: { attribute: false },
    routines: { attribute: false },
    unfinished: { attribute: false },
    isKeeping: { attribute: false },
    showFigure: { attribute: false },
    offline: { attribute: false },
    texts: { attribute: false },
    removed: { state: true },
  };
  declare exercises: readonly Exercise[];
  declare routines: RoutineStore;
  declare unfinished: ProgressStore;
  /** Whether the device stores data. */
  declare isKeeping: boolean;
  declare showFigure: Demonstrate | undefined;
  /** The copy of the app on this device; `undefined` where there is none. */
  declare offline: OfflineState | undefined;
  declare texts: Texts;
  /** The last deleted routine, while it can be restored. */
  declare private removed: ReturnType<RoutineStore['remove']>;

  static override styles = [base, buttons, pageLayout, homeStyles];

  readonly #unfinished = new UnfinishedList(
    this,
    () => this.unfinished.left(this.#known.map(({ id }) => id)),
    (refresh) => this.unfinished.changes.listen(refresh),
  );

  constructor() {
    super();
    this.isKeeping = true;
  }

  /** All routines, and each exercise alone. */
  get #known(): readonly Routine[] {
    return [...namedRoutines(this.exercises, this.routines), ...this.exercises.map(({ id }) => exerciseAlone(id))];
  }

  #resume({ link }: RoutineProgress): void {
    this.dispatchEvent(new CustomEvent<string>('resume-asked', { detail: link }));
  }

  #forget({ routine }: RoutineProgress): void {
    this.unfinished.forget(routine);
    this.#unfinished.refresh();
  }

  async #remove(id: string): Promise<void> {
    this.removed = this.routines.remove(id);
    await this.updateComplete;
    // The focused element no longer exists.
    this.renderRoot.querySelector<HTMLElement>('.undo button')?.focus();
  }

  readonly #undo = async (): Promise<void> => {
    if (!this.removed) return;
    const [{ id }] = this.removed;
    this.routines.put(...this.removed);
    this.removed = undefined;
    await this.updateComplete;
    const back = this.renderRoot.querySelector(`own-routine[data-id="${id}"]`);
    if (back instanceof HTMLElement) back.shadowRoot?.querySelector('a')?.focus();
  };

  override render() {
    const { app, safety } = this.texts;
    return html`<main>
      <div class="top">
        <word-mark .name=${app.name}></word-mark>
        <nav>
          <a href=${historyLink}>${app.home.history}</a>
          <a href=${settingsLink}>${app.home.settings}</a>
        </nav>
      </div>
      ${this.isKeeping ? nothing : html`<p class="not-kept" role="status">${icons.mind}${app.notKept}</p>`}
      ${this.#offers()}
      <slot name="today"></slot>
      <div class="hero">
        <h1>${app.home.title}</h1>
        <div>
          <p class="lead">${app.home.lead}</p>
          <p class="promise">
            ${icons.shield}<span
              ><strong>${app.home.privacy}</strong> ${app.home.privacyMore}
              <a href=${privacyLink}>${app.home.privacyLink}</a></span
            >
          </p>
          <offline-note
            .state=${this.offline}
            .words=${app.offline}
            @update-asked=${() => ask(this, 'update-asked')}
          ></offline-note>
          <slot name="plan"></slot>
        </div>
      </div>
      ${builtInRoutines(this.exercises).map((routine) => this.#builtIn(routine))} ${this.#ownRoutines()}
      ${this.#cards()}
      <footer>
        ${icons.heart}
        <p>${app.home.safety}<br /><a href=${safetyLink}>${safety.link}</a></p>
      </footer>
    </main>`;
  }

  #offers() {
    const known = this.#known;
    return repeat(
      this.#unfinished.found,
      ({ routine }) => routine,
      (found) => {
        const routine = known.find(({ id }) => id === found.routine);
        const progress = routine && continuable(routine, found);
        if (!progress) return nothing;
        return html`<resume-offer
          .offer=${offerOf(routine, progress, this.texts)}
          .texts=${this.texts}
          @resume-asked=${() => this.#resume(progress)}
          @forget-asked=${() => this.#forget(progress)}
        ></resume-offer>`;
      },
    );
  }

  #builtIn(routine: Routine) {
    const { texts, exercises } = this;
    const words = texts.routine;
    const steps = plannedSteps(routine, exercises).map(({ plan }) => ({
      exercise: plan.exercise,
      view: plan.view,
      name: exerciseTextsOf(texts, plan.exercise.id).name,
    }));
    return html`<routine-card
      .steps=${steps}
      .words=${{
        name: nameOfRoutine(routine, texts),
        inOneLine: wordsAt(words.inOneLine, routine.id),
        facts: routineFacts(routine, exercises, texts),
        steps: words.steps,
        start: words.start,
        startLink: routineLink(routine.id, 'camera'),
        open: words.open,
        openLink: routineLink(routine.id),
      }}
      .showFigure=${this.showFigure}
    ></routine-card>`;
  }

  #ownRoutines() {
    const { own } = this.texts.routine;
    const routines = this.routines.all();
    return html`<section aria-labelledby="own">
      <div class="heading">
        <h2 id="own">${own.title}</h2>
        <a class="button quiet" href=${routineEditorLink()}>${icons.plus}${own.make}</a>
      </div>
      ${routines.length === 0 && !this.removed ? html`<p class="none">${own.none}</p>` : nothing}
      <ul class="own">
        ${repeat(
          routines,
          ({ id }) => id,
          (routine) =>
            html`<li>
              <own-routine
                data-id=${routine.id}
                .words=${this.#wordsForOwn(routine)}
                @remove-asked=${() => this.#remove(routine.id)}
              ></own-routine>
            </li>`,
        )}
      </ul>
      <div class="undo" role="status">${this.removed ? this.#undoOf(this.removed[0]) : nothing}</div>
    </section>`;
  }

  #undoOf(routine: Routine) {
    const words = this.texts.routine;
    return html`<p>${words.removed(nameOfRoutine(routine, this.texts))}</p>
      <button class="button quiet" type="button" @click=${this.#undo}>${icons.again}${words.undo}</button>`;
  }

  #wordsForOwn(routine: Routine): OwnRoutineWords {
    const { routine: words } = this.texts;
    const facts = routineFacts(routine, this.exercises, this.texts);
    return {
      name: nameOfRoutine(routine, this.texts),
      openLink: routineLink(routine.id),
      summary: facts.length > 0 ? facts.join(' · ') : words.empty,
      start: words.start,
      startLink: facts.length > 0 ? routineLink(routine.id, 'camera') : undefined,
      change: words.change,
      changeLink: routineEditorLink(routine.id),
      remove: words.remove,
    };
  }

  #cards() {
    return html`<section aria-labelledby="exercises">
      <h2 id="exercises">${this.texts.app.home.exercises}</h2>
      <div class="cards">
        ${this.exercises.map(
          (exercise) =>
            html`<exercise-card
              .exercise=${exercise}
              .view=${viewOf(exercise)}
              .words=${this.#wordsFor(exercise)}
              .showFigure=${this.showFigure}
            ></exercise-card>`,
        )}
      </div>
    </section>`;
  }

  #wordsFor(exercise: Exercise): CardWords {
    const { app } = this.texts;
    const { name, inOneLine } = exerciseTextsOf(this.texts, exercise.id);
    return {
      name,
      inOneLine,
      view: app.camera[viewOf(exercise)],
      dose: doseInWords(planFor(exercise), this.texts),
      figure: app.briefing.figure(name),
      figureMissing: app.figureMissing,
      train: app.home.train,
      trainLink: briefingLink(exercise.id),
      watch: app.home.watch,
      watchLink: trainingLink(exercise.id, 'figure'),
    };
  }
}

customElements.define('home-screen', HomeScreen);

declare global {
  interface HTMLElementTagNameMap {
    'home-screen': HomeScreen;
  }
}
