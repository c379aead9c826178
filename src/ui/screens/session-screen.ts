import { LitElement, css, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { CoachingEvent } from '../../engine/exercise/events.ts';
import type { CameraDevice } from '../../ports/camera-device.ts';
import type { PageFrame } from '../../session/ports.ts';
import { Announcer } from '../../session/voice/announcer.ts';
import { clockAt } from '../../session/async/clock.ts';
import { keptOutcome, type RoutineOutcome } from '../../session/summary/routine-outcome.ts';
import type { ArmChoice } from '../../session/settings.ts';
import { sessionIdOf } from '../../session/record/kept-session.ts';
import type { Routine } from '../../session/planning/routines.ts';
import { isKept, sessionSetting } from '../../session/guide/session-setting.ts';
import type { TrainingOptions } from '../../session/planning/training-options.ts';
import { BeginningController, resumeWaits, type Beginning } from '../controllers/beginning.ts';
import { Keeping } from '../controllers/keeping.ts';
import '../elements/panels/resume-panel.ts';
import '../elements/panels/wrong-button.ts';
import '../elements/summary/session-keeping.ts';
import { handVideo } from '../hand-video.ts';
import { commandOf, type Command } from '../keys.ts';
import { aboveBar } from '../styles/above-bar.ts';
import { base } from '../styles/base.ts';
import { historyLink } from '../routes.ts';
import { nameOfRoutine } from '../words/routine-in-words.ts';
import { offerOf } from '../unfinished.ts';
import type { AppContext } from '../app-context.ts';
import './routine-summary-screen.ts';
import './safety-screen.ts';
import './summary-screen.ts';
import './train-screen.ts';

/**
 * A guided session of a routine or of one exercise: safety first, the question whether to resume, the training, and the
 * summary. Fires `coached` with each coaching event, `video-chosen`, `figure-asked`, `red-flag-raised` when something
 * feels wrong, `resume-asked` with the link of the resumed session if it differs, and `left`.
 */
export class SessionScreen extends LitElement {
  static override properties = {
    context: { attribute: false },
    routine: { attribute: false },
    options: { attribute: false },
    frames: { attribute: false },
    video: { attribute: false },
    isResumed: { attribute: false },
    outcome: { state: true },
    visit: { state: true },
  };
  static override styles = [
    base,
    aboveBar,
    css`
      main {
        display: grid;
        grid-template: 1fr / minmax(0, 1fr);
      }
      .keeping {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-xs) var(--space-l);
        align-items: center;
      }
      .history {
        display: inline-flex;
        align-items: center;
        min-block-size: 2.75rem;
        font-weight: 600;
        color: var(--brand);
      }
      @media print {
        .history {
          display: none;
        }
      }
    `,
  ];
  declare context: AppContext;
  declare routine: Routine;
  /** The options of the link. */
  declare options: TrainingOptions;
  declare frames: AsyncIterable<PageFrame> | undefined;
  declare video: Blob | undefined;
  /** Whether the user has already chosen to resume. */
  declare isResumed: boolean;
  /** The outcome; `undefined` until the session is over. */
  declare private outcome: RoutineOutcome | undefined;
  /** Counts visits of the training screen, so that each gets a new element. */
  declare private visit: number;

  constructor() {
    super();
    this.visit = 0;
    this.isResumed = false;
  }

  readonly #beginning = new BeginningController(this, ({ link }) =>
    this.dispatchEvent(new CustomEvent<string>('resume-asked', { detail: link })),
  );
  readonly #keeping = new Keeping(this, () => this.context.history);
  #announcer: Announcer | undefined;

  readonly #over = ({ detail }: CustomEvent<RoutineOutcome>): void => {
    this.#beginning.end();
    this.isResumed = false;
    if (detail.why === 'red-flag') this.#wrong();
    this.outcome = detail;
    this.#keeping.watch(isKept(this.options) ? sessionIdOf(detail.routine, detail.startedAt) : undefined);
    scrollTo(0, 0);
  };
  readonly #again = (): void => {
    this.outcome = undefined;
    this.#keeping.watch(undefined);
    this.visit += 1;
  };
  readonly #drop = (): void => void this.#keeping.drop();
  readonly #restore = (): void => void this.#keeping.restore();
  readonly #accept = (): void => {
    const { settings } = this.context;
    settings.write({ ...settings.read(), safetyAcceptedAt: Date.now() });
    this.requestUpdate();
  };
  readonly #mute = (): void => {
    const { settings } = this.context;
    const { voice } = settings.read();
    settings.write({ ...settings.read(), voice: !voice });
    this.requestUpdate();
  };
  /** The arm that moved alone in practice trains alone from now on. */
  readonly #chooseArm = ({ detail: arm }: CustomEvent<ArmChoice>): void => {
    const { settings } = this.context;
    settings.write({ ...settings.read(), arm });
  };
  readonly #chooseCamera = ({ detail: camera }: CustomEvent<CameraDevice>): void => {
    const { settings } = this.context;
    settings.write({ ...settings.read(), camera });
  };
  readonly #coached = ({ detail }: CustomEvent<CoachingEvent>): void => {
    this.dispatchEvent(new CustomEvent('coached', { detail }));
  };
  readonly #key = (event: KeyboardEvent): void => {
    const command = commandOf(event, this.context.settings.read().shortcuts);
    if (!command || this.#isTraining) return;
    if (command.is === 'red-flag') this.#wrong();
    else if (command.is === 'unkeep') this.#drop();
    else if (this.#isAsking) this.#answer(command);
  };
  /** The keys of a session: resume, start over, pause, or leave. */
  #answer({ is }: Command): void {
    if (is === 'next') this.#goOn();
    if (is === 'back') this.#startOver();
    if (is === 'pause') this.#beginning.togglePause();
    if (is === 'end') this.#pass('left');
  }
  readonly #goOn = (): void => this.#beginning.choose('go-on');
  readonly #startOver = (): void => {
    if (this.#beginning.now?.is === 'elsewhere') this.#pass('left');
    else this.#beginning.choose('start-over');
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
    this.#announcer?.silence();
  }

  /** Whether a session is due: safety is accepted and there is no outcome yet. */
  get #isDue(): boolean {
    return !this.outcome && this.context.settings.read().safetyAcceptedAt !== undefined;
  }

  get #isTraining(): boolean {
    return this.#isDue && this.#beginning.now?.is === 'known';
  }

  get #isAsking(): boolean {
    const is = this.#beginning.now?.is;
    return this.#isDue && (is === 'asking' || is === 'elsewhere');
  }

  override willUpdate(): void {
    if (this.#isDue && this.isConnected && !this.#beginning.now) this.#begin();
    this.#say();
  }

  #begin(): void {
    const { routine, isResumed, context } = this;
    const { unfinished, pageVisibility } = context;
    const link = location.hash;
    this.#beginning.begin(isKept(this.options) ? { unfinished, routine, link, isResumed, pageVisibility } : undefined);
  }

  /** Announces the question once, and falls silent when it is answered. */
  #say(): void {
    const { texts, speaker, settings } = this.context;
    const isAsking = this.#beginning.now?.is === 'asking';
    if (isAsking && !this.#announcer) {
      this.#announcer = new Announcer({ texts, speaker, settings: () => settings.read(), clock: clockAt(1) });
      this.#announcer.say('guidance', texts.routine.resume.title);
    } else if (!isAsking) {
      this.#announcer?.silence();
      this.#announcer = undefined;
    }
  }

  override render() {
    // The training screen has its own button for when something feels wrong.
    if (this.#isTraining) return keyed(this.visit, this.#training());
    const { texts } = this.context;
    const { wrong, keys } = texts.app.train;
    return html`${this.#beside()}<wrong-button
        .words=${wrong}
        .key=${keys.wrong}
        @red-flag-asked=${this.#wrong}
      ></wrong-button>`;
  }

  /** The screens before and after the training. */
  #beside() {
    if (this.outcome) return this.#summary(this.outcome);
    if (!this.#isDue)
      return html`<safety-screen .texts=${this.context.texts} @safety-accepted=${this.#accept}></safety-screen>`;
    const { now } = this.#beginning;
    return now?.is === 'asking' || now?.is === 'elsewhere' ? this.#question(now) : nothing;
  }

  #question(now: Extract<Beginning, { is: 'asking' | 'elsewhere' }>) {
    const { resume } = this.context.texts.routine;
    const { name, done, of } = offerOf(
      this.routine,
      now.is === 'asking' ? now.progress : { steps: [] },
      this.context.texts,
    );
    const { title, line, go, home: other } = resume.elsewhere;
    const words =
      now.is === 'elsewhere'
        ? { title, line: line(name), go, other, time: undefined }
        : {
            title: resume.title,
            line: resume.line(name, done, of),
            go: resume.go,
            other: resume.startOver,
            time: now.choice.isPaused ? resume.paused : resume.byItself,
          };
    return html`<main>
      <resume-panel
        .words=${words}
        .isHome=${now.is === 'elsewhere'}
        .remaining=${now.is === 'asking' ? now.choice.left / resumeWaits : 1}
        @resume-asked=${this.#goOn}
        @again-asked=${this.#startOver}
      ></resume-panel>
    </main>`;
  }

  #training() {
    const { context, routine, options, frames, video } = this;
    const { now } = this.#beginning;
    const { store, progress } = now?.is === 'known' ? now : { store: undefined, progress: undefined };
    const { texts, settings, speaker } = context;
    return html`<train-screen
      .setting=${sessionSetting({ routine, options, link: location.hash, given: { frames, video }, store }, context)}
      .progress=${progress}
      .voice=${{ texts, speaker, settings: () => settings.read() }}
      .isMuted=${!settings.read().voice}
      .showFigure=${context.demonstrate}
      .isFigureStill=${context.isDrawingSlow}
      .listCameras=${context.listCameras}
      .cameraChanges=${context.cameraChanges}
      .texts=${texts}
      @coached=${this.#coached}
      @training-over=${this.#over}
      @mute-asked=${this.#mute}
      @arm-chosen=${this.#chooseArm}
      @camera-chosen=${this.#chooseCamera}
      @figure-asked=${() => this.#pass('figure-asked')}
      @reload-asked=${() => context.reload()}
      @red-flag-raised=${this.#wrong}
      @left=${() => this.#pass('left')}
      @video-chosen=${({ detail }: CustomEvent<Blob>) => handVideo(this, detail)}
    ></train-screen>`;
  }

  #summary(outcome: RoutineOutcome) {
    const { routine, context } = this;
    const { texts } = context;
    const [only] = routine.steps.length === 1 ? outcome.steps : [];
    if (only?.outcome) {
      return html`<summary-screen
        .summary=${only.outcome.summary}
        .record=${only.outcome.record}
        .kept=${keptOutcome(outcome)}
        .pain=${outcome.pain}
        .texts=${texts}
        @again-asked=${this.#again}
        >${this.#notice(outcome)}${this.#kept()}</summary-screen
      >`;
    }
    return html`<routine-summary-screen
      .outcome=${outcome}
      .nameOf=${() => nameOfRoutine(routine, texts)}
      .texts=${texts}
      @again-asked=${this.#again}
      >${this.#notice(outcome)}${this.#kept()}</routine-summary-screen
    >`;
  }

  /** Whether the session is kept, and the history. */
  #kept() {
    const { texts } = this.context;
    const { keeping, link } = texts.history;
    return html`<div class="keeping" slot="keeping">
      <session-keeping
        .keeping=${this.#keeping.is}
        .words=${keeping}
        .key=${texts.app.train.keys.unkeep}
        @unkeep-asked=${this.#drop}
        @keep-asked=${this.#restore}
      ></session-keeping>
      <a class="history" href=${historyLink}>${link}</a>
    </div>`;
  }

  /** Why the session ended early, if that needs a reason. */
  #notice({ why }: RoutineOutcome) {
    if (why !== 'pain') return nothing;
    const { title, lines } = this.context.texts.safety.stopped;
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
