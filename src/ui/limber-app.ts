import { LitElement, css, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { CoachingEvent } from '../engine/exercise/events.ts';
import type { Recording } from '../engine/pose/recording.ts';
import type { PageFrame, RecordOptions } from '../session/ports.ts';
import type { Routine } from '../session/planning/routines.ts';
import type { Settings } from '../session/settings.ts';
import type { TrainingOptions } from '../session/planning/training-options.ts';
import { Foresight } from './controllers/foresight.ts';
import { RouteController } from './controllers/route-controller.ts';
import { ScreenCode } from './controllers/screen-code.ts';
import './elements/panels/problem-panel.ts';
import './elements/panels/red-flag-panel.ts';
import './elements/panels/wrong-button.ts';
import { commandOf } from './keys.ts';
import { outlookOf, screenCodes, screenOf, type ScreenActions } from './limber-app.screens.ts';
import { limberEvent, type LimberEventDetail } from './limber-event.ts';
import { homeLink, withSource } from './routes.ts';
import { aboveBar } from './styles/above-bar.ts';
import { base } from './styles/base.ts';
import { tokens } from './styles/tokens.ts';
import type { AppContext } from './app-context.ts';

/**
 * The app: it shows the screen that the address names. Every coaching event leaves it as a `limber-event`. An embedding
 * page may set `frames` or a `video`, the source of links with `source=frames` and `source=file`; each frame is used
 * once.
 */
export class LimberApp extends LitElement {
  static override properties = {
    context: { attribute: false },
    frames: { attribute: false },
    video: { attribute: false },
    visit: { state: true },
    isAlarmed: { state: true },
  };
  declare context: AppContext | undefined;
  declare frames: AsyncIterable<PageFrame> | undefined;
  /** The video file to train on; the user may choose one as well. */
  declare video: Blob | undefined;
  /** Counts visits of the training screen, so that each gets a new element. */
  declare private visit: number;
  /** Whether the user reported that something feels wrong, outside of a session. */
  declare private isAlarmed: boolean;

  static override styles = [
    tokens,
    base,
    aboveBar,
    css`
      :host {
        font-family: var(--font);
        color: var(--ink);
        background: var(--paper);
        -webkit-font-smoothing: antialiased;
      }
      .loading {
        display: grid;
        place-content: center;
        min-block-size: 100dvh;
        font-size: var(--text-xl);
        color: var(--ink-soft);
        /* Not seen where the code comes at once. */
        animation: appear 0.2s 0.4s backwards;
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
      @media print {
        :host {
          color-scheme: light;
          background: #fff;
        }
      }
    `,
  ];

  readonly #routes = new RouteController(this, () => {
    if (this.#resumed !== location.hash) this.#resumed = undefined;
    this.isAlarmed = false;
    this.visit += 1;
    this.#code.forgetMissing();
    scrollTo(0, 0);
  });
  readonly #code = new ScreenCode(this, screenCodes);
  readonly #foresight = new Foresight((outlook) => this.context?.foresee?.(outlook) ?? Promise.resolve());
  /** The link of the unfinished session that the user resumes. */
  #resumed: string | undefined;
  #endings: readonly (() => void)[] = [];

  constructor() {
    super();
    this.visit = 0;
    this.isAlarmed = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#key);
    for (const end of this.#endings) end();
    this.#endings = [];
  }

  override willUpdate(): void {
    if (!this.context || this.#endings.length > 0) return;
    const { settings, speaker, offline } = this.context;
    this.#endings = [settings.changes, speaker.voiceChanges, ...(offline ? [offline.changes] : [])].map((changes) =>
      changes.listen(() => this.requestUpdate()),
    );
  }

  /**
   * Returns the keypoints of every frame of a video from the app's own detector; no exercise runs and nothing is shown.
   * Rejects with an `Error` whose `kind` is the reason why a file cannot be read, or with the signal's reason.
   */
  async record(video: Blob, options?: RecordOptions): Promise<Recording> {
    if (!this.context) throw new Error('The app has not been started.');
    return this.context.record(video, options);
  }

  readonly #coached = ({ detail }: CustomEvent<CoachingEvent>): void => {
    if (this.context) this.dispatchEvent(limberEvent(detail, this.context.texts));
  };
  readonly #goHome = (): void => {
    this.isAlarmed = false;
    location.hash = homeLink;
  };
  readonly #key = (event: KeyboardEvent): void => {
    const characters = this.context?.settings.read().shortcuts;
    if (commandOf(event, characters)?.is === 'red-flag' && !this.#isSession) this.#alarm();
  };
  readonly #alarm = (): void => {
    this.isAlarmed = true;
    scrollTo(0, 0);
  };
  readonly #calm = (): void => {
    // The app never returns to an exercise that felt wrong.
    if (this.#isSession) this.#goHome();
    else this.isAlarmed = false;
  };
  #set(change: Partial<Settings>): void {
    this.context?.settings.write({ ...this.context.settings.read(), ...change });
    this.requestUpdate();
  }

  /** Trains on a chosen video, with a link that keeps its other options. */
  #watch(video: Blob, link: string): void {
    this.video = video;
    if (link === location.hash) this.visit += 1;
    else location.hash = link;
  }

  readonly #actions: ScreenActions = {
    acceptSafety: () => {
      this.#set({ safetyAcceptedAt: Date.now() });
      this.#goHome();
    },
    changeSettings: ({ detail }) => this.#set(detail),
    chooseArm: ({ detail: arm }) => this.#set({ arm }),
    resume: ({ detail: link }) => {
      this.#resumed = link;
      location.hash = link;
    },
    watch: (video, link) => this.#watch(video, link),
    startAfresh: () => {
      location.hash = homeLink;
      location.reload();
    },
    session: (routine, options, context) => this.#session(routine, options, context),
  };

  /** Whether the screen is a session, which handles the red flag itself. */
  get #isSession(): boolean {
    return outlookOf(this.#routes.route.screen) === 'session';
  }

  override updated(): void {
    if (!this.context) return;
    const { loadCode } = this.context;
    const { screen } = this.#routes.route;
    const opened = this.#foresight.follow({
      count: this.visit,
      outlook: this.isAlarmed ? 'other' : outlookOf(screen),
      isShown: this.#code.of(screen, loadCode) === 'ready',
    });
    void this.#code.prefetch(loadCode, opened);
  }

  override render() {
    if (!this.context) return nothing;
    const { texts } = this.context;
    if (this.isAlarmed) {
      return html`<red-flag-panel
        .texts=${texts}
        @back-asked=${this.#calm}
        @home-asked=${this.#goHome}
      ></red-flag-panel>`;
    }
    const { wrong, keys } = texts.app.train;
    return html`${this.#screen(this.context)}${
      this.#isSession
        ? nothing
        : html`<wrong-button .words=${wrong} .key=${keys.wrong} @red-flag-asked=${this.#alarm}></wrong-button>`
    }`;
  }

  /** The screen of the route; while its code is loading, or if that fails, what takes its place. */
  #screen(context: AppContext): unknown {
    const { route } = this.#routes;
    switch (this.#code.of(route.screen, context.loadCode)) {
      case 'ready':
        return screenOf(route, context, this.#actions);
      case 'loading':
        return html`<p class="loading" role="status">${context.texts.app.opening.title}</p>`;
      case 'missing':
        return this.#missing(context);
    }
  }

  #missing({ texts, reload }: AppContext) {
    const { title, whatToDo, steps } = texts.problems.code;
    return html`<problem-panel
      .heading=${title}
      .whatToDo=${whatToDo}
      .steps=${steps}
      .again=${texts.app.problem.reload}
      @again-asked=${reload}
    ></problem-panel>`;
  }

  #session(routine: Routine, options: TrainingOptions, context: AppContext) {
    return keyed(
      this.visit,
      html`<session-screen
        .context=${context}
        .routine=${routine}
        .options=${options}
        .frames=${this.frames}
        .video=${this.video}
        .isResumed=${this.#resumed === location.hash}
        @resume-asked=${({ detail: link }: CustomEvent<string>) => {
          this.#resumed = link;
          // Replaced, since going back would ask the question again.
          location.replace(link);
        }}
        @coached=${this.#coached}
        @figure-asked=${() => {
          location.hash = withSource(location.hash, 'figure');
        }}
        @red-flag-raised=${this.#alarm}
        @left=${this.#goHome}
        @video-chosen=${({ detail }: CustomEvent<Blob>) => this.#watch(detail, withSource(location.hash, 'file'))}
      ></session-screen>`,
    );
  }
}

customElements.define('limber-app', LimberApp);

declare global {
  interface HTMLElementTagNameMap {
    'limber-app': LimberApp;
  }
  interface HTMLElementEventMap {
    'limber-event': CustomEvent<LimberEventDetail>;
  }
}
