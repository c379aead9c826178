import { LitElement, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { CoachingEvent } from '../../engine/coaching/events.ts';
import type { PageFrame } from '../../session/ports.ts';
import type { RoutineProgress } from '../../session/progress.ts';
import type { RoutineOutcome } from '../../session/routine-outcome.ts';
import type { Routine } from '../../session/routines.ts';
import { sessionSetting } from '../../session/session-setting.ts';
import type { TrainingOptions } from '../../session/training-options.ts';
import '../elements/wrong-button.ts';
import { handVideo } from '../hand-video.ts';
import { commandOf } from '../keys.ts';
import { nameOfRoutine } from '../routine-in-words.ts';
import type { World } from '../world.ts';
import './routine-summary-screen.ts';
import './safety-screen.ts';
import './summary-screen.ts';
import './train-screen.ts';

/**
 * A guided session of a routine, or of one exercise: what there is to read first, the training, and what it came to. It fires
 * `coached` with each coaching event, `video-chosen`, `figure-asked`, `red-flag-raised` when something feels wrong, and `left`.
 */
export class SessionScreen extends LitElement {
  static override properties = {
    world: { attribute: false },
    routine: { attribute: false },
    options: { attribute: false },
    frames: { attribute: false },
    video: { attribute: false },
    progress: { attribute: false },
    outcome: { state: true },
    visit: { state: true },
  };
  declare world: World;
  declare routine: Routine;
  /** What the link asks for. */
  declare options: TrainingOptions;
  declare frames: AsyncIterable<PageFrame> | undefined;
  declare video: Blob | undefined;
  /** An unfinished routine to go on with. */
  declare progress: RoutineProgress | undefined;
  /** What it came to, once it is over. */
  declare private outcome: RoutineOutcome | undefined;
  /** Counts the visits of the training screen, so that each begins anew. */
  declare private visit: number;

  constructor() {
    super();
    this.visit = 0;
  }

  readonly #over = ({ detail }: CustomEvent<RoutineOutcome>): void => {
    this.progress = undefined;
    if (detail.why === 'red-flag') this.#wrong();
    this.outcome = detail;
    scrollTo(0, 0);
  };
  readonly #again = (): void => {
    this.outcome = undefined;
    this.visit += 1;
  };
  readonly #accept = (): void => {
    const { settings } = this.world;
    settings.write({ ...settings.read(), safetyAcceptedAt: Date.now() });
    this.requestUpdate();
  };
  readonly #mute = (): void => {
    const { settings } = this.world;
    const { voice } = settings.read();
    settings.write({ ...settings.read(), voice: !voice });
    this.requestUpdate();
  };
  readonly #coached = ({ detail }: CustomEvent<CoachingEvent>): void => {
    this.dispatchEvent(new CustomEvent('coached', { detail }));
  };
  readonly #key = (event: KeyboardEvent): void => {
    if (commandOf(event)?.is === 'red-flag' && !this.#isTraining) this.#wrong();
  };
  readonly #wrong = (): void => this.#pass('red-flag-raised');
  readonly #pass = (type: string): void => void this.dispatchEvent(new Event(type));

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#key);
  }

  get #isTraining(): boolean {
    return !this.outcome && this.world.settings.read().safetyAcceptedAt !== undefined;
  }

  override render() {
    // Training has its own way to help.
    if (this.#isTraining) return keyed(this.visit, this.#training());
    const { texts } = this.world;
    const { wrong, keys } = texts.app.train;
    return html`${
        this.outcome
          ? this.#summary(this.outcome)
          : html`<safety-screen .texts=${texts} @safety-accepted=${this.#accept}></safety-screen>`
      }<wrong-button .words=${wrong} .key=${keys.wrong} @red-flag-asked=${this.#wrong}></wrong-button>`;
  }

  #training() {
    const { world, routine, options, frames, video } = this;
    const { texts, settings, speaker } = world;
    return html`<train-screen
      .setting=${sessionSetting({ routine, options, link: location.hash, given: { frames, video } }, world)}
      .progress=${this.progress}
      .voice=${{ texts, speaker, settings: () => settings.read() }}
      .isMuted=${!settings.read().voice}
      .showFigure=${world.demonstrate}
      .isFigureStill=${world.isDrawingSlow}
      .texts=${texts}
      @coached=${this.#coached}
      @training-over=${this.#over}
      @mute-asked=${this.#mute}
      @figure-asked=${() => this.#pass('figure-asked')}
      @red-flag-raised=${this.#wrong}
      @left=${() => this.#pass('left')}
      @video-chosen=${({ detail }: CustomEvent<Blob>) => handVideo(this, detail)}
    ></train-screen>`;
  }

  #summary(outcome: RoutineOutcome) {
    const { routine, world } = this;
    const { texts } = world;
    const [only] = routine.steps.length === 1 ? outcome.steps : [];
    if (only?.outcome) {
      return html`<summary-screen
        .summary=${only.outcome.summary}
        .record=${only.outcome.record}
        .pain=${outcome.pain}
        .texts=${texts}
        @again-asked=${this.#again}
        >${this.#notice(outcome)}</summary-screen
      >`;
    }
    return html`<routine-summary-screen
      .outcome=${outcome}
      .nameOf=${() => nameOfRoutine(routine, texts)}
      .texts=${texts}
      @again-asked=${this.#again}
      >${this.#notice(outcome)}</routine-summary-screen
    >`;
  }

  /** Why it ended before its time, where that has to be explained. */
  #notice({ why }: RoutineOutcome) {
    if (why !== 'pain') return nothing;
    const { title, lines } = this.world.texts.safety.stopped;
    return html`<div slot="notice">
      <h2>${title}</h2>
      ${lines.map((line) => html`<p>${line}</p>`)}
    </div>`;
  }
}

customElements.define('session-screen', SessionScreen);

declare global {
  interface HTMLElementTagNameMap {
    'session-screen': SessionScreen;
  }
}
