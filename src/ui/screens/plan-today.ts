import { LitElement, css, html, nothing } from 'lit';
import type { Exercise } from '../../engine/exercise/exercise.ts';
import { dayOf } from '../../session/history/days.ts';
import type { History } from '../../session/history/history.ts';
import type { ListedSession } from '../../session/history/listed-session.ts';
import { momentOf } from '../../session/plan/calendar-days.ts';
import { daysOf, dueOn, sessionsOf, type Due } from '../../session/plan/due.ts';
import { nextDose, type NextDose } from '../../session/plan/next-dose.ts';
import { exerciseAlone, namedRoutines, type Routine, type RoutineStore } from '../../session/planning/routines.ts';
import {
  changedPlan,
  withDose,
  type TrainingPlan,
  type TrainingPlanStore,
} from '../../session/planning/training-plan.ts';
import { exerciseTextsOf } from '../../texts/exercise-texts-of.ts';
import type { Texts } from '../../texts/texts.ts';
import { HistoryList } from '../controllers/history-list.ts';
import { icons } from '../icons.ts';
import { plannedLink, planLink } from '../routes.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { factsOfSession } from '../words/history-in-words.ts';
import { nearDay, plannedDoseInWords } from '../words/plan-in-words.ts';

type Change = Extract<NextDose, { is: 'more' | 'less' }>;

/** What the plan says of today: what is due, what last time was like, and how much next time, which the user decides. */
export class PlanToday extends LitElement {
  static override properties = {
    plan: { attribute: false },
    history: { attribute: false },
    routines: { attribute: false },
    exercises: { attribute: false },
    nameOf: { attribute: false },
    texts: { attribute: false },
    used: { state: true },
  };
  declare plan: TrainingPlanStore;
  declare history: History;
  declare routines: RoutineStore;
  declare exercises: readonly Exercise[];
  /** Returns the name of a routine, or of an exercise alone, from its id. */
  declare nameOf: (routine: string) => string;
  declare texts: Texts;
  /** The proposal that was taken, with the plan before it, while that can be restored. */
  declare private used: { readonly change: Change; readonly before: TrainingPlan } | undefined;

  static override styles = [
    base,
    buttons,
    css`
      section {
        display: grid;
        gap: var(--space-s);
        padding: clamp(1.25rem, 2.4vw, 2rem);
        border-radius: var(--radius-m);
        background: var(--surface);
      }
      h2 {
        font-size: var(--text-s);
        letter-spacing: 0;
        color: var(--brand);
      }
      .due {
        font-size: var(--text-xl);
        font-weight: 650;
        letter-spacing: -0.018em;
        line-height: 1.2;
      }
      h3 {
        font-size: var(--text-m);
      }
      .soft {
        color: var(--ink-soft);
      }
      .next {
        display: grid;
        gap: var(--space-xs);
        padding-block-start: var(--space-s);
        border-block-start: 1px solid var(--line);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-s) var(--space-m);
        align-items: center;
      }
      .actions a:not(.button) {
        display: inline-flex;
        align-items: center;
        min-block-size: 2.75rem;
        font-weight: 600;
        color: var(--brand);
      }
    `,
  ];

