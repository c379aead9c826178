import { LitElement, css, html, nothing } from 'lit';
import type { CoachingEvent } from '../../engine/coaching/events.ts';
import type { Exercise } from '../../engine/coaching/exercise.ts';
import type { Plan } from '../../engine/coaching/plan.ts';
import { planFor } from '../../session/plan-for.ts';
import { isOfVideo } from '../../session/problem.ts';
import type { PageFrame, OpeningProgress, OpenSource, RangeStore, SourceKind } from '../../session/ports.ts';
import type { TrainingOptions } from '../../session/training-options.ts';
import { exerciseTextsOf } from '../../texts/exercise-texts-of.ts';
import type { Texts } from '../../texts/texts.ts';
import { Training, type Outcome, type TrainingState } from '../controllers/training.ts';
import '../elements/coach-view.ts';
import '../elements/opening-progress.ts';
import type { ShowFigure } from '../elements/figure-view.ts';
import '../elements/problem-panel.ts';
import '../elements/video-panel.ts';
import { handVideo } from '../hand-video.ts';
import { base } from '../styles/base.ts';

/** Whether keys are written into an element: a page that embeds Limber may have such. */
const isWritten = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'));

/**
 * One visit of training: it opens the source once, shows how far that is, then the running session, or what went wrong.
 * It fires `coached` with each coaching event, `training-over` with the outcome, `video-chosen` and `left` when one turns back.
 */
