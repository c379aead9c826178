import { LitElement, css, html, nothing } from 'lit';
import type { Exercise } from '../../engine/exercise/exercise.ts';
import { dayOf } from '../../session/history/days.ts';
import type { History } from '../../session/history/history.ts';
import { longestNote, type KeptSession } from '../../session/record/kept-session.ts';
import { outcomeOfKept, unknownExercisesIn } from '../../session/summary/kept-outcome.ts';
import { exerciseTextsOf } from '../../texts/exercise-texts-of.ts';
import type { Texts } from '../../texts/texts.ts';
import { Keeping } from '../controllers/keeping.ts';
import '../elements/summary/session-keeping.ts';
import { icons } from '../icons.ts';
import { commandOf } from '../keys.ts';
import { historyLink, routineLink, trainingLink } from '../routes.ts';
import { base } from '../styles/base.ts';
import { buttons } from '../styles/buttons.ts';
import { pageLayout } from '../styles/page-layout.ts';
import { clockOf, dayInWords } from '../words/history-in-words.ts';
import { historyStyles } from './history-screen.styles.ts';
import './routine-summary-screen.ts';
import './summary-screen.ts';

/** How long after the last letter a note is kept, ms. */
const noteWaits = 600;

/**
 * A session of the history: its summary as when it ended, with a note of the user's own. It can be deleted, and brought
 * back as long as it is shown.
 */
export class HistorySessionScreen extends LitElement {
  static override properties = {
    history: { attribute: false },
    session: { attribute: false },
    exercises: { attribute: false },
    nameOf: { attribute: false },
    hasCharacterKeys: { attribute: false },
    texts: { attribute: false },
    kept: { state: true },
    isNoteKept: { state: true },
  };
  declare history: History;
  /** The id of the session. */
  declare session: string;
  declare exercises: readonly Exercise[];
  /** Returns the name of a routine, or of an exercise alone, from its id. */
  declare nameOf: (routine: string) => string;
  /** Whether single characters are keys. */
  declare hasCharacterKeys: boolean;
  declare texts: Texts;
  /** `undefined` until it is read, `null` if it is not there. */
  declare private kept: KeptSession | null | undefined;
  declare private isNoteKept: boolean;

  static override styles = [
    base,
    buttons,
    pageLayout,
    historyStyles,
    css`
      [slot='top'] {
        display: grid;
        justify-items: start;
      }
      [slot='keeping'] {
        display: grid;
        gap: var(--space-m);
      }
      label {
        display: grid;
        gap: var(--space-xs);
        font-weight: 600;
      }
      textarea {
        box-sizing: border-box;
        inline-size: 100%;
        min-block-size: 5.5rem;
        padding: 0.6em 0.8em;
        border: 2px solid var(--line);
        border-radius: var(--radius-s);
        font: inherit;
        font-weight: 400;
        color: var(--ink);
        background: var(--surface);
        resize: vertical;
      }
      @media print {
        [slot='top'] a,
        [slot='keeping'] .soft {
          display: none;
        }
      }
    `,
  ];

  readonly #keeping = new Keeping(this, () => this.history);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #note: string | undefined;

  constructor() {
    super();
    this.isNoteKept = false;
    this.hasCharacterKeys = true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#key);
    addEventListener('pagehide', this.#keepNote);
    void this.#read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#key);
    removeEventListener('pagehide', this.#keepNote);
    this.#keepNote();
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (commandOf(event, this.hasCharacterKeys)?.is === 'unkeep') this.#drop();
  };
  readonly #drop = (): void => {
    this.#keepNote();
    void this.#keeping.drop();
  };
  readonly #restore = (): void => void this.#keeping.restore();
  readonly #again = (): void => {
    const { kept } = this;
    if (!kept) return;
    const [only] = this.#isAlone(kept) ? kept.steps : [];
    location.hash = only
      ? trainingLink(only.exercise, 'camera', only.session?.view)
      : routineLink(kept.routine, 'camera');
  };
  readonly #write = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLTextAreaElement)) return;
    this.#note = currentTarget.value;
    this.isNoteKept = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#keepNote, noteWaits);
  };
  /** Keeps what was written and is not kept yet. */
  readonly #keepNote = (): void => {
    clearTimeout(this.#timer);
    const note = this.#note;
    this.#note = undefined;
    if (note !== undefined) void this.history.setNote(this.session, note).then(() => (this.isNoteKept = true));
  };

  async #read(): Promise<void> {
    this.kept = (await this.history.open(this.session)) ?? null;
    if (this.kept) this.#keeping.watch(this.session);
  }

  #isAlone({ routine, steps }: KeptSession): boolean {
    return steps.length === 1 && steps[0]?.exercise === routine;
  }

  override render() {
    const { kept, texts } = this;
    const { history } = texts;
    if (kept === undefined) return nothing;
    if (kept === null)
      return html`<main>
        <a class="back" href=${historyLink}>${icons.back}${history.session.back}</a>
        <h1>${history.session.gone}</h1>
        <p class="lead">${history.session.goneLine}</p>
      </main>`;
    const outcome = outcomeOfKept(kept, this.exercises);
    const [only] = this.#isAlone(kept) ? outcome.steps : [];
    if (only?.outcome)
      return html`<summary-screen
        .summary=${only.outcome.summary}
        .record=${only.outcome.record}
        .kept=${kept}
        .pain=${outcome.pain}
        .on=${new Date(kept.startedAt)}
        .texts=${texts}
        @again-asked=${this.#again}
        >${this.#parts(kept)}</summary-screen
      >`;
    return html`<routine-summary-screen
      .outcome=${outcome}
      .kept=${kept}
      .nameOf=${this.nameOf}
      .texts=${texts}
      @again-asked=${this.#again}
      >${this.#parts(kept)}</routine-summary-screen
    >`;
  }

  #parts(kept: KeptSession) {
    const { history, app } = this.texts;
    const words = history.session;
    const unknown = unknownExercisesIn(kept, this.exercises).map((id) => exerciseTextsOf(this.texts, id).name);
    const isDropped = this.#keeping.is === 'dropped';
    return html`<div slot="top">
        <a class="back" href=${historyLink}>${icons.back}${words.back}</a>
        <p>${words.on(dayInWords(dayOf(kept), this.texts), clockOf(kept, this.texts))}</p>
        ${unknown.length > 0 ? html`<p class="soft">${words.unknown(unknown.join(', '))}</p>` : nothing}
      </div>
      <div slot="keeping">
        <label>
          ${words.note}
          <textarea
            maxlength=${longestNote}
            aria-describedby="hint"
            .value=${kept.note ?? ''}
            ?disabled=${isDropped}
            @input=${this.#write}
          ></textarea>
        </label>
        <p class="soft" id="hint" role="status">${this.isNoteKept ? words.kept : words.noteHint}</p>
        <session-keeping
          .keeping=${this.#keeping.is}
          .words=${history.keeping}
          .key=${app.train.keys.unkeep}
          @unkeep-asked=${this.#drop}
          @keep-asked=${this.#restore}
        ></session-keeping>
      </div>`;
  }
}

customElements.define('history-session-screen', HistorySessionScreen);

declare global {
  interface HTMLElementTagNameMap {
    'history-session-screen': HistorySessionScreen;
  }
}
