import { LitElement, css, html, nothing } from 'lit';
import type { CoachingEvent } from '../../engine/exercise/events.ts';
import type { Plan } from '../../engine/rules/plan.ts';
import { kindsInView } from '../../session/voice/utterances.ts';
import { painWaits, type GuideSetting } from '../../session/guide/guide.ts';
import type { GuideState } from '../../session/guide/guide-state.ts';
import { planFor } from '../../session/planning/plan-for.ts';
import type { OpeningProgress, SourceKind } from '../../session/ports.ts';
import { isOfVideo } from '../../session/sources/problem.ts';
import type { RoutineProgress } from '../../session/guide/progress.ts';
import type { RoutineOutcome, RoutineStepOutcome } from '../../session/summary/routine-outcome.ts';
import { plannedSteps } from '../../session/planning/routines.ts';
import type { Workout } from '../../session/workout/workout.ts';
import { exerciseTextsOf } from '../../texts/exercise-texts-of.ts';
import type { Texts } from '../../texts/texts.ts';
import { Guided, type Voice } from '../controllers/guided.ts';
import '../elements/coach/caption-line.ts';
import '../elements/coach/coach-view.ts';
import type { ShowFigure } from '../elements/figure/figure-view.ts';
import '../elements/panels/opening-progress.ts';
import '../elements/panels/pain-check.ts';
import type { PainAnswered } from '../elements/panels/pain-check.ts';
import '../elements/panels/problem-panel.ts';
import '../elements/panels/rest-panel.ts';
import type { RestPanel } from '../elements/panels/rest-panel.ts';
import '../elements/panels/video-panel.ts';
import '../elements/panels/wrong-button.ts';
import { handVideo } from '../hand-video.ts';
import { commandOf, type Command } from '../keys.ts';
import { base } from '../styles/base.ts';

/** How much longer a rest is made at a time, ms. */
const longerBy = 20_000;

/** How long a 1 waits for a 0, so that ten can be said by keys, ms. */
const tenWaits = 1000;

type Of<Is extends GuideState['is']> = Extract<GuideState, { is: Is }>;

/**
 * One visit of a guided session: it opens the source once and shows what the guide says: how far that is, the question for pain,
 * the running exercise, the rest, or what went wrong. It fires `coached` with each coaching event, `training-over` with the outcome,
 * `video-chosen`, `figure-asked` where one goes on with the figure, `red-flag-raised` where there is nothing yet to be ended, and `left`
 * when one turns back.
 */
export class TrainScreen extends LitElement {
  static override properties = {
    setting: { attribute: false },
    progress: { attribute: false },
    showFigure: { attribute: false },
    isFigureStill: { attribute: false },
    voice: { attribute: false },
    isMuted: { attribute: false },
    texts: { attribute: false },
  };
  /** What is trained and against what; it begins as soon as what is to be watched has been handed in. */
  declare setting: GuideSetting;
  /** An unfinished routine to go on with. */
  declare progress: RoutineProgress | undefined;
  declare showFigure: ShowFigure;
  declare isFigureStill: boolean;
  declare voice: Voice;
  declare isMuted: boolean;
  declare texts: Texts;

  static override styles = [
    base,
    css`
      main {
        display: grid;
        grid-template: minmax(0, 1fr) / minmax(0, 1fr);
        block-size: 100dvh;
        background: var(--paper);
      }
      /* On a bright screen what is said stands above. */
      .bright {
        grid-template-rows: min-content minmax(0, 1fr);
        /* Nothing to be pressed lies under the button for when something feels wrong. */
        padding-block-end: calc(var(--touch) + 1rem);
      }
      caption-line {
        padding: max(1rem, env(safe-area-inset-top)) var(--edge) 0;
        font-size: clamp(1.25rem, 4.6vh, 6vw);
        text-align: center;
        color: var(--brand);
        text-shadow: none;
      }
    `,
  ];

