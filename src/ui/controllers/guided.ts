import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CoachingEvent } from '../../engine/exercise/events.ts';
import type { Sight } from '../../engine/coach/sight.ts';
import type { Caption } from '../../session/voice/utterances.ts';
import { Announcer, type AnnouncerSetting } from '../../session/voice/announcer.ts';
import { clockAt } from '../../session/async/clock.ts';
import type { GuideSetting } from '../../session/guide/guide-setting.ts';
import { Guide } from '../../session/guide/guide.ts';
import type { GuideState } from '../../session/guide/guide-state.ts';
import type { RoutineProgress } from '../../session/guide/progress.ts';
import type { RoutineOutcome } from '../../session/summary/routine-outcome.ts';
import type { Workout } from '../../session/workout/workout.ts';
import { exerciseTextsOf } from '../../texts/exercise-texts-of.ts';
import type { Texts } from '../../texts/texts.ts';

/** What a guided session needs to speak. */
export type Voice = Omit<AnnouncerSetting, 'clock'>;

/** Callbacks of a guided session, besides its state. */
export interface GuidedListener {
  readonly onSight: (sight: Sight) => void;
  readonly onEvent: (event: CoachingEvent) => void;
  readonly onOver: (outcome: RoutineOutcome) => void;
}

/** How often countdowns are updated, ms. */
const tick = 250;

/** Runs a guide, announces its states, and updates its host; closes everything when the host is disconnected. */
export class Guided implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #listener: GuidedListener;
  #guide: Guide | undefined;
  #visit: AbortController | undefined;
  #announcer: Announcer | undefined;
  #texts: Texts | undefined;
  #caption: Caption | undefined;
  #shown: GuideState | undefined;
  /** The id of the camera that was announced as another than the chosen one. */
  #announcedCamera: string | undefined;
  /** The current workout, and the function that stops following it. */
  #followed: { readonly workout: Workout; readonly end: () => void } | undefined;

  constructor(host: ReactiveControllerHost, listener: GuidedListener) {
    this.#host = host;
    this.#listener = listener;
    host.addController(this);
  }

  /** The guide; `undefined` before the first start. */
  get guide(): Guide | undefined {
    return this.#guide;
  }

  /** The last utterance. */
  get caption(): Caption | undefined {
    return this.#caption;
  }

  hostDisconnected(): void {
    this.#visit?.abort();
    this.#followed?.end();
    this.#announcer?.silence();
  }

  /** Starts a new guide. Resolves when its run ends. */
  async start(setting: GuideSetting, voice: Voice, progress?: RoutineProgress): Promise<void> {
    const guide = (this.#guide = new Guide(setting, progress));
    this.#texts = voice.texts;
    // Speech takes real time, whatever the playback speed of the figure.
    this.#announcer = new Announcer({ ...voice, clock: clockAt(1) });
    this.#announcer.captions.listen((caption) => {
      this.#caption = caption;
      this.#host.requestUpdate();
    });
    guide.states.listen((state) => this.#show(state));
    guide.events.listen(this.#listener.onEvent);
    await this.run();
  }

  /** Runs the guide; after a problem it resumes where it was. */
  async run(): Promise<void> {
    this.#visit?.abort();
    const { signal } = (this.#visit = new AbortController());
    const ticking = setInterval(() => this.#tick(), tick);
    try {
      await this.#guide?.run(signal);
    } finally {
      clearInterval(ticking);
    }
  }

  /** Silences the voice and ends the session, in this order and synchronously. */
  raiseRedFlag(): void {
    this.#announcer?.silence();
    this.#guide?.raiseRedFlag();
    this.#announcer?.silence();
  }

  /** Rates pain, 0-10, and announces it if that eases the next exercise; `undefined` is no answer. */
  answerPain(value: number | undefined): void {
    const effect = this.#guide?.answerPain(value);
    if (effect === 'eased' && this.#texts) this.#announcer?.say('guidance', this.#texts.safety.pain.eased);
  }

  /** Silences the voice; later utterances use the settings of that time. */
  silence(): void {
    this.#announcer?.silence();
  }

  #show(state: GuideState): void {
    if (state.is !== this.#shown?.is || state.is === 'training') this.#enter(state);
    this.#shown = state;
    this.#host.requestUpdate();
    if (state.is === 'over') this.#listener.onOver(state.outcome);
  }

  /** Announces a state, and follows the workout of a training state. */
  #enter(state: GuideState): void {
    const [announcer, texts] = [this.#announcer, this.#texts];
    if (!announcer || !texts) return;
    if (state.is !== 'training') this.#unfollow();
    if (state.is === 'training') this.#follow(state.workout, state.step, texts);
    if (state.is === 'asking') announcer.say('guidance', texts.guide.pain.spoken);
    if (state.is === 'resting') announcer.say('guidance', texts.guide.next(this.#wordsOf(state.step, texts).name));
    if (state.is === 'problem' || (state.is === 'over' && state.outcome.why === 'red-flag')) announcer.silence();
  }

  #wordsOf(step: number, texts: Texts) {
    const plan = this.#guide?.planOf(step);
    return exerciseTextsOf(texts, plan?.exercise.id ?? '', plan?.arm);
  }

  #follow(workout: Workout, step: number, texts: Texts): void {
    if (this.#followed?.workout === workout) return;
    this.#unfollow();
    const words = this.#wordsOf(step, texts);
    this.#announcer?.say('guidance', words.name);
    this.#announceCamera(texts);
    let shown = workout.coaching;
    const endings = [
      this.#announcer?.follow(workout, words),
      workout.steps.listen(({ sight, coaching, events }) => {
        if (sight) this.#listener.onSight(sight);
        if (coaching !== shown || events.length > 0) this.#host.requestUpdate();
        shown = coaching;
      }),
    ];
    this.#followed = { workout, end: () => endings.forEach((end) => end?.()) };
  }

  /** Announces once that another camera is used than the chosen one. */
  #announceCamera(texts: Texts): void {
    const camera = this.#guide?.source?.camera;
    if (camera?.isAsChosen === false && camera.deviceId !== this.#announcedCamera)
      this.#announcer?.say('guidance', texts.voice.cameraGone);
    this.#announcedCamera = camera?.isAsChosen === false ? camera.deviceId : undefined;
  }

  #unfollow(): void {
    this.#followed?.end();
    this.#followed = undefined;
  }

  #tick(): void {
    const is = this.#guide?.state.is;
    if (is === 'asking' || is === 'resting') this.#host.requestUpdate();
  }
}
