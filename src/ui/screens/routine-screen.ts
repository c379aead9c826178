import { LitElement, html, nothing } from 'lit';
import type { Exercise } from '../../engine/exercise/exercise.ts';
import { plannedSteps, type PlannedStep, type Routine } from '../../session/planning/routines.ts';
import { exerciseTextsOf } from '../../texts/exercise-texts-of.ts';
import type { Texts } from '../../texts/texts.ts';
import { wordsAt } from '../../texts/words-at.ts';
import { doseInWords } from '../words/dose-in-words.ts';
import '../elements/figure/figure-view.ts';
import type { Demonstrate } from '../../ports/demonstration.ts';
import { icons } from '../icons.ts';
import { briefingLink, homeLink, routineEditorLink, routineLink } from '../routes.ts';
import { nameOfRoutine, routineFacts } from '../words/routine-in-words.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { pageLayout } from '../styles/page-layout.ts';
import { routineStyles } from './routine-screen.styles.ts';

/** The page of a routine: its exercises with their doses, and what will happen. */
export class RoutineScreen extends LitElement {
  static override properties = {
    routine: { attribute: false },
    exercises: { attribute: false },
    showFigure: { attribute: false },
    texts: { attribute: false },
  };
  declare routine: Routine;
  declare exercises: readonly Exercise[];
  declare showFigure: Demonstrate | undefined;
  declare texts: Texts;

  static override styles = [base, buttons, pageLayout, routineStyles];

  override render() {
    const { routine, exercises, texts } = this;
    const words = texts.routine;
    const steps = plannedSteps(routine, exercises);
    const leftOut = routine.steps.length - steps.length;
    const lead = wordsAt(words.inOneLine, routine.id);
    return html`<main>
      <header>
        <a class="back" href=${homeLink}>${icons.back}${words.back}</a>
        <div class="words">
          <h1>${nameOfRoutine(routine, texts)}</h1>
          ${lead ? html`<p class="lead">${lead}</p>` : nothing}
          <ul class="facts">
            ${routineFacts(routine, exercises, texts).map((fact) => html`<li>${fact}</li>`)}
          </ul>
        </div>
        <div class="actions">${this.#actions(steps.length > 0)}</div>
      </header>
      ${leftOut > 0 ? html`<p class="empty">${words.leftOut(leftOut)}</p>` : nothing}
      ${
        steps.length > 0
          ? html`<ol class="steps" aria-label=${words.steps}>
              ${steps.map((step, index) => this.#step(step, index, steps[index - 1]))}
            </ol>`
          : html`<p class="empty">${words.empty}</p>`
      }
      <section class="what">
        <h2>${words.whatHappens}</h2>
        <ul>
          ${[words.handsFree, words.asks, words.restBetween(routine.restSeconds)].map((line) => html`<li>${line}</li>`)}
        </ul>
      </section>
    </main>`;
  }

  #actions(isAnything: boolean) {
    const { id } = this.routine;
    const words = this.texts.routine;
    // Built-in routines have their names in the texts, and cannot be changed.
    const isOwn = wordsAt(words.names, id) === undefined;
    return html`${
      isAnything
        ? html`<a class="button first" href=${routineLink(id, 'camera')}>${icons.camera}${words.start}</a> ${
              this.showFigure
                ? html`<a class="button quiet" href=${routineLink(id, 'figure')}>${icons.figure}${words.watch}</a>`
                : nothing
            }`
        : nothing
    }
    ${isOwn ? html`<a class="button quiet" href=${routineEditorLink(id)}>${icons.pen}${words.change}</a>` : nothing}`;
  }

  #step({ plan }: PlannedStep, index: number, before: PlannedStep | undefined) {
    const { exercise, view } = plan;
    const { name } = exerciseTextsOf(this.texts, exercise.id);
    const isTurned = before !== undefined && before.plan.view !== view;
    return html`<li>
      <figure-view .exercise=${exercise} .view=${view} .moment=${'end'} .showFigure=${this.showFigure}></figure-view>
      <div>
        <h2>${index + 1}. <a href=${briefingLink(exercise.id)}>${name}</a></h2>
        <p>${doseInWords(plan, this.texts)}</p>
        <p class=${isTurned ? 'turn turned' : 'turn'}>
          ${isTurned ? icons.turn : icons.eye}${this.texts.app.camera[view]}
        </p>
      </div>
    </li>`;
  }
}

customElements.define('routine-screen', RoutineScreen);

declare global {
  interface HTMLElementTagNameMap {
    'routine-screen': RoutineScreen;
  }
}