  readonly #guided = new Guided(this, {
    onSight: (sight) => this.renderRoot.querySelector('coach-view')?.show(sight),
    onEvent: (event) => this.dispatchEvent(new CustomEvent<CoachingEvent>('coached', { detail: event })),
    onOver: (outcome) => this.#over(outcome),
  });
  #hasStarted = false;
  #one: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#key);
    // Moved to another place in the page: what was left there goes on here.
    const is = this.#guided.guide?.state.is;
    if (this.#hasStarted && is !== 'problem' && is !== 'over') void this.#guided.run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#key);
    clearTimeout(this.#one);
  }

  override willUpdate(): void {
    // An element that was taken away before its first update must open nothing.
    if (this.#hasStarted || this.#isWaiting || !this.isConnected) return;
    this.#hasStarted = true;
    void this.#guided.start(this.setting, this.voice, this.progress);
  }

  get #source(): SourceKind {
    return this.setting.options.source;
  }

  /** Whether what is to be watched has not been handed in yet. */
  get #isWaiting(): boolean {
    const { given } = this.setting;
    return (this.#source === 'frames' && !given.frames) || (this.#source === 'file' && !given.video);
  }

  readonly #over = (outcome: RoutineOutcome): void => {
    this.dispatchEvent(new CustomEvent<RoutineOutcome>('training-over', { detail: outcome }));
  };

  readonly #key = (event: KeyboardEvent): void => {
    const command = commandOf(event);
    if (!command) return;
    if (command.is === 'digit') return this.#digit(command.digit);
    if (command.is === 'pause') event.preventDefault();
    this.#commands[command.is]();
  };

  /** A digit says how much it hurts; ten is a 1 and a 0. */
  #digit(digit: number): void {
    const isTen = this.#one !== undefined && digit === 0;
    clearTimeout(this.#one);
    this.#one = undefined;
    if (isTen || digit !== 1) return this.#guided.answerPain(isTen ? 10 : digit);
    this.#one = setTimeout(() => {
      this.#one = undefined;
      this.#guided.answerPain(1);
    }, tenWaits);
  }

  /** Whether there is a session that could be ended. */
  get #isUnderWay(): boolean {
    const is = this.#guided.guide?.state.is;
    return is === 'training' || is === 'resting' || is === 'asking';
  }

  readonly #leave = (): void => {
    if (this.#isUnderWay) this.#guided.guide?.end();
    else this.dispatchEvent(new Event('left'));
  };
  readonly #raiseRedFlag = (): void => {
    if (this.#isUnderWay) this.#guided.raiseRedFlag();
    else this.dispatchEvent(new Event('red-flag-raised'));
  };
  readonly #mute = (): void => {
    this.#guided.silence();
    this.dispatchEvent(new Event('mute-asked'));
  };
  readonly #toggle = (): void => this.#guided.guide?.togglePause();
  readonly #next = (): void => this.#guided.guide?.next();
  readonly #back = (): void => this.#guided.guide?.back();
  readonly #longer = (): void => this.#guided.guide?.restLonger(longerBy);
  readonly #answer = ({ detail }: PainAnswered): void => this.#guided.answerPain(detail);
  readonly #skipPractice = (): void => this.#workout?.skipPractice();
  /** Asked for by the person, who goes on with it where they had paused. */
  readonly #recalibrate = (): void => {
    this.#workout?.recalibrate();
    this.#workout?.resume();
  };
  readonly #again = (): void => void this.#guided.run();
  readonly #figure = (): void => void this.dispatchEvent(new Event('figure-asked'));
  readonly #chosen = ({ detail }: CustomEvent<Blob>): void => handVideo(this, detail);

  readonly #commands: Readonly<Record<Exclude<Command['is'], 'digit'>, () => void>> = {
    pause: this.#toggle,
    next: this.#next,
    back: this.#back,
    end: this.#leave,
    mute: this.#mute,
    'red-flag': this.#raiseRedFlag,
    'skip-practice': this.#skipPractice,
    recalibrate: this.#recalibrate,
  };

  get #workout() {
    const state = this.#guided.guide?.state;
    return state?.is === 'training' ? state.workout : undefined;
  }

  override render() {
    const { wrong, keys } = this.texts.app.train;
    // The running exercise has a button of its own.
    if (this.#workout) return html`<main>${this.#screen()}</main>`;
    const { caption } = this.#guided;
    return html`<main class="bright">
        <caption-line .words=${caption?.words ?? ''} .isSpoken=${caption?.isSpoken ?? false}></caption-line>
        ${this.#screen()}
      </main>
      <wrong-button .words=${wrong} .key=${keys.wrong} @red-flag-asked=${this.#raiseRedFlag}></wrong-button>`;
  }

  #screen() {
    if (this.#isWaiting && this.#source === 'file') return this.#choice();
    const state: GuideState = this.#guided.guide?.state ?? { is: 'opening', progress: undefined };
    switch (state.is) {
      case 'opening':
        return this.#opening(state.progress);
      case 'asking':
        return this.#asking(state);
      case 'training':
        return this.#training(state);
      case 'resting':
        return this.#resting(state);
      case 'problem':
        return this.#problem(state);
      case 'over':
        return nothing;
    }
  }

  #did({ exercise, outcome }: RoutineStepOutcome): string {
    const { guide } = this.texts;
    const { name } = exerciseTextsOf(this.texts, exercise);
    if (!outcome) return guide.skipped(name);
    const { repetitions, timed, ofRepetitions } = outcome.summary;
    return guide.did(name, repetitions.length + timed, ofRepetitions);
  }

  #choice() {
    const { video, opening } = this.texts.app;
    const { routine, exercises, options } = this.setting;
    const [first] = plannedSteps(routine, exercises);
    const view = first ? planFor(first.plan.exercise, options).view : 'front';
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

  #asking({ moment, choice }: Of<'asking'>) {
    const { pain } = this.texts.guide;
    return html`<pain-check
      .question=${moment === 'before' ? pain.before : pain.after}
      .remaining=${choice.left / painWaits}
      .isPaused=${choice.isPaused}
      .texts=${this.texts}
      @pain-answered=${this.#answer}
    ></pain-check>`;
  }

  #training({ workout, step }: Of<'training'>) {
    if (workout.coaching.restSeconds !== undefined)
      return this.#restingBetweenSets(workout, workout.coaching.restSeconds);
    const { train } = this.texts.app;
    const { routine } = this.setting;
    const source = this.#guided.guide?.source;
    const isFigure = this.#source === 'figure';
    const note = isFigure ? (source?.usesGroundTruth() ? train.truth : train.demo) : undefined;
    const { caption } = this.#guided;
    const names = routine.steps.map(({ exercise }) => exerciseTextsOf(this.texts, exercise).name);
    return html`<coach-view
      .picture=${source?.picture}
      .isMirrored=${source?.mirrored ?? false}
      .coaching=${workout.coaching}
      .isPaused=${workout.isPaused}
      .isMuted=${this.isMuted}
      .caption=${caption && !kindsInView.has(caption.kind) ? caption.words : ''}
      .isSpoken=${caption?.isSpoken ?? false}
      .note=${note}
      .lasts=${source?.lasts}
      .plan=${workout.plan}
      .progress=${names.length > 1 ? { done: step, of: names.length, names } : undefined}
      .showFigure=${isFigure ? undefined : this.showFigure}
      .isFigureStill=${this.isFigureStill}
      .texts=${this.texts}
      .exerciseTexts=${exerciseTextsOf(this.texts, workout.plan.exercise.id)}
      @pause-asked=${this.#toggle}
      @resume-asked=${this.#toggle}
      @skip-practice-asked=${this.#skipPractice}
      @recalibrate-asked=${this.#recalibrate}
      @skip-asked=${this.#next}
      @repeat-asked=${this.#back}
      @mute-asked=${this.#mute}
      @red-flag-asked=${this.#raiseRedFlag}
      @end-asked=${this.#leave}
    ></coach-view>`;
  }

  #resting({ step, last, choice }: Of<'resting'>) {
    const plan = this.#guided.guide?.planOf(step);
    if (!plan) return nothing;
    const { name } = exerciseTextsOf(this.texts, plan.exercise.id);
    const turn = last.outcome && last.outcome.record.view !== plan.view ? plan.view : undefined;
    const secondsLeft = Math.ceil(choice.left / 1000);
    return this.#restPanel(plan, { done: this.#did(last), name, turn, secondsLeft, isPaused: choice.isPaused });
  }

  #restingBetweenSets({ plan, coaching, isPaused }: Workout, secondsLeft: number) {
    const { name } = exerciseTextsOf(this.texts, plan.exercise.id);
    const { set, ofSets } = coaching;
    const done = this.texts.guide.setDone(set - 1, ofSets);
    const next = `${name}, ${this.texts.app.train.set(set, ofSets)}`;
    return this.#restPanel(plan, { done, name: next, turn: undefined, secondsLeft, isPaused });
  }

  #restPanel(plan: Plan, rest: Pick<RestPanel, 'done' | 'name' | 'turn' | 'secondsLeft' | 'isPaused'>) {
    return html`<rest-panel
      .done=${rest.done}
      .exercise=${plan.exercise}
      .view=${plan.view}
      .name=${rest.name}
      .turn=${rest.turn}
      .secondsLeft=${rest.secondsLeft}
      .isPaused=${rest.isPaused}
      .showFigure=${this.showFigure}
      .texts=${this.texts}
      @next-asked=${this.#next}
      @repeat-asked=${this.#back}
      @pause-asked=${this.#toggle}
      @resume-asked=${this.#toggle}
      @longer-asked=${this.#longer}
      @end-asked=${this.#leave}
    ></rest-panel>`;
  }

  #problem({ kind, outcome }: Of<'problem'>) {
    const { title, whatToDo, steps } = this.texts.problems[kind];
    const { again, figure, video, another, summary } = this.texts.app.problem;
    return html`<problem-panel
      .heading=${title}
      .whatToDo=${whatToDo}
      .steps=${steps}
      .again=${isOfVideo(kind) ? undefined : again}
      .video=${this.#source === 'file' ? another : video}
      .figure=${this.#source === 'figure' ? undefined : figure}
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
