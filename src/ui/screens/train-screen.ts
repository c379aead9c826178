import { LitElement, css, html } from 'lit';
import { isCorrectable } from '../../engine/coach/coaching.ts';
import type { CoachingEvent } from '../../engine/exercise/events.ts';
import type { CameraDevice, ListCameras } from '../../ports/camera-device.ts';
import type { GuideSetting } from '../../session/guide/guide-setting.ts';
import type { GuideState } from '../../session/guide/guide-state.ts';
import type { RoutineProgress } from '../../session/guide/progress.ts';
import { isOfDevice, isOfVideo } from '../../session/sources/problem.ts';
import type { Listenable, Unsubscribe } from '../../async/stream.ts';
import type { RoutineOutcome } from '../../session/summary/routine-outcome.ts';
import type { ArmChoice } from '../../session/settings.ts';
import type { Texts } from '../../texts/texts.ts';
import { CameraList, cameraAfter } from '../controllers/camera-list.ts';
import { Guided, type Voice } from '../controllers/guided.ts';
import { LaterFigure } from '../controllers/later-figure.ts';
import { SessionKeys } from '../controllers/session-keys.ts';
import '../elements/coach/caption-line.ts';
import { mayChangeCamera } from '../elements/coach/coach-pause.ts';
import type { Demonstrate } from '../../ports/demonstration.ts';
import '../elements/panels/wrong-button.ts';
import { focusedIn } from '../focused-in.ts';
import { handVideo } from '../hand-video.ts';
import { withSource } from '../routes.ts';
import { aboveBar } from '../styles/above-bar.ts';
import { base } from '../styles/base.ts';
import { trainState, type TrainActions } from './train-screen.states.ts';

/** How much one press extends a rest, ms. */
const longerBy = 20_000;

/**
 * One visit of a guided session: opens the source once and shows the guide's state. Fires `coached` with each coaching
 * event, `training-over` with the outcome, `arm-chosen` with the arm that trains alone from now on, `camera-chosen` with
 * the camera to use, `video-chosen`, `figure-asked` to continue with the figure, `reload-asked` to load the page again,
 * `mute-asked`, `red-flag-raised` if there is no session to end yet, and `left` if the user goes back.
 */
export class TrainScreen extends LitElement {
  static override properties = {
    setting: { attribute: false },
    progress: { attribute: false },
    showFigure: { attribute: false },
    isFigureStill: { attribute: false },
    voice: { attribute: false },
    isMuted: { attribute: false },
    listCameras: { attribute: false },
    cameraChanges: { attribute: false },
    texts: { attribute: false },
  };
  /** What is trained and with which source; training starts as soon as the source has been handed in. */
  declare setting: GuideSetting;
  /** The progress of an unfinished routine to resume. */
  declare progress: RoutineProgress | undefined;
  declare showFigure: Demonstrate | undefined;
  declare isFigureStill: boolean;
  declare voice: Voice;
  declare isMuted: boolean;
  /** Lists the cameras to choose from; `undefined` where there is no choice. */
  declare listCameras: ListCameras | undefined;
  /** Publishes when a camera was plugged in or went away. */
  declare cameraChanges: Listenable<void> | undefined;
  declare texts: Texts;

