import { LitElement, html, nothing } from 'lit';
import type { Exercise } from '../../engine/exercise/exercise.ts';
import { momentOf } from '../../session/plan/calendar-days.ts';
import { calendarDays, calendarFile } from '../../session/plan/calendar-file.ts';
import { isHeld } from '../../session/planning/plan-for.ts';
import {
  doseLimits,
  exerciseAlone,
  minutesOf,
  namedRoutines,
  plannedSteps,
  type PlannedStep,
  type Routine,
  type RoutineStore,
} from '../../session/planning/routines.ts';
import {
  atPlannedDose,
  changedPlan,
  newTrainingPlan,
  weekdays,
  withDose,
  type TrainingPlan,
  type TrainingPlanStore,
  type Weekday,
} from '../../session/planning/training-plan.ts';
import { exerciseTextsOf } from '../../texts/exercise-texts-of.ts';
import type { Texts } from '../../texts/texts.ts';
import '../elements/routine/dose-stepper.ts';
import { fileNameOf } from '../file-name.ts';
import { icons } from '../icons.ts';
import { homeLink } from '../routes.ts';
import { saveFile } from '../save-file.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { pageLayout } from '../styles/page-layout.ts';
import { weekdaysInWords } from '../words/plan-in-words.ts';
import { planStyles } from './plan-screen.styles.ts';
import { settingsStyles } from './settings-screen.styles.ts';

/** How often a week a new choice of days trains: Monday and Thursday. */
const usualDays: readonly Weekday[] = [1, 4];

/**
 * The plan: what, how often, since when and how much. A new one is kept when the user says so, and from then on every
 * change at once. It is saved for a calendar, and can be removed and brought back.
 */
export class PlanScreen extends LitElement {
  static override properties = {
    plan: { attribute: false },
    routines: { attribute: false },
    exercises: { attribute: false },
    nameOf: { attribute: false },
    app: { attribute: false },
    texts: { attribute: false },
    draft: { state: true },
    removed: { state: true },
  };
  declare plan: TrainingPlanStore;
  declare routines: RoutineStore;
  declare exercises: readonly Exercise[];
  /** Returns the name of a routine, or of an exercise alone, from its id. */
  declare nameOf: (routine: string) => string;
  /** The version of the app. */
  declare app: string;
  declare texts: Texts;
  /** A plan that is not kept yet. */
  declare private draft: TrainingPlan | undefined;
  /** The removed plan, while it can be restored. */
  declare private removed: TrainingPlan | undefined;

  static override styles = [base, buttons, pageLayout, settingsStyles, planStyles];

  override willUpdate(): void {
    if (this.plan.read() || this.draft) return;
    const [first] = this.#choices;
    this.draft = newTrainingPlan(crypto.randomUUID(), first?.id ?? '', momentOf(Date.now()));
  }

