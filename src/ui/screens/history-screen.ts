import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { byDay, dayOf, type HistoryDay } from '../../session/history/days.ts';
import type { History } from '../../session/history/history.ts';
import type { ListedSession } from '../../session/history/listed-session.ts';
import type { KeptSession } from '../../session/record/kept-session.ts';
import type { Texts } from '../../texts/texts.ts';
import { HistoryList } from '../controllers/history-list.ts';
import type { SessionRowWords } from '../elements/history/session-row.ts';
import '../elements/history/session-row.ts';
import { icons } from '../icons.ts';
import { homeLink, labLink, progressLink, reportLink, sessionLink } from '../routes.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { pageLayout } from '../styles/page-layout.ts';
import { exerciseTextsOf } from '../../texts/exercise-texts-of.ts';
import { clockOf, correctionsOfSession, dayInWords, factsOfSession, shortDay } from '../words/history-in-words.ts';
import './history-data.ts';
import './history-notices.ts';
import { historyStyles } from './history-screen.styles.ts';

/** How many sessions are shown at first, and how many more each time. */
const shownAtFirst = 20;
const shownMore = 100;

/** The exercises of these sessions, the one that was done last first, with how often and when last. */
const exercisesIn = (sessions: readonly ListedSession[]) => {
  const found = new Map<string, { times: number; readonly last: number }>();
  for (const { exercises, startedAt } of sessions)
    for (const { exercise, done } of exercises) {
      if (!done) continue;
      const before = found.get(exercise);
      if (before) before.times += 1;
      else found.set(exercise, { times: 1, last: startedAt });
    }
  return [...found];
};

/**
 * The history: what is kept on this device, session by session and exercise by exercise; save it, bring in a file, or
 * delete it. Fires `all-deleted` after everything was deleted; the page is then to be loaded again.
 */
export class HistoryScreen extends LitElement {
  static override properties = {
    history: { attribute: false },
    nameOf: { attribute: false },
    texts: { attribute: false },
    removed: { state: true },
    shown: { state: true },
  };
  declare history: History;
  /** Returns the name of a routine, or of an exercise alone, from its id. */
  declare nameOf: (routine: string) => string;
  declare texts: Texts;
  /** The last deleted session, while it can be restored. */
  declare private removed: KeptSession | undefined;
  /** How many sessions are shown. */
  declare private shown: number;

  static override styles = [base, buttons, pageLayout, historyStyles];

  readonly #list = new HistoryList(this, () => this.history);

  constructor() {
    super();
    this.shown = shownAtFirst;
  }

