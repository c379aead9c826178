import { LitElement, css, html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { CoachingEvent } from '../engine/coaching/events.ts';
import type { Recording } from '../engine/pose/recording.ts';
import { planFor } from '../session/plan-for.ts';
import type { PageFrame, RecordOptions } from '../session/ports.ts';
import type { RoutineProgress } from '../session/progress.ts';
import type { RoutineOutcome } from '../session/routine-outcome.ts';
import { reliefRoutine, type Routine } from '../session/routines.ts';
import type { Settings } from '../session/settings.ts';
import type { TrainingOptions } from '../session/training-options.ts';
import { RouteController } from './controllers/route-controller.ts';
import './elements/red-flag-panel.ts';
import { limberEvent, type LimberEventDetail } from './limber-event.ts';
import { homeLink, trainingLink, withSource, type Route } from './routes.ts';
import './screens/briefing-screen.ts';
import './screens/home-screen.ts';
import './screens/lost-screen.ts';
import './screens/routine-editor-screen.ts';
import './screens/routine-screen.ts';
import './screens/routine-summary-screen.ts';
import './screens/safety-screen.ts';
import './screens/settings-screen.ts';
import './screens/summary-screen.ts';
import './screens/train-screen.ts';
import { sessionSetting } from './session-setting.ts';
import { base } from './styles/base.ts';
import { tokens } from './styles/tokens.ts';
import type { World } from './world.ts';

/**
 * The app: the screen that the address names. Every coaching event leaves it as a `limber-event`. A page that embeds
 * it may hand in `frames` or a `video`, which links with `source=frames` and `source=file` train against, each frame once.
 */
export class LimberApp extends LitElement {
  static override properties = {
    world: { attribute: false },
    frames: { attribute: false },
    video: { attribute: false },
    outcome: { state: true },
    visit: { state: true },
  };
  declare world: World | undefined;
  declare frames: AsyncIterable<PageFrame> | undefined;
  /** The video file to train against; a person may choose one as well. */
  declare video: Blob | undefined;
  /** What the last session came to, while it is shown. */
  declare private outcome: RoutineOutcome | undefined;
  /** Counts the visits of the training screen, so that each begins anew. */
  declare private visit: number;

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
    `,
  ];

  readonly #routes = new RouteController(this, () => {
    this.outcome = undefined;
    this.visit += 1;
    scrollTo(0, 0);
  });
  /** The unfinished routine that the next visit goes on with. */
  #resumed: RoutineProgress | undefined;
  #endings: readonly (() => void)[] = [];

  constructor() {
    super();
    this.visit = 0;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
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
  readonly #over = ({ detail }: CustomEvent<RoutineOutcome>): void => {
    this.#resumed = undefined;
    this.outcome = detail;
    scrollTo(0, 0);
  };
  readonly #again = (): void => {
    this.outcome = undefined;
    this.visit += 1;
  };
  readonly #goHome = (): void => {
    location.hash = homeLink;
  };
  readonly #accept = (): void => this.#set({ safetyAcceptedAt: Date.now() });
  readonly #mute = (): void => this.#set({ voice: !this.world?.settings.read().voice });
  readonly #changed = ({ detail }: CustomEvent<Settings>): void => this.#set(detail);

  #set(change: Partial<Settings>): void {
    this.world?.settings.write({ ...this.world.settings.read(), ...change });
    this.requestUpdate();
  }

  /** Trains on a video that was chosen; the link says so, and keeps what else it asks for. */
  #watch(video: Blob, link: string): void {
    this.video = video;
    if (link === location.hash) this.#again();
    else location.hash = link;
  }

  #resume(progress: RoutineProgress): void {
    this.#resumed = progress;
    location.hash = progress.link;
  }

  override render() {
    return this.world ? this.#screen(this.#routes.route, this.world) : undefined;
  }

  #screen(route: Route, world: World) {
    const { texts, exercises, demonstrate, routines } = world;
    switch (route.screen) {
      case 'home':
        return this.#home(world);
      case 'safety':
        return html`<safety-screen .texts=${texts} @safety-accepted=${this.#goHome}></safety-screen>`;
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
      case 'routine': {
        const routine = this.#routine(route.id, world);
        if (!routine) return this.#lost(world);
        return html`<routine-screen
          .routine=${routine}
          .exercises=${exercises}
          .showFigure=${demonstrate}
          .texts=${texts}
        ></routine-screen>`;
      }
      case 'routine-editor':
        return html`<routine-editor-screen
          .routineId=${route.id}
          .routines=${routines}
          .exercises=${exercises}
          .showFigure=${demonstrate}
          .texts=${texts}
        ></routine-editor-screen>`;
      case 'training': {
        const exercise = exercises.find(({ id }) => id === route.id);
        if (!exercise) return this.#lost(world);
        const alone: Routine = { id: exercise.id, steps: [{ exercise: exercise.id }], restSeconds: 0 };
        return this.#session(alone, route.options, world);
      }
      case 'routine-training': {
        const routine = this.#routine(route.id, world);
        return routine && routine.steps.length > 0 ? this.#session(routine, route.options, world) : this.#lost(world);
      }
      case 'lost':
        return this.#lost(world);
    }
  }

  #home(world: World) {
    const { texts, exercises, demonstrate, routines, unfinished } = world;
    const progress = unfinished.read();
    const routine = progress && this.#routine(progress.routine, world);
    const offer = progress && {
      name: routine ? this.#nameOf(routine, world) : progress.routine,
      done: progress.steps.length,
      of: routine?.steps.length ?? 1,
    };
    return html`<home-screen
      .exercises=${exercises}
      .routines=${routines}
      .offer=${offer}
      .showFigure=${demonstrate}
      .texts=${texts}
      @resume-asked=${() => progress && this.#resume(progress)}
      @forget-asked=${() => {
        unfinished.forget();
        this.requestUpdate();
      }}
    ></home-screen>`;
  }

  #routine(id: string, { exercises, routines }: World): Routine | undefined {
    const relief = reliefRoutine(exercises);
    return id === relief.id ? relief : routines.all().find((routine) => routine.id === id);
  }

  #nameOf({ id, name }: Routine, { texts }: World): string {
    return name ?? texts.routine.names[id] ?? texts.exercises[id]?.name ?? id;
  }

  #tryVoice({ speaker, settings, texts }: World): void {
    const { voice, sounds, rate, volume } = settings.read();
    if (voice) speaker.say(texts.settings.sample, { rate, volume });
    if (sounds) speaker.play('rep', volume);
  }

  /** A guided session: what there is to read first, then the session itself, then what it came to. */
  #session(routine: Routine, asked: TrainingOptions, world: World) {
    const { texts, settings, speaker } = world;
    if (settings.read().safetyAcceptedAt === undefined)
      return html`<safety-screen .texts=${texts} @safety-accepted=${this.#accept}></safety-screen>`;
    if (this.outcome) return this.#summary(this.outcome, routine, world);
    const given = { frames: this.frames, video: this.video };
    return keyed(
      this.visit,
      html`<train-screen
        .setting=${sessionSetting(routine, asked, given, world)}
        .progress=${this.#resumed}
        .voice=${{ texts, speaker, settings: () => settings.read() }}
        .isMuted=${!settings.read().voice}
        .showFigure=${world.demonstrate}
        .isFigureStill=${world.isDrawingSlow}
        .texts=${texts}
        @coached=${this.#coached}
        @training-over=${this.#over}
        @figure-asked=${() => {
          location.hash = withSource(location.hash, 'figure');
        }}
        @mute-asked=${this.#mute}
        @left=${this.#goHome}
        @video-chosen=${({ detail }: CustomEvent<Blob>) => this.#watch(detail, withSource(location.hash, 'file'))}
      ></train-screen>`,
    );
  }

  #summary(outcome: RoutineOutcome, routine: Routine, world: World) {
    const { texts } = world;
    if (outcome.why === 'red-flag') {
      return html`<red-flag-panel
        .texts=${texts}
        @back-asked=${this.#again}
        @home-asked=${this.#goHome}
      ></red-flag-panel>`;
    }
    const [only] = routine.steps.length === 1 ? outcome.steps : [];
    if (only?.outcome) {
      return html`<summary-screen
        .summary=${only.outcome.summary}
        .record=${only.outcome.record}
        .pain=${outcome.pain}
        .texts=${texts}
        @again-asked=${this.#again}
        >${this.#notice(outcome, world)}</summary-screen
      >`;
    }
    return html`<routine-summary-screen
      .outcome=${outcome}
      .nameOf=${() => this.#nameOf(routine, world)}
      .texts=${texts}
      @again-asked=${this.#again}
      >${this.#notice(outcome, world)}</routine-summary-screen
    >`;
  }

  /** Why it ended before its time, where that has to be explained. */
  #notice({ why }: RoutineOutcome, { texts }: World) {
    if (why !== 'pain') return nothing;
    return html`<div slot="notice">
      <h2>${texts.safety.stopped.title}</h2>
      ${texts.safety.stopped.lines.map((line) => html`<p>${line}</p>`)}
    </div>`;
  }

  #lost({ texts }: World) {
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
