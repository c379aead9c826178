import { LitElement, css, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { CoachingEvent } from '../engine/coaching/events.ts';
import type { Exercise } from '../engine/coaching/exercise.ts';
import type { Recording } from '../engine/pose/recording.ts';
import { planFor } from '../session/plan-for.ts';
import type { Demonstrate, OpenSource, PageFrame, RangeStore, RecordOptions, RecordVideo } from '../session/ports.ts';
import type { TrainingOptions } from '../session/training-options.ts';
import type { Texts } from '../texts/texts.ts';
import { RouteController } from './controllers/route-controller.ts';
import type { Outcome } from './controllers/training.ts';
import { limberEvent, type LimberEventDetail } from './limber-event.ts';
import { homeLink, trainingLink, withSource, type Route } from './routes.ts';
import './screens/briefing-screen.ts';
import './screens/home-screen.ts';
import './screens/lost-screen.ts';
import './screens/summary-screen.ts';
import './screens/train-screen.ts';
import { base } from './styles/base.ts';
import { tokens } from './styles/tokens.ts';

/** What the app needs of the world; the composition root hands it in. */
export interface World {
  readonly exercises: readonly Exercise[];
  readonly openSource: OpenSource;
  readonly record: RecordVideo;
  readonly demonstrate: Demonstrate;
  readonly ranges: RangeStore;
  /** Whether drawing takes time from judging here, so that the figure beside the person does not move. */
  readonly isDrawingSlow: boolean;
  readonly texts: Texts;
}

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
  declare private outcome: Outcome | undefined;
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

  constructor() {
    super();
    this.visit = 0;
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
  readonly #over = ({ detail }: CustomEvent<Outcome>): void => {
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

  /** Trains on a video that was chosen; the link says so, and keeps what else it asks for. */
  #watch(video: Blob, link: string): void {
    this.video = video;
    if (link === location.hash) this.#again();
    else location.hash = link;
  }

  override render() {
    return this.world ? this.#screen(this.#routes.route, this.world) : undefined;
  }

  #screen(route: Route, world: World) {
    const { texts, exercises, demonstrate } = world;
    switch (route.screen) {
      case 'home':
        return html`<home-screen .exercises=${exercises} .showFigure=${demonstrate} .texts=${texts}></home-screen>`;
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
      case 'training': {
        const exercise = exercises.find(({ id }) => id === route.id);
        return exercise ? this.#training(exercise, route.options, world) : this.#lost(world);
      }
      case 'lost':
        return this.#lost(world);
    }
  }

  #training(exercise: Exercise, options: TrainingOptions, world: World) {
    const { texts, openSource, demonstrate, ranges, isDrawingSlow } = world;
    if (this.outcome) {
      return html`<summary-screen
        .summary=${this.outcome.summary}
        .record=${this.outcome.record}
        .texts=${texts}
        @again-asked=${this.#again}
      ></summary-screen>`;
    }
    return keyed(
      this.visit,
      html`<train-screen
        .exercise=${exercise}
        .options=${options}
        .ranges=${ranges}
        .openSource=${openSource}
        .frames=${this.frames}
        .video=${this.video}
        .showFigure=${demonstrate}
        .isFigureStill=${isDrawingSlow}
        .texts=${texts}
        @coached=${this.#coached}
        @training-over=${this.#over}
        @left=${this.#goHome}
        @video-chosen=${({ detail }: CustomEvent<Blob>) => this.#watch(detail, withSource(location.hash, 'file'))}
      ></train-screen>`,
    );
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
