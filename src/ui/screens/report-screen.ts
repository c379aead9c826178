import { LitElement, css, html, nothing } from 'lit';
import type { Exercise } from '../../engine/exercise/exercise.ts';
import type { History } from '../../session/history/history.ts';
import { momentOf } from '../../session/plan/calendar-days.ts';
import { reportOn, reportPeriods, type Report, type ReportPeriod } from '../../session/report/report.ts';
import type { TrainingPlanStore } from '../../session/planning/training-plan.ts';
import { exerciseTextsOf } from '../../texts/exercise-texts-of.ts';
import type { Texts } from '../../texts/texts.ts';
import { HistoryList } from '../controllers/history-list.ts';
import type { ReportRow } from '../elements/history/report-table.ts';
import '../elements/history/report-table.ts';
import { icons } from '../icons.ts';
import { historyLink } from '../routes.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { pageLayout } from '../styles/page-layout.ts';
import { print } from '../styles/print.ts';
import {
  heldLines,
  madeWithLines,
  notJudgedLines,
  painSpread,
  rangeLines,
  repetitionLines,
  spreadInWords,
} from '../words/report-in-words.ts';
import { historyStyles } from './history-screen.styles.ts';

/** One page for a physiotherapist: how much of the plan was done, range, holds, repetitions and pain over a period. */
export class ReportScreen extends LitElement {
  static override properties = {
    plan: { attribute: false },
    history: { attribute: false },
    exercises: { attribute: false },
    nameOf: { attribute: false },
    app: { attribute: false },
    texts: { attribute: false },
    period: { state: true },
  };
  declare plan: TrainingPlanStore;
  declare history: History;
  declare exercises: readonly Exercise[];
  /** Returns the name of a routine, or of an exercise alone, from its id. */
  declare nameOf: (routine: string) => string;
  /** The version of the app. */
  declare app: string;
  declare texts: Texts;
  declare private period: ReportPeriod;

  static override styles = [
    base,
    buttons,
    pageLayout,
    historyStyles,
    css`
      .controls {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-s) var(--space-l);
        align-items: center;
      }
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-m);
        margin: 0;
        padding: 0;
        border: 0;
      }
      fieldset label {
        display: inline-flex;
        gap: 0.5em;
        align-items: center;
        min-block-size: 3rem;
        font-weight: 600;
      }
      [type='radio'] {
        inline-size: 1.4rem;
        block-size: 1.4rem;
        accent-color: var(--brand);
      }
      article {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-m);
        padding: clamp(1.25rem, 3vw, 2.5rem);
        border-radius: var(--radius-m);
        background: var(--surface);
      }
      .head {
        display: grid;
        gap: 0.15rem;
      }
      .person {
        display: none;
      }
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
        gap: var(--space-s) var(--space-m);
      }
      dt {
        font-size: var(--text-s);
        font-weight: 600;
        color: var(--ink-soft);
      }
      dd {
        font-size: var(--text-m);
        font-weight: 650;
      }
      dd span {
        display: block;
        font-size: var(--text-s);
        font-weight: 400;
        color: var(--ink-soft);
      }
      .small {
        display: grid;
        gap: 0.35em;
        font-size: var(--text-s);
        line-height: 1.4;
      }
      h3 {
        font-size: var(--text-s);
        color: var(--ink);
      }
      .small li {
        margin-inline-start: 1.1em;
      }
    `,
    print,
    css`
      @media print {
        /* One page of A4, whatever the browser calls a rem. */
        :host {
          --text-s: 9pt;
          --text-m: 10.5pt;
          --text-l: 11pt;
          --text-xl: 14pt;
        }
        header,
        .controls {
          display: none;
        }
        article {
          gap: 8pt;
          padding: 0;
        }
        .person {
          display: block;
          font-size: var(--text-m);
        }
        dl {
          grid-template-columns: repeat(4, 1fr);
        }
      }
    `,
  ];

  readonly #list = new HistoryList(this, () => this.history);
  readonly #print = (): void => window.print();

  constructor() {
    super();
    this.period = 12;
  }

