import type { Texts } from '../../texts/texts.ts';
import { announce, nextAt, quiet, type AnnouncerState } from './announce.ts';
import { saying, type VoiceOutput, type UtteranceKind, type Caption } from './utterances.ts';
import type { Clock } from '../async/clock.ts';
import type { Speaker } from '../ports.ts';
import { unheard, type AnnouncerInput, type SpokenTexts } from './utterances-on.ts';
import type { Settings } from '../settings.ts';
import { Stream, type Listenable, type Unsubscribe } from '../../async/stream.ts';
import type { Coaching } from '../../engine/coach/coaching.ts';
import type { Sight } from '../../engine/coach/sight.ts';
import type { CoachingEvent } from '../../engine/exercise/events.ts';

/** The dependencies of the announcer. */
export interface AnnouncerSetting {
  readonly texts: Texts;
  readonly speaker: Speaker;
  readonly clock: Clock;
  /** The current settings. */
  readonly settings: () => Settings;
}

/** The part of a workout that the announcer follows: the current coaching, and the result of each frame. */
export interface Announced {
  readonly coaching: Coaching;
  readonly steps: Listenable<{
    readonly sight: Sight | undefined;
    readonly coaching: Coaching;
    readonly events: readonly CoachingEvent[];
  }>;
}

/** The texts before any exercise is followed. */
const noExercise: SpokenTexts = {
  startPosture: '',
  prompts: { ready: '', working: '', holding: '', returning: '' },
};

/** Speaks and captions the utterances of a workout and its guide, one at a time, and plays the earcons. */
export class Announcer {
  readonly #setting: AnnouncerSetting;
  readonly #captions = new Stream<Caption>();
  #exercise = noExercise;
  #state: AnnouncerState = quiet;
  #due: { readonly at: number; readonly wake: AbortController } | undefined;

  constructor(setting: AnnouncerSetting) {
    this.#setting = setting;
  }

  /** A caption of every utterance that is said, also without a voice. */
  get captions(): Listenable<Caption> {
    return this.#captions;
  }

  /** Follows a workout until it is unsubscribed; the memory of an earlier workout is cleared. */
  follow(workout: Announced, exercise: SpokenTexts): Unsubscribe {
    this.#exercise = exercise;
    this.#forget();
    this.#hear({ is: 'coaching', coaching: workout.coaching });
    let input = workout.coaching;
    const stopListening = workout.steps.listen(({ sight, coaching, events }) => {
      if (coaching !== input) this.#hear({ is: 'coaching', coaching });
      input = coaching;
      for (const event of events) this.#hear({ is: 'event', event });
      if (sight) this.#hear({ is: 'hold', face: sight.hold });
    });
    return () => {
      stopListening();
      this.#forget();
    };
  }

  /** Adds an utterance from outside the workout; it is spoken in its turn. */
  say(kind: UtteranceKind, words: string): void {
    this.#hear({ is: 'utterance', utterance: saying(kind, words) });
  }

  /** Stops speaking at once, and clears the queue. */
  silence(): void {
    this.#setting.speaker.cancel();
    this.#state = { ...quiet, memory: this.#state.memory };
    this.#schedule();
  }

  #forget(): void {
    this.#state = { ...this.#state, memory: unheard };
    this.#schedule();
  }

  #hear(input: AnnouncerInput): void {
    const { texts, clock, settings } = this.#setting;
    const script = { texts, exercise: this.#exercise, ...settings() };
    const [state, outputs] = announce(script, this.#state, input, clock.now());
    this.#state = state;
    for (const output of outputs) this.#give(output);
    this.#schedule();
  }

  #give(output: VoiceOutput): void {
    const { speaker, settings } = this.#setting;
    const { voice, sounds, rate, volume } = settings();
    if (output.is === 'sound') {
      if (sounds) speaker.play(output.earcon, volume);
      return;
    }
    const { kind, words } = output;
    const isSpoken = voice && speaker.hasVoice && speaker.isSilenced !== true;
    if (isSpoken) speaker.say(words, { rate, volume });
    this.#captions.publish({ kind, words, isSpoken });
  }

  /** Schedules a wake-up for when something is due without further input. */
  #schedule(): void {
    const at = nextAt(this.#state);
    if (at === this.#due?.at) return;
    this.#due?.wake.abort();
    this.#due = undefined;
    if (at !== undefined) void this.#wakeAt(at);
  }

  async #wakeAt(at: number): Promise<void> {
    const wake = new AbortController();
    this.#due = { at, wake };
    const { clock } = this.#setting;
    await clock.wait(at - clock.now(), wake.signal);
    if (wake.signal.aborted) return;
    this.#due = undefined;
    this.#hear({ is: 'time' });
  }
}
