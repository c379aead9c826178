import { LitElement, html, nothing } from 'lit';
import { adviceFor } from '../../session/summary/next-time.ts';
import type { SessionExport } from '../../session/record/export.ts';
import type { KeptSession } from '../../session/record/kept-session.ts';
import type { PainAnswer } from '../../session/planning/pain.ts';
import { painOf } from '../../session/summary/routine-summary.ts';
import { countedIn, type Summary } from '../../session/summary/summary.ts';
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
import { blocksOf, factsOf, type Block } from '../words/summary-in-words.ts';
import { summaryStyles } from './summary-screen.styles.ts';

/**
 * The summary of a session: the one thing to try next time, counts, the movement over time, range, tempo, cues, and
 * what was unseen. It prints as one page, and fires `again-asked`. The slot `top` comes first, then the slot `notice`: why
 * the session ended, if that needs a reason. The slot `keeping` is below the buttons: whether the session is kept.
 */
export class SummaryScreen extends LitElement {
  static override properties = {
    summary: { attribute: false },
    record: { attribute: false },
    kept: { attribute: false },
    pain: { attribute: false },
    texts: { attribute: false },
    on: { attribute: false },
  };
  declare summary: Summary;
  /** The events and traces, for the charts. */
  declare record: SessionExport;
  /** The record that is saved as a file. */
  declare kept: KeptSession;
  /** The pain answers, of other exercises as well. */
  declare pain: readonly PainAnswer[];
  declare texts: Texts;
  /** The printed day of the session; today by default. */
  declare on: Date;

  static override styles = [base, buttons, pageLayout, figures, summaryStyles, print];

  readonly #again = (): void => ask(this, 'again-asked');
  readonly #save = (): void => saveFile(fileNameOf(this.kept.routine, this.on), JSON.stringify(this.kept));
  readonly #print = (): void => window.print();

  constructor() {
    super();
    this.pain = [];
    this.on = new Date();
  }

  override render() {
    const { summary, texts } = this;
    const words = texts.app.summary;
    return html`<main>
      <p class="printed">
        ${words.printed(texts.app.name, this.on.toLocaleDateString(texts.language, { dateStyle: 'long' }))}
      </p>
      <slot name="top"></slot>
      <slot name="notice"></slot>
      <header>
        <p class="name">${exerciseTextsOf(texts, summary.exercise).name}</p>
        <h1>${this.#title}</h1>
        <div class="actions">
          <button class="button first" type="button" @click=${this.#again}>${icons.again}${words.again}</button>
          <a class="button quiet" href=${homeLink}>${icons.home}${words.home}</a>
          <button class="button quiet" type="button" @click=${this.#save}>${icons.save}${words.save}</button>
          <button class="button quiet" type="button" @click=${this.#print}>${icons.print}${words.print}</button>
        </div>
      </header>
      <slot name="keeping"></slot>
      ${this.#oneThing()}
      <dl>
        ${factsOf(summary, texts).map(
          ([name, value]) =>
            html`<div class="fact">
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      ${this.#charts()}
      <div class="blocks">${this.#pain()} ${blocksOf(summary, texts).map((block) => this.#block(block))}</div>
    </main>`;
  }

  get #title(): string {
    const { done, some, none, stopped } = this.texts.app.summary;
    const { timed, ofRepetitions, why } = this.summary;
    if (why === 'pain' || why === 'red-flag') return stopped;
    const count = countedIn(this.summary) + timed;
    return count === 0 ? none : count < ofRepetitions ? some : done;
  }

  /** After a stop for pain or a red flag there is no advice. */
  #oneThing() {
    const { summary, texts } = this;
    if (summary.why === 'pain' || summary.why === 'red-flag') return nothing;
    const { what, why } = adviceInWords(adviceFor(summary, painOf(this.pain, summary.exercise)), texts);
    return html`<one-thing .heading=${texts.app.summary.nextTime} .what=${what} .why=${why}></one-thing>`;
  }

  #charts() {
    const { chart } = this.texts.app.summary;
    const charts = chartsOf(this.record, this.texts);
    return html`<section class="block">
      <h2>${chart.title}</h2>
      ${charts.map((one) => html`<angle-chart .chart=${one}></angle-chart>`)}
      ${charts.length === 0 ? html`<p class="remark">${chart.none}</p>` : nothing}
    </section>`;
  }

  #pain() {
    const { exercise } = this.summary;
    const pain = painInWords(
      this.pain.filter((answer) => answer.exercise === exercise),
      this.texts,
    );
    return pain ? this.#block({ title: this.texts.app.summary.pain.title, lines: pain.lines }, pain.remark) : nothing;
  }

  #block({ title, lines }: Block, remark?: string) {
    return html`<section class="block">
      <h2>${title}</h2>
      <ul>
        ${lines.map(([line, value]) => html`<li><span>${line}</span><strong>${value}</strong></li>`)}
      </ul>
      ${remark ? html`<p class="remark">${remark}</p>` : nothing}
    </section>`;
  }
}

customElements.define('summary-screen', SummaryScreen);

declare global {
  interface HTMLElementTagNameMap {
    'summary-screen': SummaryScreen;
  }
}
