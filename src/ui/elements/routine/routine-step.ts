import { LitElement, css, html, nothing } from 'lit';
import type { Exercise } from '../../../engine/exercise/exercise.ts';
import type { Texts } from '../../../texts/texts.ts';
import { icons, type IconName } from '../../icons.ts';
import { base } from '../../styles/base.ts';
import { buttons } from '../../styles/buttons.ts';
import './dose-stepper.ts';
import type { Limits } from './dose-stepper.ts';
import '../figure/figure-view.ts';
import type { Demonstrate } from '../../../ports/demonstration.ts';
import { views, type View } from '../../../engine/pose/view.ts';

/** The exercise and dose of a step. */
export interface ShownStep {
  readonly exercise: Exercise;
  readonly name: string;
  readonly view: View;
  readonly reps: number;
  /** `undefined` for exercises without a hold. */
  readonly holdSeconds: number | undefined;
}

/** A change of a step. */
export type StepChange = Partial<Readonly<{ view: View; reps: number; holdSeconds: number }>>;

/** A button of a step. */
export type StepButton = 'up' | 'down' | 'take';

/**
 * An editable step of a routine. Fires `step-changed` with a `StepChange`, `step-moved` with 1 (down) or -1 (up), and
 * `step-taken`.
 */
export class RoutineStep extends LitElement {
  static override properties = {
    step: { attribute: false },
    place: { attribute: false },
    of: { attribute: false },
    limits: { attribute: false },
    showFigure: { attribute: false },
    texts: { attribute: false },
  };
  declare step: ShownStep;
  /** Its index, from 0, and the number of steps. */
  declare place: number;
  declare of: number;
  declare limits: { readonly reps: Limits; readonly holdSeconds: Limits };
  declare showFigure: Demonstrate | undefined;
  declare texts: Texts;

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        grid-template: 'figure title moves' auto 'figure doses doses' auto / auto minmax(0, 1fr) auto;
        gap: 0.5rem var(--space-m);
        align-items: center;
        padding: var(--space-s);
        border-radius: var(--radius-m);
        background: var(--surface);
        box-shadow: 0 0.5rem 1.5rem var(--shadow);
      }
      figure-view {
        --zoom: 1.12;
        grid-area: figure;
        aspect-ratio: 1;
        inline-size: 9rem;
        border-radius: var(--radius-s);
      }
      .title {
        grid-area: title;
        display: grid;
        gap: 0.15rem;
      }
      h3 {
        font-size: var(--text-l);
      }
      .title p {
        font-size: var(--text-s);
        line-height: 1.3;
        color: var(--ink-soft);
      }
      .moves {
        grid-area: moves;
        display: flex;
        gap: 0.25rem;
      }
      .moves .button {
        inline-size: 3.25rem;
        min-block-size: 3.25rem;
        padding: 0;
      }
      .button[aria-disabled='true'] {
        cursor: default;
        opacity: 0.4;
      }
      .button[aria-disabled='true']:hover {
        border-color: transparent;
      }
      .doses {
        grid-area: doses;
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-s);
        align-items: end;
      }
      .doses .button {
        min-block-size: 3.25rem;
        padding-inline: 1em;
        font-size: var(--text-s);
      }
      @media (max-width: 38rem) {
        :host {
          grid-template: 'figure title' auto 'moves moves' auto 'doses doses' auto / auto minmax(0, 1fr);
        }
        figure-view {
          inline-size: 6.5rem;
        }
        .moves .button {
          flex: 1;
        }
      }
    `,
  ];

  /** Focuses one of its buttons. */
  focusOn(button: StepButton): void {
    this.renderRoot.querySelector<HTMLElement>(`.${button}`)?.focus();
  }

  #change(change: StepChange): void {
    this.dispatchEvent(new CustomEvent<StepChange>('step-changed', { detail: change }));
  }
  #move(by: 1 | -1): void {
    this.dispatchEvent(new CustomEvent<1 | -1>('step-moved', { detail: by }));
  }
  readonly #up = (): void => this.#move(-1);
  readonly #down = (): void => this.#move(1);
  readonly #take = (): void => void this.dispatchEvent(new Event('step-taken'));

  override render() {
    const { step, place } = this;
    const words = this.texts.routine.editor;
    const { name, view } = step;
    return html`
      <figure-view
        .exercise=${step.exercise}
        .view=${view}
        .moment=${'end'}
        .showFigure=${this.showFigure}
      ></figure-view>
      <div class="title">
        <h3>${place + 1}. ${name}</h3>
        <p>${words.view[view]}</p>
      </div>
      <div class="moves">
        ${this.#button('up', 'up', words.up(name), place === 0, this.#up)}
        ${this.#button('down', 'down', words.down(name), place === this.of - 1, this.#down)}
        ${this.#button('take', 'bin', words.take(name), false, this.#take)}
      </div>
      <div class="doses">
        <dose-stepper
          .label=${words.reps}
          .of=${words.doseOf(name, words.reps)}
          .value=${step.reps}
          .limits=${this.limits.reps}
          .words=${words}
          @stepped=${({ detail }: CustomEvent<number>) => this.#change({ reps: detail })}
        ></dose-stepper>
        ${step.holdSeconds === undefined ? nothing : this.#hold(step.holdSeconds)} ${this.#otherView()}
      </div>
    `;
  }

  #hold(seconds: number) {
    const words = this.texts.routine.editor;
    return html`<dose-stepper
      .label=${words.hold}
      .of=${words.doseOf(this.step.name, words.hold)}
      .value=${seconds}
      .inWords=${words.seconds}
      .limits=${this.limits.holdSeconds}
      .words=${words}
      @stepped=${({ detail }: CustomEvent<number>) => this.#change({ holdSeconds: detail })}
    ></dose-stepper>`;
  }

  /** The button that changes the view, for exercises that can be judged from both. */
  #otherView() {
    const { exercise, name, view } = this.step;
    const other = views.find((one) => one !== view && exercise.views[one]);
    if (!other) return nothing;
    return html`<button class="button quiet" type="button" @click=${() => this.#change({ view: other })}>
      ${icons.turn}${this.texts.app.briefing.otherView[other]}<span class="unseen">: ${name}</span>
    </button>`;
  }

  #button(kind: StepButton, icon: IconName, words: string, isIdle: boolean, act: () => void) {
    // A button without effect keeps the keyboard focus.
    return html`<button
      class="button ${kind}"
      type="button"
      aria-label=${words}
      title=${words}
      aria-disabled=${isIdle}
      @click=${act}
    >
      ${icons[icon]}
    </button>`;
  }
}

customElements.define('routine-step', RoutineStep);

declare global {
  interface HTMLElementTagNameMap {
    'routine-step': RoutineStep;
  }
}
