import { LitElement, html, nothing } from 'lit';
import type { SessionExport } from '../../session/export.ts';
import type { Summary } from '../../session/summary.ts';
import { exerciseTextsOf } from '../../texts/exercise-texts-of.ts';
import type { Texts } from '../../texts/texts.ts';
import { ask } from '../ask.ts';
import { icons } from '../icons.ts';
import { rangesWithError } from '../ranges-in-words.ts';
import { homeLink } from '../routes.ts';
import { saveFile } from '../save-file.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { pageLayout } from '../styles/page-layout.ts';
import { summaryStyles } from './summary-screen.styles.ts';

/** Such as limber-cheer-2026-03-01.json, by the day where one is. */
const fileNameOf = ({ exercise }: SessionExport, on: Date): string => {
  const [month, day] = [on.getMonth() + 1, on.getDate()].map((part) => `${part}`.padStart(2, '0'));
  return `limber-${exercise}-${on.getFullYear()}-${month}-${day}.json`;
};

/** What a session came to: counts, seconds, reach, what to mind, and what could not be seen; fires `again-asked`. */
export class SummaryScreen extends LitElement {
  static override properties = {
    summary: { attribute: false },
    record: { attribute: false },
    texts: { attribute: false },
  };
  declare summary: Summary;
  /** All of the session, to be saved as a file. */
  declare record: SessionExport;
  declare texts: Texts;

  static override styles = [base, buttons, pageLayout, summaryStyles];

  readonly #again = (): void => ask(this, 'again-asked');
  readonly #save = (): void => saveFile(fileNameOf(this.record, new Date()), JSON.stringify(this.record));

  override render() {
    const { summary, texts } = this;
    const words = texts.app.summary;
    const done = summary.repetitions.length + summary.timed;
    const title = done === 0 ? words.none : done < summary.ofRepetitions ? words.some : words.done;
    return html`<main>
      <header>
        <p class="name">${exerciseTextsOf(texts, summary.exercise).name}</p>
        <h1>${title}</h1>
        <div class="actions">
          <button class="button first" type="button" @click=${this.#again}>${icons.again}${words.again}</button>
          <a class="button quiet" href=${homeLink}>${icons.home}${words.home}</a>
          <button class="button quiet" type="button" @click=${this.#save}>${icons.save}${words.save}</button>
        </div>
      </header>
      <dl>${this.#facts()}</dl>
      <div class="blocks">
        ${this.#each()} ${this.#ranges()} ${this.#attempts()} ${this.#corrections()} ${this.#notSeen()}
      </div>
    </main>`;
  }

  #facts() {
    const { summary, texts } = this;
    const words = texts.app.summary;
    const best = summary.best === undefined ? undefined : texts.measures[summary.measure].amount(summary.best);
    const isJudged = summary.timed === 0 || summary.repetitions.length > 0;
    const facts = [
      [words.repetitions, summary.timed > 0 ? words.timed(summary.timed) : undefined],
      [words.repetitions, isJudged ? `${summary.repetitions.length} / ${summary.ofRepetitions}` : undefined],
      [words.held, summary.heldMs > 0 ? texts.app.seconds(summary.heldMs) : undefined],
      [words.best, best],
      [words.duration, summary.durationMs > 0 ? texts.app.time(summary.durationMs) : undefined],
    ] as const;
    return facts.map(([name, value]) =>
      value === undefined
        ? nothing
        : html`<div class="fact">
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
    );
  }

  #block(title: string, lines: readonly (readonly [string, string])[]) {
    return html`<section class="block">
      <h2>${title}</h2>
      <ul>
        ${lines.map(([line, value]) => html`<li><span>${line}</span><strong>${value}</strong></li>`)}
      </ul>
    </section>`;
  }

  #each() {
    const { app, measures } = this.texts;
    const { repetitions, measure, areSidesApart } = this.summary;
    if (repetitions.length === 0) return nothing;
    return this.#block(
      app.summary.each,
      repetitions.map(({ number, side, heldMs, peak }) => [
        app.summary.repetition(number, areSidesApart ? side : undefined),
        [measures[measure].amount(peak), heldMs ? app.seconds(heldMs) : ''].filter(Boolean).join(', '),
      ]),
    );
  }

  #ranges() {
    const { summary, texts } = this;
    const lines = rangesWithError(summary.ranges, exerciseTextsOf(texts, summary.exercise), texts);
    return lines.length > 0 ? this.#block(texts.app.summary.ranges, lines) : nothing;
  }

  #attempts() {
    const { attempts } = this.summary;
    if (attempts.length === 0) return nothing;
    return this.#block(
      this.texts.app.summary.attempts,
      attempts.map((reason) => [this.texts.reasonInWords(reason), '']),
    );
  }

  #corrections() {
    const words = this.texts.app.summary;
    const { corrections, repetitions } = this.summary;
    if (corrections.length > 0) {
      return this.#block(
        words.corrections,
        corrections.map(({ cue, times }) => [this.texts.cues[cue], words.times(times)]),
      );
    }
    return repetitions.length > 0 ? this.#block(words.corrections, [[words.clean, '']]) : nothing;
  }

  #notSeen() {
    const words = this.texts.app.summary;
    const { timed, unseenMs, notJudged } = this.summary;
    const notWell = timed > 0 ? [words.notWellSeen] : [];
    const away = unseenMs >= 500 ? [words.unseen(unseenMs)] : [];
    const measures = notJudged.map(({ measure, ms }) => words.notJudged(this.texts.measures[measure].name, ms));
    const lines = [...notWell, ...away, ...measures];
    return this.#block(
      words.notSeen,
      (lines.length > 0 ? lines : [words.allSeen]).map((line) => [line, '']),
    );
  }
}

customElements.define('summary-screen', SummaryScreen);

declare global {
  interface HTMLElementTagNameMap {
    'summary-screen': SummaryScreen;
  }
}