export class TrainScreen extends LitElement {
  static override properties = {
    exercise: { attribute: false },
    options: { attribute: false },
    ranges: { attribute: false },
    openSource: { attribute: false },
    frames: { attribute: false },
    video: { attribute: false },
    showFigure: { attribute: false },
    isFigureStill: { attribute: false },
    texts: { attribute: false },
  };
  declare exercise: Exercise;
  declare options: TrainingOptions;
  /** Where the person's own ranges are kept. */
  declare ranges: RangeStore;
  declare openSource: OpenSource;
  declare frames: AsyncIterable<PageFrame> | undefined;
  declare video: Blob | undefined;
  declare showFigure: ShowFigure;
  declare isFigureStill: boolean;
  declare texts: Texts;

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        block-size: 100dvh;
        background: var(--paper);
      }
      :host > * {
        min-block-size: 0;
      }
    `,
  ];

  readonly #training = new Training(this, {
    onSight: (sight) => this.renderRoot.querySelector('coach-view')?.show(sight),
    onEvent: (event) => this.dispatchEvent(new CustomEvent<CoachingEvent>('coached', { detail: event })),
    onOver: (outcome) => this.#over(outcome),
  });
  readonly #over = (outcome: Outcome): void => {
    this.dispatchEvent(new CustomEvent<Outcome>('training-over', { detail: outcome }));
  };
  #kind: SourceKind | undefined;
  #plan: Plan | undefined;
  #hasStarted = false;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#key);
  }

  override willUpdate(): void {
    // An element that was taken away before its first update must open nothing.
    if (this.#hasStarted || this.#isWaiting || !this.isConnected) return;
    this.#hasStarted = true;
    this.#start(this.options.source);
  }

  /** Whether what is to be watched has not been handed in yet. */
  get #isWaiting(): boolean {
    const { source } = this.options;
    return (source === 'frames' && !this.frames) || (source === 'file' && !this.video);
  }

  #start(kind: SourceKind): void {
    const { exercise, options, openSource, frames, video } = this;
    // What the figure or a film shows is no range of the person before this device.
    const ranges = kind === 'camera' ? this.ranges : undefined;
    const plan = planFor(exercise, options, ranges);
    this.#kind = kind;
    this.#plan = plan;
    void this.#training.start({ plan, kind, openSource, frames, video, ranges });
  }

  readonly #key = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || isWritten(target)) return;
    if (event.key === ' ' && !(target instanceof HTMLButtonElement)) {
      event.preventDefault();
      this.#training.toggle();
    }
    if (event.key === 'Escape') this.#leave();
    if (event.key.toLowerCase() === 's') this.#skipPractice();
    if (event.key.toLowerCase() === 'r') this.#recalibrate();
  };

  readonly #leave = (): void => {
    if (this.#training.state.step === 'running') this.#training.end();
    else this.dispatchEvent(new Event('left'));
  };
  readonly #pause = (): void => this.#training.pause();
  readonly #resume = (): void => this.#training.resume();
  readonly #skipPractice = (): void => this.#training.skipPractice();
  readonly #recalibrate = (): void => this.#training.recalibrate();
  readonly #again = (): void => this.#start(this.options.source);
  readonly #figure = (): void => this.#start('figure');
  readonly #chosen = ({ detail }: CustomEvent<Blob>): void => handVideo(this, detail);

  override render() {
    const { state } = this.#training;
    switch (state.step) {
      case 'opening':
        return this.options.source === 'file' && this.#isWaiting ? this.#choice() : this.#opening(state.progress);
      case 'running':
        return this.#running(state);
      case 'problem':
        return this.#problem(state);
      case 'over':
        return nothing;
    }
  }

  #choice() {
    const { video, opening } = this.texts.app;
    const { view } = planFor(this.exercise, this.options);
    return html`<video-panel
      .heading=${video.title}
      .lead=${video.lead}
      .lines=${[video.shows[view], video.kinds]}
      .choose=${video.choose}
      .drop=${video.drop}
      .cancel=${opening.cancel}
      @video-chosen=${this.#chosen}
      @cancel-asked=${this.#leave}
    ></video-panel>`;
  }

  #opening(progress: OpeningProgress | undefined) {
    const { opening } = this.texts.app;
    const model = progress?.step === 'model' && progress.totalBytes > 0 ? progress : undefined;
    return html`<opening-progress
      .heading=${opening.title}
      .words=${this.#openingWords(progress)}
      .detail=${model ? opening.bytes(model.loadedBytes, model.totalBytes) : progress?.step === 'camera' ? opening.allow : ''}
      .share=${model && model.loadedBytes / model.totalBytes}
      .cancel=${opening.cancel}
      @cancel-asked=${this.#leave}
    ></opening-progress>`;
  }

  #openingWords(progress: OpeningProgress | undefined): string {
    const { opening } = this.texts.app;
    const { model, warmUp, camera, video } = opening;
    if (progress) return { model, 'warm-up': warmUp, camera, video }[progress.step];
    return this.#isWaiting ? opening.frames : model;
  }

  #running({ source, coaching, isPaused }: Extract<TrainingState, { step: 'running' }>) {
    const { train } = this.texts.app;
    const note = this.#kind === 'figure' ? (source.isTruth() ? train.truth : train.demo) : undefined;
    return html`<coach-view
      .picture=${source.picture}
      .isMirrored=${source.mirrored}
      .coaching=${coaching}
      .isPaused=${isPaused}
      .note=${note}
      .lasts=${source.lasts}
      .plan=${this.#plan}
      .showFigure=${this.#kind === 'figure' ? undefined : this.showFigure}
      .isFigureStill=${this.isFigureStill}
      .texts=${this.texts}
      .exerciseTexts=${exerciseTextsOf(this.texts, this.exercise.id)}
      @pause-asked=${this.#pause}
      @resume-asked=${this.#resume}
      @skip-practice-asked=${this.#skipPractice}
      @recalibrate-asked=${this.#recalibrate}
      @end-asked=${this.#leave}
    ></coach-view>`;
  }

  #problem({ kind, outcome }: Extract<TrainingState, { step: 'problem' }>) {
    const { title, whatToDo, steps } = this.texts.problems[kind];
    const { again, figure, video, another, summary } = this.texts.app.problem;
    return html`<problem-panel
      .heading=${title}
      .whatToDo=${whatToDo}
      .steps=${steps}
      .again=${isOfVideo(kind) ? undefined : again}
      .video=${this.#kind === 'file' ? another : video}
      .figure=${this.#kind === 'figure' ? undefined : figure}
      .summary=${outcome && summary}
      @again-asked=${this.#again}
      @figure-asked=${this.#figure}
      @summary-asked=${() => outcome && this.#over(outcome)}
      @video-chosen=${this.#chosen}
    ></problem-panel>`;
  }
}

customElements.define('train-screen', TrainScreen);

declare global {
  interface HTMLElementTagNameMap {
    'train-screen': TrainScreen;
  }
}
