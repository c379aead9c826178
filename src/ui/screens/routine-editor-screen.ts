import { LitElement, html, nothing, type PropertyValues } from 'lit';
import type { Exercise } from '../../engine/exercise/exercise.ts';
import { isHeld } from '../../session/planning/plan-for.ts';
import {
  doseLimits,
  emptyRoutine,
  frontsFirst,
  longestName,
  ownRoutineId,
  plannedSteps,
  type PlannedStep,
  type Routine,
  type RoutineStore,
} from '../../session/planning/routines.ts';
import { exerciseTextsOf } from '../../texts/exercise-texts-of.ts';
import type { Texts } from '../../texts/texts.ts';
import type { Demonstrate } from '../../ports/demonstration.ts';
import type { StepButton, StepChange } from '../elements/routine/routine-step.ts';
import '../elements/routine/routine-step.ts';
import { icons } from '../icons.ts';
import { homeLink, routineEditorLink } from '../routes.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { pageLayout } from '../styles/page-layout.ts';
import { routineAside } from './routine-editor-screen.aside.ts';
import { routineEditorStyles } from './routine-editor-screen.styles.ts';

/** Creates or edits a routine of the user: its exercises, their order and doses. Every change is saved at once. */
export class RoutineEditorScreen extends LitElement {
  static override properties = {
    routineId: { attribute: false },
    routines: { attribute: false },
    exercises: { attribute: false },
    showFigure: { attribute: false },
    texts: { attribute: false },
    routine: { state: true },
    removed: { state: true },
    said: { state: true },
  };
  /** The routine to edit; `undefined` for a new one. */
  declare routineId: string | undefined;
  declare routines: RoutineStore;
  declare exercises: readonly Exercise[];
  declare showFigure: Demonstrate | undefined;
  declare texts: Texts;
  /** The current routine; `undefined` if none has its id. */
  declare private routine: Routine | undefined;
  /** The deleted routine, while it can be restored. */
  declare private removed: ReturnType<RoutineStore['remove']>;
  /** The last action in words, for a screen reader. */
  declare private said: string;

  static override styles = [base, buttons, pageLayout, routineEditorStyles];

