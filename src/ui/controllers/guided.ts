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

/** What a guided session speaks with. */
export type Voice = Omit<AnnouncerSetting, 'clock'>;

/** What a guided session tells its screen besides its state. */
export interface GuidedListener {
  readonly onSight: (sight: Sight) => void;
  readonly onEvent: (event: CoachingEvent) => void;
  readonly onOver: (outcome: RoutineOutcome) => void;
}

/** How often what counts down is shown anew, ms. */
const tick = 250;

/** Runs a guide, lets it be heard, and keeps its host up to date; whatever it opened closes when the host goes. */
export class Guided implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #listener: GuidedListener;
  #guide: Guide | undefined;
  #visit: AbortController | undefined;
  #announcer: Announcer | undefined;
  #texts: Texts | undefined;
  #caption: Caption | undefined;
  #shown: GuideState | undefined;
  /** The workout that is followed, and what ends that. */
  #followed: { readonly workout: Workout; readonly end: () => void } | undefined;

  constructor(host: ReactiveControllerHost, listener: GuidedListener) {
    this.#host = host;
    this.#listener = listener;
    host.addController(this);
  }

  /** The guide; none before the first start. */
  get guide(): Guide | undefined {
    return this.#guide;
  }

  /** What was said last. */
  get caption(): Caption | undefined {
    return this.#caption;
  }

  hostDisconnected(): void {
    this.#visit?.abort();
    this.#followed?.end();
    this.#announcer?.silence();
  }

  /** Begins; what ran before ends. */
  async start(setting: GuideSetting, voice: Voice, progress?: RoutineProgress): Promise<void> {
    const guide = (this.#guide = new Guide(setting, progress));
    this.#texts = voice.texts;
    // Words take as long as they take, however fast the figure lives.
    this.#announcer = new Announcer({ ...voice, clock: clockAt(1) });
    this.#announcer.captions.listen((caption) => {
      this.#caption = caption;
      this.#host.requestUpdate();
    });
    guide.states.listen((state) => this.#show(state));
    guide.events.listen(this.#listener.onEvent);
    await this.run();
  }

  /** Runs the guide, anew after a problem: it goes on where it was. */
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

  /** Falls silent and ends everything, in this order and at once. */
  raiseRedFlag(): void {
    this.#announcer?.silence();
    this.#guide?.raiseRedFlag();
    this.#announcer?.silence();
  }

  /** Takes how much it hurts, 0-10, and says it where that made it easier. */
  answerPain(value: number | undefined): void {
    const effect = this.#guide?.answerPain(value);
    if (effect === 'eased' && this.#texts) this.#announcer?.say('guidance', this.#texts.safety.pain.eased);
  }

  /** Falls silent; what comes next is said by the settings of then. */
  silence(): void {
    this.#announcer?.silence();
  }

  #show(state: GuideState): void {
    if (state.is !== this.#shown?.is || state.is === 'training') this.#enter(state);
    this.#shown = state;
    this.#host.requestUpdate();
    if (state.is === 'over') this.#listener.onOver(state.outcome);
  }

  /** Says what a state brings, and follows its exercise. */
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
    return exerciseTextsOf(texts, this.#guide?.planOf(step).exercise.id ?? '');
  }

  #follow(workout: Workout, step: number, texts: Texts): void {
    if (this.#followed?.workout === workout) return;
    this.#unfollow();
    const words = this.#wordsOf(step, texts);
    this.#announcer?.say('guidance', words.name);
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

  #unfollow(): void {
    this.#followed?.end();
    this.#followed = undefined;
  }

  #tick(): void {
    const is = this.#guide?.state.is;
    if (is === 'asking' || is === 'resting') this.#host.requestUpdate();
  }
}
