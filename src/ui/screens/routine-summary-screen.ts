import { LitElement, html, nothing } from 'lit';
import type { KeptSession } from '../../session/record/kept-session.ts';
import { adviceFor } from '../../session/summary/next-time.ts';
import { keptOutcome, type RoutineOutcome, type RoutineStepOutcome } from '../../session/summary/routine-outcome.ts';
import { painOf, summariseRoutine, type RoutineSummary } from '../../session/summary/routine-summary.ts';
import { countedIn } from '../../session/summary/summary.ts';
import { exerciseTextsOf } from '../../texts/exercise-texts-of.ts';
import type { Texts } from '../../texts/texts.ts';
import { adviceInWords } from '../words/advice-in-words.ts';
import { ask } from '../ask.ts';
import { chartsOf } from '../charts/charts-of.ts';
import '../charts/angle-chart.ts';
import '../elements/summary/one-thing.ts';
import { fileNameOf } from '../file-name.ts';
import { icons } from '../icons.ts';
import { painInWords } from '../words/pain-in-words.ts';
import { homeLink } from '../routes.ts';
import { saveFile } from '../save-file.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { figures } from '../styles/figures.ts';
import { pageLayout } from '../styles/page-layout.ts';
import { print } from '../styles/print.ts';
import type { Line } from '../words/summary-in-words.ts';
import { routineSummaryStyles } from './routine-summary-screen.styles.ts';

/**
 * The summary of a routine: the totals, the one thing to try next time, pain before and after as reported, and a card
 * for each exercise. It prints, and fires `again-asked`. The slot `top` comes first, then the slot `notice`: why the
 * session ended, if that needs a reason. The slot `keeping` is below the buttons: whether the session is kept.
 */
export class RoutineSummaryScreen extends LitElement {
  static override properties = {
    outcome: { attribute: false },
    kept: { attribute: false },
    nameOf: { attribute: false },
    texts: { attribute: false },
  };
  declare outcome: RoutineOutcome;
  /** The record that is saved as a file; that of the outcome by default. */
  declare kept: KeptSession | undefined;
  /** Returns a routine's name from its id. */
  declare nameOf: (routine: string) => string;
  declare texts: Texts;

  static override styles = [base, buttons, pageLayout, figures, routineSummaryStyles, print];

