import { LitElement, css, html, nothing } from 'lit';
import { courseOf, meaninglessChange, type Course, type RangeCourse } from '../../session/history/course.ts';
import type { History } from '../../session/history/history.ts';
import { exerciseTextsOf } from '../../texts/exercise-texts-of.ts';
import type { Texts } from '../../texts/texts.ts';
import '../charts/angle-chart.ts';
import { otherCharts, rangeCharts } from '../charts/course-charts.ts';
import { HistoryList } from '../controllers/history-list.ts';
import { icons } from '../icons.ts';
import { briefingLink, historyLink } from '../routes.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { figures } from '../styles/figures.ts';
import { pageLayout } from '../styles/page-layout.ts';
import { print } from '../styles/print.ts';
import { historyStyles } from './history-screen.styles.ts';

/** How an exercise changes over its sessions: range, held time, repetitions and pain, drawn and as tables. */
export class ProgressScreen extends LitElement {
  static override properties = {
    history: { attribute: false },
    exercise: { attribute: false },
    texts: { attribute: false },
  };
  declare history: History;
  /** The id of the exercise. */
  declare exercise: string;
  declare texts: Texts;

  static override styles = [
    base,
    buttons,
    pageLayout,
    figures,
    historyStyles,
    css`
      .remark {
        font-size: var(--text-s);
        line-height: 1.45;
      }
      .others {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
        gap: var(--space-m);
      }
    `,
    print,
  ];

  readonly #list = new HistoryList(this, () => this.history);

  override render() {
    const { history } = this.texts;
    const { sessions } = this.#list;
    const course = sessions && courseOf(sessions, this.exercise);
    return html`<main>
      <header>
        <a class="back" href=${historyLink}>${icons.back}${history.progress.back}</a>
        <h1>${exerciseTextsOf(this.texts, this.exercise).name}</h1>
        ${course ? html`<p class="lead">${this.#lead(course)}</p>` : nothing}
      </header>
      ${course ? this.#charts(course) : sessions ? this.#none() : html`<p role="status">${history.reading}</p>`}
    </main>`;
  }

  #lead({ sessions, period }: Course): string {
    const { progress, byExercise } = this.texts.history;
    return `${byExercise.sessions(sessions)}. ${sessions === 1 ? progress.one : progress.each[period]}`;
  }

  #none() {
    const { progress, empty } = this.texts.history;
    return html`<section class="empty">
      <p>${progress.none}</p>
      <a class="button first" href=${briefingLink(this.exercise)}>${icons.play}${empty.start}</a>
    </section>`;
  }

  #charts(course: Course) {
    const ranges = rangeCharts(course, this.texts);
    return html`${
        ranges.length > 0
          ? html`<section class="block">
              ${ranges.map((chart) => html`<angle-chart .chart=${chart}></angle-chart>`)}
              ${this.#remarks(course).map((line) => html`<p class="remark">${line}</p>`)}
            </section>`
          : nothing
      }
      <div class="others">
        ${otherCharts(course, this.texts).map(
          (chart) => html`<section class="block"><angle-chart .chart=${chart}></angle-chart></section>`,
        )}
      </div>`;
  }

  /** What the chart of the range shows, and from which change on it means something. */
  #remarks({ ranges }: Course): readonly string[] {
    const { rangeNote } = this.texts.history.progress;
    const all = ranges.filter(({ measure }) => !this.texts.measures[measure].isOwnScale);
    return [rangeNote, ...all.flatMap((range) => this.#remarksOn(range))];
  }

  #remarksOn({ measure, is, breaks }: RangeCourse): readonly string[] {
    const { progress } = this.texts.history;
    const { amount } = this.texts.measures[measure];
    const band = meaninglessChange(measure);
    const changed = breaks.at(-1);
    const day =
      changed === undefined
        ? ''
        : new Date(changed).toLocaleDateString(this.texts.language, { dateStyle: 'medium', timeZone: 'UTC' });
    return [
      ...(is === 'below' ? [progress.lower] : []),
      ...(band
        ? [
            progress.errorNote(amount(band.betweenDays)),
            progress.bandNote(amount(band.betweenDays)),
            progress.withinNote(amount(band.withinSession)),
          ]
        : [progress.noBand]),
      ...(day ? [progress.otherModel(day)] : []),
    ];
  }
}

customElements.define('progress-screen', ProgressScreen);

declare global {
  interface HTMLElementTagNameMap {
    'progress-screen': ProgressScreen;
  }
}