  static override styles = [
    base,
    aboveBar,
    css`
      main {
        display: grid;
        grid-template: minmax(0, 1fr) / minmax(0, 1fr);
        flex: none;
        block-size: 100dvh;
        background: var(--paper);
      }
      /* On a bright screen the caption is at the top. */
      .bright {
        grid-template-rows: min-content 1fr;
        flex: 1 0 auto;
        block-size: auto;
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
    onSight: (sight) => {
      this.renderRoot.querySelector('coach-view')?.show(sight);
      this.#figure.begin();
    },
    onEvent: (event) => this.dispatchEvent(new CustomEvent<CoachingEvent>('coached', { detail: event })),
    onOver: (outcome) => this.#actions.end(outcome),
  });
  readonly #figure = new LaterFigure(() => this.showFigure);
  readonly #cameras = new CameraList(this, () => this);
  #hasStarted = false;
  /** The state at the last update. */
  #was: GuideState['is'] | undefined;
  #stopListening: Unsubscribe | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // After a move within the page, the unfinished session resumes here.
    const is = this.#guided.guide?.state.is;
    if (this.#hasStarted && is !== 'problem' && is !== 'over') void this.#guided.run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
    this.#stopListening = undefined;
  }

  override willUpdate(): void {
    if (this.isConnected) this.#stopListening ??= this.cameraChanges?.listen(this.#cameraChanged);
    // An element removed before its first update must not open the source.
    if (this.#hasStarted || this.#isWaiting || !this.isConnected) return;
    this.#hasStarted = true;
    void this.#guided.start(this.setting, this.voice, this.progress);
  }

  override updated(): void {
    const is = this.#guided.guide?.state.is;
    // The names of the cameras are known once one was allowed.
    if (is !== this.#was && (is === 'training' || is === 'problem')) this.#cameras.refresh();
    this.#was = is;
  }

  /** The camera that would be used instead; `undefined` if there is no other, or the source is none. */
  get #otherCamera(): CameraDevice | undefined {
    if (this.setting.options.source !== 'camera') return undefined;
    const current = this.#guided.guide?.camera ?? this.voice.settings().camera;
    return cameraAfter(current, this.#cameras.found);
  }

  /** Whether a remote's key for the page before takes another camera: the user paused where no count can be corrected. */
  get #isCameraPaused(): boolean {
    const workout = this.#workout;
    return workout !== undefined && workout.isPaused && mayChangeCamera(workout.coaching) && !!this.#otherCamera;
  }

  /** Whether the source still has to be handed in. */
  get #isWaiting(): boolean {
    const { given, options } = this.setting;
    return (options.source === 'frames' && !given.frames) || (options.source === 'file' && !given.video);
  }

  /** Whether there is a session to end. */
  get #isUnderWay(): boolean {
    const is = this.#guided.guide?.state.is;
    return is === 'training' || is === 'resting' || is === 'asking';
  }

  /** Whether a problem is shown that trying again may solve: a remote has no key to press its button with. */
  get #mayRetry(): boolean {
    const state = this.#guided.guide?.state;
    return state?.is === 'problem' && !isOfVideo(state.kind);
  }

  /** Whether a problem is shown that lies in the camera itself. */
  get #isCameraLost(): boolean {
    const state = this.#guided.guide?.state;
    return state?.is === 'problem' && isOfDevice(state.kind);
  }

  /** Tries again where a camera was plugged in or became free; a refusal stays, since the browser would ask again. */
  readonly #cameraChanged = (): void => {
    if (this.#isCameraLost) this.#actions.retry();
  };

  get #workout() {
    const state = this.#guided.guide?.state;
    return state?.is === 'training' ? state.workout : undefined;
  }

  /** Whether the user paused where the count can be corrected: then a remote, which has few keys, corrects it. */
  get #isMiscountPaused(): boolean {
    const workout = this.#workout;
    if (!workout?.isPaused) return false;
    // A rest shows no count, and can be ended.
    return workout.coaching.restSeconds === undefined && isCorrectable(workout.coaching);
  }

  /** Whether one arm alone is offered: then the key for the next page of a remote takes the offer. */
  get #isOneArmOffered(): boolean {
    const workout = this.#workout;
    return workout !== undefined && !workout.isPaused && workout.coaching.loneArm !== undefined;
  }

  readonly #actions: TrainActions = {
    togglePause: () => this.#guided.guide?.togglePause(),
    next: () => {
      this.#guided.guide?.next();
      // A second press of the same button would skip what comes next.
      focusedIn(this)?.blur();
    },
    back: () => this.#guided.guide?.back(),
    longer: () => this.#guided.guide?.restLonger(longerBy),
    leave: () => {
      if (this.#isUnderWay) this.#guided.guide?.end();
      else this.dispatchEvent(new Event('left'));
    },
    mute: () => {
      this.#guided.silence();
      this.dispatchEvent(new Event('mute-asked'));
    },
    raiseRedFlag: () => {
      if (this.#isUnderWay) this.#guided.raiseRedFlag();
      else this.dispatchEvent(new Event('red-flag-raised'));
    },
    skipPractice: () => this.#workout?.skipPractice(),
    trainLoneArm: () => {
      const arm = this.#guided.guide?.trainLoneArm();
      if (arm) this.dispatchEvent(new CustomEvent<ArmChoice>('arm-chosen', { detail: arm }));
    },
    useOtherCamera: () => {
      const camera = this.#otherCamera;
      if (!camera) return;
      this.dispatchEvent(new CustomEvent<CameraDevice>('camera-chosen', { detail: camera }));
      if (this.#isCameraLost) this.#actions.retry();
      else this.#guided.guide?.reopenCamera();
    },
    // A paused user who asks for it also resumes.
    recalibrate: () => {
      this.#workout?.recalibrate();
      this.#workout?.resume();
    },
    addOne: () => this.#workout?.correctCount(1),
    takeBack: () => this.#workout?.correctCount(-1),
    answerPain: ({ detail }) => this.#guided.answerPain(detail),
    retry: () => void this.#guided.run(),
    useFigure: () => void this.dispatchEvent(new Event('figure-asked')),
    reload: () => void this.dispatchEvent(new Event('reload-asked')),
    useCamera: () => {
      location.hash = withSource(location.hash, 'camera');
    },
    chooseVideo: ({ detail }) => handVideo(this, detail),
    end: (outcome) => void this.dispatchEvent(new CustomEvent<RoutineOutcome>('training-over', { detail: outcome })),
  };

  constructor() {
    super();
    const { togglePause, next, back, leave, mute, raiseRedFlag, skipPractice, recalibrate } = this.#actions;
    const { addOne, takeBack, trainLoneArm, useOtherCamera, retry } = this.#actions;
    const commands = {
      pause: () => (this.#mayRetry ? retry() : togglePause()),
      next: (isPage: boolean) => {
        if (this.#mayRetry) retry();
        else if (isPage && this.#isMiscountPaused) addOne();
        else if (isPage && this.#isOneArmOffered) trainLoneArm();
        else next();
      },
      back: (isPage: boolean) => {
        if (this.#isCameraLost || (isPage && this.#isCameraPaused)) useOtherCamera();
        else if (isPage && this.#isMiscountPaused) takeBack();
        else back();
      },
      'add-one': addOne,
      'take-back': takeBack,
      end: leave,
      mute,
      'red-flag': raiseRedFlag,
      'skip-practice': skipPractice,
      'one-arm': trainLoneArm,
      'other-camera': useOtherCamera,
      recalibrate,
      'keep-movement': () => this.#guided.guide?.toggleMovement(),
      unkeep: () => undefined,
    };
    const ratePain = (value: number): void => this.#guided.answerPain(value);
    this.addController(new SessionKeys(commands, ratePain, () => this.voice.settings().shortcuts));
  }

  override render() {
    const { wrong, keys } = this.texts.app.train;
    // The coach's view has its own button for this; the rest between two sets has not.
    if (this.#workout && this.#workout.coaching.restSeconds === undefined) return html`<main>${this.#state()}</main>`;
    const { caption } = this.#guided;
    return html`<main class="bright">
        <caption-line .words=${caption?.words ?? ''} .isSpoken=${caption?.isSpoken ?? false}></caption-line>
        ${this.#state()}
      </main>
      <wrong-button .words=${wrong} .key=${keys.wrong} @red-flag-asked=${this.#actions.raiseRedFlag}></wrong-button>`;
  }

  #state() {
    const { setting, showFigure, isFigureStill, isMuted, texts } = this;
    const { guide, caption } = this.#guided;
    const [isWaiting, actions] = [this.#isWaiting, this.#actions];
    const hasOtherCamera = this.#otherCamera !== undefined;
    return trainState({
      setting,
      guide,
      caption,
      isWaiting,
      hasOtherCamera,
      showFigure: showFigure && this.#figure.show,
      isFigureStill,
      isMuted,
      texts,
      actions,
    });
  }
}

customElements.define('train-screen', TrainScreen);

declare global {
  interface HTMLElementTagNameMap {
    'train-screen': TrainScreen;
  }
}