  override render() {
    const words = this.texts.report;
    const { sessions } = this.#list;
    const { today } = momentOf(Date.now());
    const report = sessions && reportOn(sessions, this.plan.read(), this.exercises, this.period, today);
    return html`<main>
      <header>
        <a class="back" href=${historyLink}>${icons.back}${words.back}</a>
        <h1>${words.open}</h1>
        <p class="lead">${words.lead}</p>
      </header>
      <div class="controls">
        <fieldset aria-label=${words.period}>${reportPeriods.map((period) => this.#choice(period))}</fieldset>
        ${
          report && report.sessions > 0
            ? html`<button class="button first" type="button" @click=${this.#print}>
                ${icons.print}${words.print}
              </button>`
            : nothing
        }
      </div>
      ${
        !report
          ? html`<p role="status">${this.texts.history.reading}</p>`
          : report.sessions === 0 && report.stopped.pain + report.stopped.wrong === 0
            ? html`<section class="empty"><p>${words.none}</p></section>`
            : this.#report(report)
      }
    </main>`;
  }

  #choice(period: ReportPeriod) {
    return html`<label>
      <input
        type="radio"
        name="period"
        .checked=${period === this.period}
        @change=${() => (this.period = period)}
      />${this.texts.report.periods[period]}
    </label>`;
  }

  #day(day: string): string {
    return new Date(`${day}T00:00Z`).toLocaleDateString(this.texts.language, { dateStyle: 'long', timeZone: 'UTC' });
  }

  #report(report: Report) {
    const words = this.texts.report;
    const { howTo, madeWith } = words;
    const notes = [words.change(report.painChange), words.stopped(report.stopped.pain, report.stopped.wrong)];
    return html`<article>
      <div class="head">
        <h2>${words.title}</h2>
        <p>${words.over(this.#day(report.from), this.#day(report.to))}</p>
        <p class="soft">${words.made(`${this.texts.app.name} ${this.app}`)}</p>
      </div>
      <p class="person">${words.name}: ______________________________</p>
      <dl>${this.#facts(report)}</dl>
      <p class="small">${notes.join(' ')}</p>
      ${
        report.exercises.length > 0
          ? html`<report-table
              .caption=${words.table}
              .columns=${Object.values(words.columns)}
              .rows=${this.#rows(report)}
            ></report-table>`
          : nothing
      }
      <div class="small">
        <h3>${howTo.title}</h3>
        <ul>
          ${howTo.lines.map((line) => html`<li>${line}</li>`)}
        </ul>
      </div>
      <div class="small">
        <h3>${madeWith.title}</h3>
        ${madeWithLines(report, this.texts).map((line) => html`<p>${line}</p>`)}
      </div>
    </article>`;
  }

  #facts({ sessions, days, recorded, adherence, painBefore, painAfter }: Report) {
    const words = this.texts.report;
    const plan = this.plan.read();
    const fact = (name: string, value: string, more = '') =>
      html`<div>
        <dt>${name}</dt>
        <dd>${value}${more ? html`<span>${more}</span>` : nothing}</dd>
      </div>`;
    return [
      fact(words.trained, words.trainedOn(sessions, days)),
      adherence && plan
        ? fact(
            words.planned,
            words.plannedDays(adherence.done, adherence.planned),
            words.plannedSince(this.nameOf(plan.routine), this.#day(plan.since)),
          )
        : fact(words.planned, words.unplanned),
      fact(words.before, painSpread(painBefore, this.texts), painBefore && words.ratedIn(painBefore.count, recorded)),
      fact(words.after, painSpread(painAfter, this.texts), painAfter && words.ratedIn(painAfter.count, recorded)),
    ];
  }

  #rows({ exercises }: Report): readonly ReportRow[] {
    const { texts } = this;
    return exercises.map((one) => ({
      name: exerciseTextsOf(texts, one.exercise).name,
      sessions: texts.report.sessions(one.sessions),
      cells: [
        rangeLines(one, texts),
        repetitionLines(one, texts),
        heldLines(one, texts),
        [one.pain ? spreadInWords(one.pain, texts) : texts.report.unrated],
        notJudgedLines(one, texts),
      ],
    }));
  }
}

customElements.define('report-screen', ReportScreen);

declare global {
  interface HTMLElementTagNameMap {
    'report-screen': ReportScreen;
  }
}