  readonly #list = new HistoryList(this, () => this.history);

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#refresh);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#refresh);
  }

  /** It may be another day. */
  readonly #refresh = (): void => this.requestUpdate();

  get #routine(): Routine | undefined {
    const id = this.plan.read()?.routine;
    if (this.exercises.some((exercise) => exercise.id === id)) return exerciseAlone(id ?? '');
    return namedRoutines(this.exercises, this.routines).find((routine) => routine.id === id);
  }

  #use(change: Change, before: TrainingPlan): void {
    const doses = withDose(before.doses, change.to);
    this.plan.write(changedPlan(before, { doses }, momentOf(Date.now())));
    this.used = { change, before };
    void this.#focus('.taken button');
  }
  readonly #undo = (): void => {
    const plan = this.plan.read();
    if (this.used && plan) this.plan.write(changedPlan(plan, { doses: this.used.before.doses }, momentOf(Date.now())));
    this.used = undefined;
    void this.#focus('.next button');
  };
  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  override render() {
    const plan = this.plan.read();
    const { sessions } = this.#list;
    if (!plan) return nothing;
    const words = this.texts.plan.today;
    const routine = this.#routine;
    return html`<section aria-labelledby="today">
      <h2 id="today">${words.title}</h2>
      ${
        !routine
          ? html`<p class="due">${words.gone}</p>
              <div class="actions"><a class="button quiet" href=${planLink}>${icons.pen}${words.choose}</a></div>`
          : sessions
            ? this.#of(plan, routine, sessions)
            : html`<p role="status">${words.reading}</p>`
      }
    </section>`;
  }

  #of(plan: TrainingPlan, routine: Routine, sessions: readonly ListedSession[]) {
    const words = this.texts.plan.today;
    const { today } = momentOf(Date.now());
    const own = sessionsOf(plan, sessions);
    const due = dueOn(plan, daysOf(own), today);
    const next = nextDose(plan, routine, this.exercises, sessions, today);
    const isFirst = due.is === 'today' && !(next.is === 'same' && next.why === 'felt-wrong');
    const link = plannedLink(
      routine.id,
      this.exercises.some(({ id }) => id === routine.id),
    );
    return html`<p class="due">${this.#due(plan, due, today)}</p>
      ${due.is === 'today' ? nothing : html`<p>${words.next(nearDay(due.next, this.texts))}</p>`}
      <p class="soft">${this.#last(own[0])}</p>
      <div class="actions">
        <a class=${isFirst ? 'button first' : 'button quiet'} href=${link}
          >${icons.play}${due.is === 'today' ? words.start : words.anyway}</a
        >
        <a href=${planLink}>${words.change}</a>
      </div>
      ${this.#next(plan, next)}`;
  }

  #due(plan: TrainingPlan, due: Due, today: string): string {
    const words = this.texts.plan.today;
    if (due.is === 'today') return words.due(this.nameOf(plan.routine));
    if (due.is === 'done') return words.done;
    return plan.since > today ? words.before : words.later;
  }

  #last(session: ListedSession | undefined): string {
    const words = this.texts.plan.today;
    if (!session) return words.first;
    const facts = factsOfSession(session, this.texts).join(' · ');
    return `${words.last(nearDay(dayOf(session), this.texts))} ${facts}`;
  }

  #next(plan: TrainingPlan, next: NextDose) {
    if (this.used) return this.#taken(this.used.change);
    if (next.is === 'first') return nothing;
    const words = this.texts.plan.next;
    if (next.is === 'same') return html`<p class="next soft">${words.same[next.why]}</p>`;
    const { is, exercise, from, to, why } = next;
    const { name } = exerciseTextsOf(this.texts, exercise);
    const [now, then] = [from, to].map((dose) => plannedDoseInWords(dose, this.texts));
    return html`<div class="next">
      <h3>${words.title}</h3>
      <p>${words.because[why]} ${words[is](name, then ?? '', now ?? '')}</p>
      <div class="actions">
        <button class="button quiet" type="button" @click=${() => this.#use(next, plan)}>
          ${icons.check}${words.use}
        </button>
      </div>
    </div>`;
  }

  #taken({ exercise, to }: Change) {
    const words = this.texts.plan.next;
    const { name } = exerciseTextsOf(this.texts, exercise);
    return html`<div class="next taken">
      <p role="status">${words.used(name, plannedDoseInWords(to, this.texts))}</p>
      <div class="actions">
        <button class="button quiet" type="button" @click=${this.#undo}>${icons.again}${words.undo}</button>
      </div>
    </div>`;
  }
}

customElements.define('plan-today', PlanToday);

declare global {
  interface HTMLElementTagNameMap {
    'plan-today': PlanToday;
  }
}