  async #remove(id: string): Promise<void> {
    const removed = await this.history.remove(id);
    if (!removed) return;
    this.removed = removed;
    await this.updateComplete;
    // The focused element no longer exists.
    this.renderRoot.querySelector<HTMLElement>('.undo button')?.focus();
  }

  readonly #undo = async (): Promise<void> => {
    const session = this.removed;
    if (!session) return;
    await this.history.keep(session);
    this.removed = undefined;
    this.#awaited = session.id;
  };

  readonly #more = (): void => {
    const first = this.#list.sessions?.[this.shown];
    this.shown += shownMore;
    this.#awaited = first?.id;
  };

  /** The row that gets the focus once it is shown. */
  #awaited: string | undefined;

  override updated(): void {
    if (this.#awaited === undefined) return;
    for (const row of this.renderRoot.querySelectorAll('session-row'))
      if (row.dataset['id'] === this.#awaited) {
        this.#awaited = undefined;
        void row.updateComplete.then(() => row.focus());
        return;
      }
  }

  override render() {
    const { history } = this.texts;
    const { sessions } = this.#list;
    return html`<main>
      <header>
        <a class="back" href=${homeLink}>${icons.back}${history.back}</a>
        <h1>${history.title}</h1>
        <p class="lead">${history.lead}</p>
      </header>
      ${sessions ? this.#content(sessions) : html`<p role="status">${history.reading}</p>`}
    </main>`;
  }

  #content(sessions: readonly ListedSession[]) {
    return html`${this.#notices()}
      ${sessions.length === 0 && !this.removed ? this.#empty() : [this.#exercises(sessions), this.#days(sessions)]}
      <history-data
        .history=${this.history}
        .sessions=${sessions}
        .texts=${this.texts}
        @all-deleted=${() => this.dispatchEvent(new Event('all-deleted'))}
      ></history-data>
      <p><a class="button quiet" href=${labLink('recording')}>${this.texts.history.recordings}</a></p>`;
  }

  #notices() {
    const { inMemory, damaged, problem } = this.history.state;
    if (inMemory === 0 && damaged.length === 0 && !problem) return nothing;
    return html`<history-notices
      .history=${this.history}
      .state=${this.history.state}
      .texts=${this.texts}
    ></history-notices>`;
  }

  #empty() {
    const { empty } = this.texts.history;
    return html`<section class="empty">
      <h2>${empty.title}</h2>
      <p>${empty.line}</p>
      <a class="button first" href=${homeLink}>${icons.play}${empty.start}</a>
    </section>`;
  }

  #exercises(sessions: readonly ListedSession[]) {
    const { byExercise } = this.texts.history;
    const exercises = exercisesIn(sessions);
    if (exercises.length === 0) return nothing;
    return html`<section aria-labelledby="exercises">
      <h2 id="exercises">${byExercise.title}</h2>
      <ul class="exercises">
        ${exercises.map(
          ([id, { times, last }]) =>
            html`<li>
              <a href=${progressLink(id)}
                ><strong>${exerciseTextsOf(this.texts, id).name}</strong
                ><span class="soft">${byExercise.open(byExercise.sessions(times), shortDay(last, this.texts))}</span></a
              >
            </li>`,
        )}
      </ul>
      <p class="actions">
        <a class="button quiet" href=${reportLink}>${icons.print}${this.texts.report.open}</a>
      </p>
    </section>`;
  }

  #days(sessions: readonly ListedSession[]) {
    const words = this.texts.history.sessions;
    const left = sessions.length - this.shown;
    return html`<section aria-labelledby="sessions">
      <h2 id="sessions">${words.title}</h2>
      <div class="days">
        ${repeat(
          byDay(sessions.slice(0, this.shown)),
          ({ day }) => day,
          (day) => this.#day(day),
        )}
      </div>
      ${
        left > 0
          ? html`<div class="actions">
              <button class="button quiet" type="button" @click=${this.#more}>
                ${icons.down}${words.more(Math.min(left, shownMore))}
              </button>
              <p class="soft">${words.shown(this.shown, sessions.length)}</p>
            </div>`
          : nothing
      }
      <div class="undo" role="status">${this.removed ? this.#undoOf(this.removed) : nothing}</div>
    </section>`;
  }

  #day({ day, sessions }: HistoryDay) {
    return html`<div class="day">
      <h3>${dayInWords(day, this.texts)}</h3>
      <ul>
        ${repeat(
          sessions,
          ({ id }) => id,
          (session) =>
            html`<li>
              <session-row
                data-id=${session.id}
                .words=${this.#wordsOf(session)}
                @remove-asked=${() => this.#remove(session.id)}
              ></session-row>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  #wordsOf(session: ListedSession): SessionRowWords {
    const words = this.texts.history.sessions;
    return {
      name: this.nameOf(session.routine),
      at: words.at(clockOf(session, this.texts)),
      openLink: sessionLink(session.id),
      facts: factsOfSession(session, this.texts),
      corrections: correctionsOfSession(session, this.texts),
      note: session.note,
      open: words.open,
      remove: words.remove,
    };
  }

  #undoOf(session: KeptSession) {
    const words = this.texts.history.sessions;
    return html`<p>${words.removed(this.nameOf(session.routine), dayInWords(dayOf(session), this.texts))}</p>
      <button class="button quiet" type="button" @click=${this.#undo}>${icons.again}${words.undo}</button>`;
  }
}

customElements.define('history-screen', HistoryScreen);

declare global {
  interface HTMLElementTagNameMap {
    'history-screen': HistoryScreen;
  }
}