  get #choices(): readonly Routine[] {
    return namedRoutines(this.exercises, this.routines).filter(({ steps }) => steps.length > 0);
  }

  #routineOf({ routine: id }: TrainingPlan): Routine | undefined {
    if (this.exercises.some((exercise) => exercise.id === id)) return exerciseAlone(id);
    return this.#choices.find((routine) => routine.id === id);
  }

  #change(change: Parameters<typeof changedPlan>[1]): void {
    const kept = this.plan.read();
    const moment = momentOf(Date.now());
    if (kept) this.plan.write(changedPlan(kept, change, moment));
    else if (this.draft) this.draft = changedPlan(this.draft, change, moment);
    this.removed = undefined;
    this.requestUpdate();
  }

  readonly #keep = async (): Promise<void> => {
    this.plan.write(this.draft);
    this.draft = undefined;
    this.removed = undefined;
    await this.#focus('#calendar button');
  };
  readonly #remove = async (): Promise<void> => {
    this.removed = this.plan.read();
    this.plan.write(undefined);
    this.requestUpdate();
    await this.#focus('.gone button');
  };
  readonly #undo = async (): Promise<void> => {
    this.plan.write(this.removed);
    this.removed = this.draft = undefined;
    await this.#focus('select');
  };
  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  readonly #choose = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLSelectElement) this.#change({ routine: currentTarget.value });
  };
  readonly #time = ({ currentTarget }: Event): void => {
    // Empty while it is typed.
    if (currentTarget instanceof HTMLInputElement && currentTarget.value)
      this.#change({ time: currentTarget.value.slice(0, 5) });
  };
  readonly #since = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLInputElement && /^\d{4}-/.test(currentTarget.value))
      this.#change({ since: currentTarget.value });
  };
  #turnDay(days: readonly Weekday[], day: Weekday): void {
    const next = days.includes(day) ? days.filter((one) => one !== day) : [...days, day];
    // The last one stays.
    if (next.length > 0) this.#change({ rhythm: { is: 'weekdays', days: next.toSorted((a, b) => a - b) } });
    else this.requestUpdate();
  }

  override render() {
    const words = this.texts.plan.editor;
    const kept = this.plan.read();
    const plan = kept ?? this.draft;
    return html`<main>
      <header>
        <a class="back" href=${homeLink}>${icons.back}${words.back}</a>
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      ${this.removed ? this.#gone() : nothing}
      ${
        plan
          ? html`<div class="groups">
              <div class="column">
                ${this.#what(plan)} ${this.#often(plan)} ${this.#when(plan)}
                ${kept ? [this.#calendar(plan), this.#kept()] : this.#offer()}
              </div>
              ${this.#howMuch(plan)}
            </div>`
          : nothing
      }
    </main>`;
  }

  #gone() {
    const words = this.texts.plan.editor;
    return html`<div class="gone" role="status">
      <p>${words.removed}</p>
      <button class="button quiet" type="button" @click=${this.#undo}>${icons.again}${words.undo}</button>
    </div>`;
  }

  #offer() {
    const words = this.texts.plan.editor;
    return html`<div class="actions">
      <button class="button first" type="button" @click=${this.#keep}>${icons.check}${words.keep}</button>
      <p class="note">${words.notKept}</p>
    </div>`;
  }

  #kept() {
    const words = this.texts.plan.editor;
    return html`<div class="actions">
      <button class="button quiet" type="button" @click=${this.#remove}>${icons.bin}${words.remove}</button>
      <p class="note">${words.kept}</p>
    </div>`;
  }

  #what(plan: TrainingPlan) {
    const words = this.texts.plan.editor;
    const isThere = this.#routineOf(plan) !== undefined;
    const option = (id: string, name: string) =>
      html`<option value=${id} .selected=${id === plan.routine}>${name}</option>`;
    return html`<fieldset>
      <legend>${words.what}</legend>
      <select aria-label=${words.what} @change=${this.#choose}>
        ${isThere ? nothing : option(plan.routine, words.gone)}
        <optgroup label=${words.routines}>${this.#choices.map(({ id }) => option(id, this.nameOf(id)))}</optgroup>
        <optgroup label=${words.exercises}>${this.exercises.map(({ id }) => option(id, this.nameOf(id)))}</optgroup>
      </select>
    </fieldset>`;
  }

  #often({ rhythm }: TrainingPlan) {
    const words = this.texts.plan.editor;
    const aWeek = rhythm.is === 'times' ? rhythm.aWeek : rhythm.days.length;
    const choice = (isChosen: boolean, name: string, choose: () => void) =>
      html`<label>
        <input type="radio" name="rhythm" .checked=${isChosen} @change=${choose} />
        <span class="name">${name}</span>
      </label>`;
    return html`<fieldset>
      <legend>${words.often}</legend>
      ${choice(rhythm.is === 'times', words.times, () => this.#change({ rhythm: { is: 'times', aWeek } }))}
      ${choice(rhythm.is === 'weekdays', words.weekdays, () =>
        this.#change({ rhythm: { is: 'weekdays', days: [...usualDays] } }),
      )}
      ${rhythm.is === 'times' ? this.#times(aWeek) : this.#days(rhythm.days)}
    </fieldset>`;
  }

  #times(aWeek: number) {
    const words = this.texts.plan.editor;
    return html`<dose-stepper
      .label=${words.aWeek}
      .of=${words.aWeek}
      .value=${aWeek}
      .limits=${{ least: 1, most: 7 }}
      .words=${this.texts.routine.editor}
      @stepped=${({ detail }: CustomEvent<number>) => this.#change({ rhythm: { is: 'times', aWeek: detail } })}
    ></dose-stepper>`;
  }

  #days(days: readonly Weekday[]) {
    const words = this.texts.plan.editor;
    return html`<div class="days" role="group" aria-label=${words.weekdays}>
      ${weekdays.map(
        (day) =>
          html`<label>
            <input type="checkbox" .checked=${days.includes(day)} @change=${() => this.#turnDay(days, day)} />
            <span class="name">${words.days[day]}</span>
          </label>`,
      )}
    </div>`;
  }

  #when({ time, since }: TrainingPlan) {
    const words = this.texts.plan.editor;
    return html`<fieldset>
      <legend>${words.when}</legend>
      <div class="fields">
        <label class="field">${words.since}<input type="date" required .value=${since} @change=${this.#since} /></label>
        <label class="field">${words.time}<input type="time" required .value=${time} @change=${this.#time} /></label>
      </div>
      <p class="note">${words.sinceHint}</p>
    </fieldset>`;
  }

  #calendar(plan: TrainingPlan) {
    const words = this.texts.plan.editor.calendar;
    const routine = this.#routineOf(plan);
    if (!routine) return nothing;
    const save = (): void => {
      const minutes = minutesOf(atPlannedDose(routine, plan), this.exercises);
      const named = {
        summary: words.summary(this.nameOf(plan.routine)),
        description: words.description(this.texts.routine.about(minutes)),
        product: `${this.texts.app.name} ${this.app}`,
      };
      const file = new Blob([calendarFile(plan, named, Date.now(), minutes)], { type: 'text/calendar;charset=utf-8' });
      saveFile(fileNameOf('plan', new Date(), 'ics'), file);
    };
    return html`<fieldset id="calendar">
      <legend>${words.title}</legend>
      <p class="note">${words.line(weekdaysInWords(calendarDays(plan), this.texts))}</p>
      <button class="button quiet" type="button" @click=${save}>${icons.clock}${words.save}</button>
    </fieldset>`;
  }

  #howMuch(plan: TrainingPlan) {
    const words = this.texts.plan.editor;
    const routine = this.#routineOf(plan);
    if (!routine) return nothing;
    const steps = plannedSteps(atPlannedDose(routine, plan), this.exercises);
    const each = steps.filter(
      ({ step }, index) => steps.findIndex((other) => other.step.exercise === step.exercise) === index,
    );
    return html`<fieldset>
      <legend>${words.howMuch}</legend>
      <p class="note">${words.howMuchHint}</p>
      <ul class="doses">
        ${each.map((step) => this.#dose(plan, step))}
      </ul>
      ${
        plan.doses.length > 0
          ? html`<button class="button quiet" type="button" @click=${() => this.#change({ doses: [] })}>
              ${icons.again}${words.asUsual}
            </button>`
          : nothing
      }
    </fieldset>`;
  }

  #dose(plan: TrainingPlan, { plan: { exercise, sets, reps, hold }, plan: planned }: PlannedStep) {
    const { editor } = this.texts.routine;
    const { name } = exerciseTextsOf(this.texts, exercise.id);
    const holdSeconds = isHeld(planned) ? Math.max(1, Math.round(hold / 1000)) : undefined;
    const now = { exercise: exercise.id, sets, reps, ...(holdSeconds === undefined ? {} : { holdSeconds }) };
    const stepper = (
      label: string,
      value: number,
      part: 'sets' | 'reps' | 'holdSeconds',
      inWords: (value: number) => string = String,
    ) =>
      html`<dose-stepper
        .label=${label}
        .of=${editor.doseOf(name, label)}
        .value=${value}
        .inWords=${inWords}
        .limits=${doseLimits[part]}
        .words=${editor}
        @stepped=${({ detail }: CustomEvent<number>) =>
          this.#change({ doses: withDose(plan.doses, { ...now, [part]: detail }) })}
      ></dose-stepper>`;
    return html`<li>
      <h2>${name}</h2>
      <div class="steppers">
        ${sets > 1 ? stepper(this.texts.plan.editor.sets, sets, 'sets') : nothing} ${stepper(editor.reps, reps, 'reps')}
        ${holdSeconds === undefined ? nothing : stepper(editor.hold, holdSeconds, 'holdSeconds', editor.seconds)}
      </div>
    </li>`;
  }
}

customElements.define('plan-screen', PlanScreen);

declare global {
  interface HTMLElementTagNameMap {
    'plan-screen': PlanScreen;
  }
}
