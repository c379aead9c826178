import type { Texts } from '../../texts/texts.ts';
import { announce, nextAt, quiet, type AnnouncerState } from './announce.ts';
import { saying, type VoiceOutput, type UtteranceKind, type Caption } from './utterances.ts';
import type { Clock } from '../async/clock.ts';
import type { Speaker } from '../ports.ts';
import { unheard, type AnnouncerInput, type SpokenTexts } from './utterances-on.ts';
import type { Settings } from '../settings.ts';
import { Stream, type Listenable, type Unsubscribe } from '../async/stream.ts';
import type { Coaching } from '../../engine/coach/coaching.ts';
import type { Sight } from '../../engine/coach/sight.ts';
import type { CoachingEvent } from '../../engine/exercise/events.ts';

/** What the announcer needs of the world. */
export interface AnnouncerSetting {
  readonly texts: Texts;
  readonly speaker: Speaker;
  readonly clock: Clock;
  /** The settings as they are now. */
  readonly settings: () => Settings;
}

/** What the announcer hears of a workout: the coaching of now, and what each frame brings. */
export interface Announced {
  readonly coaching: Coaching;
  readonly steps: Listenable<{
    readonly sight: Sight | undefined;
    readonly coaching: Coaching;
    readonly events: readonly CoachingEvent[];
  }>;
}

/** What is said before any exercise is followed. */
const noExercise: SpokenTexts = {
  startPosture: '',
  prompts: { ready: '', working: '', holding: '', returning: '' },
};

/** Says and captions what a workout and its guide tell, one thing at a time, and lets it sound. */
export class Announcer {
  readonly #setting: AnnouncerSetting;
  readonly #captions = new Stream<Caption>();
  #exercise = noExercise;
  #state: AnnouncerState = quiet;
  #due: { readonly at: number; readonly wake: AbortController } | undefined;

  constructor(setting: AnnouncerSetting) {
    this.#setting = setting;
  }

  /** Every word that is said, also where no voice says it. */
  get captions(): Listenable<Caption> {
    return this.#captions;
  }

  /** Follows a workout until it is unsubscribed; what was said of another is forgotten. */
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

  /** Says something besides, when its turn comes. */
  say(kind: UtteranceKind, words: string): void {
    this.#hear({ is: 'utterance', utterance: saying(kind, words) });
  }

  /** Falls silent at once, and forgets what waits. */
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
    const isSpoken = voice && speaker.hasVoice;
    if (isSpoken) speaker.say(words, { rate, volume });
    this.#captions.publish({ kind, words, isSpoken });
  }

  /** Comes back when something is due, though nothing is heard until then. */
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
