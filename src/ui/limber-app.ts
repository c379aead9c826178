import { LitElement, css, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { CoachingEvent } from '../engine/coaching/events.ts';
import type { Exercise } from '../engine/coaching/exercise.ts';
import { planFor } from '../session/plan-for.ts';
import type { Demonstrate, PageFrame, OpenSource, RangeStore } from '../session/ports.ts';
import type { TrainingOptions } from '../session/training-options.ts';
import type { Texts } from '../texts/texts.ts';
import { RouteController } from './controllers/route-controller.ts';
import type { Outcome } from './controllers/training.ts';
import { limberEvent, type LimberEventDetail } from './limber-event.ts';
import { homeLink, type Route } from './routes.ts';
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
  readonly demonstrate: Demonstrate;
  readonly ranges: RangeStore;
  /** Whether drawing takes time from judging here, so that the figure beside the person does not move. */
  readonly isDrawingSlow: boolean;
  readonly texts: Texts;
}

/**
 * The app: the screen that the address names. Every coaching event leaves it as a `limber-event`. A page that embeds
 * it may hand in `frames`, which links with `source=frames` train against, one by one, none dropped.
 */
export class LimberApp extends LitElement {
  static override properties = {
    world: { attribute: false },
    frames: { attribute: false },
    outcome: { state: true },
    visit: { state: true },
  };
  declare world: World | undefined;
  declare frames: AsyncIterable<PageFrame> | undefined;
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
        return html`<briefing-screen .plan=${plan} .showFigure=${demonstrate} .texts=${texts}></briefing-screen>`;
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
        .showFigure=${demonstrate}
        .isFigureStill=${isDrawingSlow}
        .texts=${texts}
        @coached=${this.#coached}
        @training-over=${this.#over}
        @left=${this.#goHome}
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
