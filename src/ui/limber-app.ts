import { LitElement, css, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { CoachingEvent } from '../engine/exercise/events.ts';
import type { Recording } from '../engine/pose/recording.ts';
import { planFor } from '../session/planning/plan-for.ts';
import type { PageFrame, RecordOptions } from '../session/ports.ts';
import { exerciseAlone, namedRoutines, reliefRoutine, type Routine } from '../session/planning/routines.ts';
import type { Settings } from '../session/settings.ts';
import type { TrainingOptions } from '../session/planning/training-options.ts';
import { RouteController } from './controllers/route-controller.ts';
import './elements/panels/red-flag-panel.ts';
import './elements/panels/wrong-button.ts';
import { commandOf } from './keys.ts';
import { limberEvent, type LimberEventDetail } from './limber-event.ts';
import { homeLink, trainingLink, withSource, type Route } from './routes.ts';
import './screens/briefing-screen.ts';
import './screens/home-screen.ts';
import './screens/lost-screen.ts';
import './screens/routine-editor-screen.ts';
import './screens/routine-screen.ts';
import './screens/safety-screen.ts';
import './screens/settings-screen.ts';
import './screens/session-screen.ts';
import { base } from './styles/base.ts';
import { tokens } from './styles/tokens.ts';
import type { AppContext } from './app-context.ts';

/**
 * The app: the screen that the address names. Every coaching event leaves it as a `limber-event`. A page that embeds
 * it may hand in `frames` or a `video`, which links with `source=frames` and `source=file` train against, each frame once.
 */
export class LimberApp extends LitElement {
  static override properties = {
    world: { attribute: false },
    frames: { attribute: false },
    video: { attribute: false },
    visit: { state: true },
    isAlarmed: { state: true },
  };
  declare world: AppContext | undefined;
  declare frames: AsyncIterable<PageFrame> | undefined;
  /** The video file to train against; a person may choose one as well. */
  declare video: Blob | undefined;
  /** Counts the visits of the training screen, so that each begins anew. */
  declare private visit: number;
  /** Whether something feels wrong, outside of a session. */
  declare private isAlarmed: boolean;

  static override styles = [
    tokens,
    base,
    css`
      :host {
        display: block;
        min-block-size: 100dvh;
        font-family: var(--font);
        color: var(--ink);
        background: var(--paper);
        -webkit-font-smoothing: antialiased;
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
    scrollTo(0, 0);
  });
  /** The link of the unfinished session that the person continues. */
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
    if (!this.world || this.#endings.length > 0) return;
    const { settings, speaker } = this.world;
    this.#endings = [settings.changes, speaker.voiceChanges].map((changes) =>
      changes.listen(() => this.requestUpdate()),
    );
  }

  /**
   * The keypoints of every frame of a video, as the app's own detector sees them; no exercise, and nothing is shown. Rejects with an
   * `Error` whose `kind` says why a file cannot be read, or with the signal's reason.
   */
  async record(video: Blob, options?: RecordOptions): Promise<Recording> {
    if (!this.world) throw new Error('The app has not been started.');
    return this.world.record(video, options);
  }

  readonly #coached = ({ detail }: CustomEvent<CoachingEvent>): void => {
    if (this.world) this.dispatchEvent(limberEvent(detail, this.world.texts));
  };
  readonly #goHome = (): void => {
    this.isAlarmed = false;
    location.hash = homeLink;
  };
  readonly #key = (event: KeyboardEvent): void => {
    if (commandOf(event)?.is === 'red-flag' && !this.#isSession) this.#alarm();
  };
  readonly #alarm = (): void => {
    this.isAlarmed = true;
    scrollTo(0, 0);
  };
  readonly #calm = (): void => {
    // Nobody is thrown back into an exercise that felt wrong.
    if (this.#isSession) this.#goHome();
    else this.isAlarmed = false;
  };
  readonly #accept = (): void => {
    this.#set({ safetyAcceptedAt: Date.now() });
    this.#goHome();
  };
  readonly #changed = ({ detail }: CustomEvent<Settings>): void => this.#set(detail);

  #set(change: Partial<Settings>): void {
    this.world?.settings.write({ ...this.world.settings.read(), ...change });
    this.requestUpdate();
  }

  /** Trains on a video that was chosen; the link says so, and keeps what else it asks for. */
  #watch(video: Blob, link: string): void {
    this.video = video;
    if (link === location.hash) this.visit += 1;
    else location.hash = link;
  }

  readonly #resume = ({ detail: link }: CustomEvent<string>): void => {
    this.#resumed = link;
    location.hash = link;
  };

  /** Whether the screen is a session's, which sees by itself to what feels wrong. */
  get #isSession(): boolean {
    const { screen } = this.#routes.route;
    return screen === 'training' || screen === 'routine-training';
  }

  override render() {
    if (!this.world) return nothing;
    const { texts } = this.world;
    if (this.isAlarmed) {
      return html`<red-flag-panel
        .texts=${texts}
        @back-asked=${this.#calm}
        @home-asked=${this.#goHome}
      ></red-flag-panel>`;
    }
    const { wrong, keys } = texts.app.train;
    return html`${this.#screen(this.#routes.route, this.world)}${
      this.#isSession
        ? nothing
        : html`<wrong-button .words=${wrong} .key=${keys.wrong} @red-flag-asked=${this.#alarm}></wrong-button>`
    }`;
  }

  #screen(route: Route, world: AppContext) {
    const { texts, exercises, demonstrate, routines } = world;
    switch (route.screen) {
      case 'home':
        return this.#home(world);
      case 'safety':
        return html`<safety-screen .texts=${texts} @safety-accepted=${this.#accept}></safety-screen>`;
      case 'settings':
        return html`<settings-screen
          .settings=${world.settings.read()}
          .hasVoice=${world.speaker.hasVoice}
          .texts=${texts}
          @settings-changed=${this.#changed}
          @voice-tried=${() => this.#tryVoice(world)}
        ></settings-screen>`;
      case 'briefing': {
        const exercise = exercises.find(({ id }) => id === route.id);
        if (!exercise) return this.#lost(world);
        const plan = planFor(exercise, {});
        return html`<briefing-screen
          .plan=${plan}
          .showFigure=${demonstrate}
          .texts=${texts}
          @video-chosen=${({ detail }: CustomEvent<Blob>) => this.#watch(detail, trainingLink(route.id, 'file'))}
        ></briefing-screen>`;
      }
      case 'routine':
        return this.#routinePage(route.id, world);
      case 'routine-editor':
        return html`<routine-editor-screen
          .routineId=${route.id}
          .routines=${routines}
          .exercises=${exercises}
          .showFigure=${demonstrate}
          .texts=${texts}
        ></routine-editor-screen>`;
      case 'training': {
        const isKnown = exercises.some(({ id }) => id === route.id);
        return isKnown ? this.#session(exerciseAlone(route.id), route.options, world) : this.#lost(world);
      }
      case 'routine-training': {
        const routine = namedRoutines(exercises, routines).find(({ id }) => id === route.id);
        // Where it has no exercise, its own page says why there is nothing to start.
        if (!routine || routine.steps.length === 0) return this.#routinePage(route.id, world);
        return this.#session(routine, route.options, world);
      }
      case 'lost':
        return this.#lost(world);
    }
  }

  #home({ texts, exercises, demonstrate, routines, unfinished, isKeeping }: AppContext) {
    return html`<home-screen
      .exercises=${exercises}
      .routines=${routines}
      .unfinished=${unfinished}
      .isKeeping=${isKeeping()}
      .showFigure=${demonstrate}
      .texts=${texts}
      @resume-asked=${this.#resume}
    ></home-screen>`;
  }

  #routinePage(id: string, world: AppContext) {
    const { texts, exercises, demonstrate, routines } = world;
    // As it is kept: its page says which exercises are left out.
    const routine = [reliefRoutine(exercises), ...routines.all()].find((one) => one.id === id);
    if (!routine) return this.#lost(world);
    return html`<routine-screen
      .routine=${routine}
      .exercises=${exercises}
      .showFigure=${demonstrate}
      .texts=${texts}
    ></routine-screen>`;
  }

  #tryVoice({ speaker, settings, texts }: AppContext): void {
    const { voice, sounds, rate, volume } = settings.read();
    if (voice) speaker.say(texts.settings.sample, { rate, volume });
    if (sounds) speaker.play('rep', volume);
  }

  #session(routine: Routine, options: TrainingOptions, world: AppContext) {
    return keyed(
      this.visit,
      html`<session-screen
        .world=${world}
        .routine=${routine}
        .options=${options}
        .frames=${this.frames}
        .video=${this.video}
        .isResumed=${this.#resumed === location.hash}
        @resume-asked=${({ detail: link }: CustomEvent<string>) => {
          this.#resumed = link;
          // On the way back the question would be asked again.
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

  #lost({ texts }: AppContext) {
    return html`<lost-screen .link=${location.hash} .texts=${texts}></lost-screen>`;
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