  constructor() {
    super();
    this.said = '';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('routineId') && this.hasUpdated) return;
    const { routineId } = this;
    this.removed = undefined;
    this.routine = routineId ? this.#kept(routineId) : emptyRoutine(ownRoutineId(Date.now()));
  }

  /** A saved routine, without exercises that no longer exist. */
  #kept(routineId: string): Routine | undefined {
    const routine = this.routines.all().find(({ id }) => id === routineId);
    return routine && { ...routine, steps: plannedSteps(routine, this.exercises).map(({ step }) => step) };
  }

  #change(change: Partial<Routine>, said = ''): void {
    if (!this.routine) return;
    this.routine = { ...this.routine, ...change };
    this.routines.put(this.routine);
    this.said = said;
    // So that a new routine is found again after a reload.
    if (!this.routineId) history.replaceState(history.state, '', routineEditorLink(this.routine.id));
  }

  #changeStep(index: number, change: StepChange): void {
    const steps = this.routine?.steps ?? [];
    const step = steps[index];
    if (step) this.#change({ steps: steps.with(index, { ...step, ...change }) });
  }

  #add(exercise: string, name: string): void {
    const steps = [...(this.routine?.steps ?? []), { exercise }];
    this.#change({ steps }, this.texts.routine.editor.added(name, steps.length));
  }

  async #take(index: number, name: string): Promise<void> {
    const steps = this.routine?.steps.toSpliced(index, 1) ?? [];
    this.#change({ steps }, this.texts.routine.editor.taken(name, steps.length));
    if (steps.length > 0) await this.#focusStep(Math.min(index, steps.length - 1), 'take');
    else await this.#focus('.add button');
  }

  async #move(index: number, by: 1 | -1, name: string): Promise<void> {
    const steps = this.routine?.steps ?? [];
    const [step, other] = [steps[index], steps[index + by]];
    if (!step || !other) return;
    const moved = steps.with(index, other).with(index + by, step);
    this.#change({ steps: moved }, this.texts.routine.editor.moved(name, index + by + 1, steps.length));
    await this.#focusStep(index + by, by === 1 ? 'down' : 'up');
  }

  /** Focuses the control that was just used, wherever it is now. */
  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  async #focusStep(place: number, button: StepButton): Promise<void> {
    await this.updateComplete;
    const step = this.renderRoot.querySelectorAll('routine-step')[place];
    await step?.updateComplete;
    step?.focusOn(button);
  }

  readonly #name = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLInputElement) this.#change({ name: currentTarget.value || undefined });
  };
  readonly #sort = (): void => {
    if (!this.routine) return;
    const steps = frontsFirst(plannedSteps(this.routine, this.exercises));
    this.#change({ steps }, this.texts.routine.editor.sorted);
  };
  readonly #remove = async (): Promise<void> => {
    if (!this.routine) return;
    this.removed = this.routines.remove(this.routine.id);
    await this.#focus('.gone button');
  };
  readonly #undo = async (): Promise<void> => {
    if (this.removed) this.routines.put(...this.removed);
    this.removed = undefined;
    await this.#focus('input');
  };

  override render() {
    const words = this.texts.routine.editor;
    return html`<main>
      <header>
        <a class="back" href=${homeLink}>${icons.back}${words.back}</a>
        <h1>${words.title}</h1>
      </header>
      ${this.removed || !this.routine ? this.#gone() : this.#editor(this.routine)}
      <p class="unseen" role="status">${this.said}</p>
    </main>`;
  }

  #gone() {
    const words = this.texts.routine;
    return html`<div class="gone">
      <p>${words.editor.gone}</p>
      ${
        this.removed
          ? html`<button class="button quiet" type="button" @click=${this.#undo}>${icons.again}${words.undo}</button>`
          : nothing
      }
      <a class="button quiet" href=${homeLink}>${icons.home}${words.back}</a>
    </div>`;
  }

  #editor(routine: Routine) {
    const words = this.texts.routine.editor;
    const steps = plannedSteps(routine, this.exercises);
    return html`<label
        >${words.name}<input
          .value=${routine.name ?? ''}
          maxlength=${longestName}
          placeholder=${this.texts.routine.unnamed}
          autocomplete="off"
          @input=${this.#name}
      /></label>
      <div class="columns">
        <div class="work">
          <section aria-labelledby="chosen">
            <h2 id="chosen">${words.chosen}</h2>
            ${
              steps.length > 0
                ? html`<ol class="steps">
                    ${steps.map((step, index) => this.#step(step, index, steps.length))}
                  </ol>`
                : html`<p class="empty">${this.texts.routine.empty}</p>`
            }
          </section>
          <section aria-labelledby="add">
            <h2 id="add">${words.add}</h2>
            <ul class="add">
              ${this.exercises.map(({ id }) => this.#adding(id))}
            </ul>
          </section>
        </div>
        ${routineAside(routine, this.exercises, this.texts, {
          sort: this.#sort,
          changeRest: (restSeconds) => this.#change({ restSeconds }),
          remove: this.#kept(routine.id) && this.#remove,
        })}
      </div>`;
  }

  #adding(exercise: string) {
    const { name } = exerciseTextsOf(this.texts, exercise);
    return html`<li>
      <button
        class="button quiet"
        type="button"
        aria-label=${this.texts.routine.editor.addOne(name)}
        @click=${() => this.#add(exercise, name)}
      >
        ${icons.plus}${name}
      </button>
    </li>`;
  }

  #step({ plan }: PlannedStep, index: number, of: number) {
    const { exercise, view, reps } = plan;
    const { name } = exerciseTextsOf(this.texts, exercise.id);
    const holdSeconds = isHeld(plan) ? plan.hold / 1000 : undefined;
    return html`<li>
      <routine-step
        .step=${{ exercise, name, view, reps, holdSeconds }}
        .place=${index}
        .of=${of}
        .limits=${doseLimits}
        .showFigure=${this.showFigure}
        .texts=${this.texts}
        @step-changed=${({ detail }: CustomEvent<StepChange>) => this.#changeStep(index, detail)}
        @step-moved=${({ detail }: CustomEvent<1 | -1>) => this.#move(index, detail, name)}
        @step-taken=${() => this.#take(index, name)}
      ></routine-step>
    </li>`;
  }
}

customElements.define('routine-editor-screen', RoutineEditorScreen);

declare global {
  interface HTMLElementTagNameMap {
    'routine-editor-screen': RoutineEditorScreen;
  }
}