  readonly #again = (): void => ask(this, 'again-asked');
  readonly #save = (): void => {
    const { routine, startedAt } = this.outcome;
    saveFile(fileNameOf(routine, new Date(startedAt)), JSON.stringify(this.kept ?? keptOutcome(this.outcome)));
  };
  readonly #print = (): void => window.print();

  override render() {
    const { outcome, texts } = this;
    const words = texts.app.summary;
    const whole = summariseRoutine(outcome);
    const day = new Date(outcome.startedAt).toLocaleDateString(texts.language, { dateStyle: 'long' });
    return html`<main>
      <p class="printed">${words.printed(texts.app.name, day)}</p>
      <slot name="top"></slot>
      <slot name="notice"></slot>
      <header>
        <p class="name">${this.nameOf(outcome.routine)}</p>
        <h1>${this.#titleOf(whole)}</h1>
        <div class="actions">
          <button class="button first" type="button" @click=${this.#again}>${icons.again}${words.again}</button>
          <a class="button quiet" href=${homeLink}>${icons.home}${words.home}</a>
          <button class="button quiet" type="button" @click=${this.#save}>${icons.save}${words.save}</button>
          <button class="button quiet" type="button" @click=${this.#print}>${icons.print}${words.print}</button>
        </div>
      </header>
      <slot name="keeping"></slot>
      ${this.#oneThing(whole)}
      <dl>
        ${this.#factsOf(whole).map(
          ([name, value]) =>
            html`<div class="fact">
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      ${this.#pain()} ${this.#steps()}
    </main>`;
  }

  #titleOf({ done }: RoutineSummary): string {
    const { app } = this.texts;
    const { why, steps } = this.outcome;
    const words = app.summary.routine;
    if (why === 'pain' || why === 'red-flag') return app.summary.stopped;
    if (done === 0) return words.none;
    return why === 'completed' && done === steps.length ? words.done : words.some;
  }

  #factsOf({ done, durationMs, repetitions, heldMs }: RoutineSummary): readonly Line[] {
    const { app } = this.texts;
    const words = app.summary;
    return [
      [words.routine.exercises, words.routine.doneOf(done, this.outcome.steps.length)],
      ...(durationMs > 0 ? [[words.duration, app.time(durationMs)] as const] : []),
      ...(repetitions > 0 ? [[words.repetitions, `${repetitions}`] as const] : []),
      ...(heldMs > 0 ? [[words.held, app.time(heldMs)] as const] : []),
    ];
  }

  /** After a stop for pain or a red flag there is no advice. */
  #oneThing({ advice }: RoutineSummary) {
    const { why: ended } = this.outcome;
    if (!advice || ended === 'pain' || ended === 'red-flag') return nothing;
    const { what, why } = adviceInWords(advice.advice, this.texts);
    const { summary } = this.texts.app;
    const isOfAll = advice.advice.is === 'same-again';
    const where = isOfAll ? undefined : summary.advice.in(exerciseTextsOf(this.texts, advice.exercise).name);
    return html`<one-thing .heading=${summary.nextTime} .what=${what} .why=${why} .where=${where}></one-thing>`;
  }

  /** Pain before the first exercise and after each, as reported. */
  #pain() {
    const { pain } = this.texts.app.summary;
    const words = painInWords(this.outcome.pain, this.texts);
    if (!words) return nothing;
    const answers = this.outcome.pain.map(({ exercise, moment }, index): Line => {
      const [name, value] = words.lines[index] ?? ['', ''];
      return [moment === 'before' ? name : `${name}: ${exerciseTextsOf(this.texts, exercise).name}`, value];
    });
    return html`<section class="block pain">
      <h2>${pain.title}</h2>
      ${words.remark ? html`<p>${words.remark}</p>` : nothing}
      <ul>
        ${answers.map(([line, value]) => html`<li><span>${line}</span><strong>${value}</strong></li>`)}
      </ul>
    </section>`;
  }

  #steps() {
    const { steps } = this.outcome;
    if (steps.length === 0) return nothing;
    return html`<section class="steps" aria-labelledby="steps">
      <h2 id="steps">${this.texts.app.summary.routine.each}</h2>
      <div class="cards">${steps.map((step) => this.#card(step))}</div>
    </section>`;
  }

  #card({ exercise, outcome, isSkipped }: RoutineStepOutcome) {
    const { app } = this.texts;
    const words = app.summary.routine;
    const { name } = exerciseTextsOf(this.texts, exercise);
    if (!outcome)
      return html`<article class="block undone">
        <h3>${name}</h3>
        <p class="remark">${isSkipped ? words.skipped : words.notDone}</p>
      </article>`;
    const { summary, record } = outcome;
    const { what } = adviceInWords(adviceFor(summary, painOf(this.outcome.pain, exercise)), this.texts);
    return html`<article class="block">
      <h3>${name}</h3>
      <p class="counts">${countsOf(outcome, this.texts).join(' · ')}</p>
      ${chartsOf(record, this.texts).map((chart) => html`<angle-chart .chart=${chart} .isSmall=${true}></angle-chart>`)}
      <p class="thing">
        ${icons.lamp}<span><span class="unseen">${app.summary.nextTime}: </span>${what}</span>
      </p>
    </article>`;
  }
}

/** The results of one exercise in a few words each: count, held time, furthest reading. */
const countsOf = ({ summary }: NonNullable<RoutineStepOutcome['outcome']>, texts: Texts): readonly string[] => {
  const { routine, timed, furthestOf, ofOwnCount, ofTakenBack } = texts.app.summary;
  const { ownCount, ofRepetitions, heldMs, best, measure } = summary;
  const { added, takenBack } = ownCount;
  const { amount, isOwnScale } = texts.measures[measure];
  return [
    summary.timed > 0 ? timed(summary.timed) : routine.counts(countedIn(summary), ofRepetitions),
    ...(added > 0 ? [ofOwnCount(added)] : []),
    ...(takenBack > 0 ? [ofTakenBack(takenBack)] : []),
    ...(heldMs > 0 ? [routine.heldFor(heldMs)] : []),
    ...(best === undefined || isOwnScale ? [] : [furthestOf(amount(best))]),
  ];
};

customElements.define('routine-summary-screen', RoutineSummaryScreen);

declare global {
  interface HTMLElementTagNameMap {
    'routine-summary-screen': RoutineSummaryScreen;
  }
}
