import { createEarcons, type EarconName } from './earcons.ts';

/** How words are said: as fast as the voice likes where `rate` is 1; `volume` 0-1. */
interface Manner {
  readonly rate: number;
  readonly volume: number;
}

/** The part of speech synthesis that a speaker needs. */
export type Synthesis = Pick<SpeechSynthesis, 'cancel' | 'getVoices' | 'resume' | 'speak'> &
  Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;

/** What a speaker takes from the browser; given another in tests. */
export interface SpeakerSetting {
  /** None where the browser cannot speak. */
  readonly synthesis?: Synthesis | undefined;
  readonly earcons?: ReturnType<typeof createEarcons>;
  /** Where the person's first touch or key is heard, and that the page goes. */
  readonly page?: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  /** Whether somebody has touched the page: browsers are silent before. */
  readonly isTouched?: () => boolean;
  /** The languages that the person prefers, as in `navigator`. */
  readonly preferred?: readonly string[];
}

/** Chrome drops words that come at once after silence was asked for, ms: fifty are enough, as others have found. */
const gapAfterCancel = 60;

/** What browsers take as a gesture: a finger only when it is lifted. */
const gestures = ['pointerup', 'keydown'] as const;

/** As in `en-GB`; Android writes `en_GB`. */
const tagOf = ({ lang }: SpeechSynthesisVoice): string => lang.replaceAll('_', '-').toLowerCase();

/** The best voice of a language that needs no network: words never leave the device. `undefined` where there is none. */
export const chooseVoice = (
  voices: readonly SpeechSynthesisVoice[],
  language: string,
  preferred: readonly string[],
): SpeechSynthesisVoice | undefined => {
  const local = voices.filter((voice) => voice.localService && tagOf(voice).split('-')[0] === language);
  const wished = preferred.flatMap((tag) => local.filter((voice) => tagOf(voice) === tag.toLowerCase()));
  return wished.find((voice) => voice.default) ?? wished[0] ?? local.find((voice) => voice.default) ?? local[0];
};

const browserSynthesis = (): Synthesis | undefined => ('speechSynthesis' in globalThis ? speechSynthesis : undefined);

/** Whether the page was touched; a browser that does not tell decides for itself. */
const wasTouched = (): boolean => ('userActivation' in navigator ? navigator.userActivation.hasBeenActive : true);

/**
 * Speaks with a voice of this device and plays sounds. It never throws and never waits: where there is no voice, or before the
 * person has touched the page, it is silent. `language` is that of the words, such as `en`.
 */
export const createSpeaker = (
  language: string,
  {
    synthesis = browserSynthesis(),
    earcons = createEarcons(),
    page = globalThis,
    isTouched = wasTouched,
    preferred = navigator.languages,
  }: SpeakerSetting = {},
) => {
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const voice = (): SpeechSynthesisVoice | undefined =>
    attempt(() => chooseVoice(synthesis?.getVoices() ?? [], language, preferred));

  const cancel = (): void => {
    clearTimeout(waiting);
    attempt(() => synthesis?.cancel());
  };

  const speak = (words: string, { rate, volume }: Manner): void => {
    const chosen = voice();
    if (!chosen || !synthesis) return;
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.voice = chosen;
    utterance.lang = chosen.lang;
    utterance.rate = rate;
    utterance.volume = volume;
    // Chrome stays paused for good where a page was left while it spoke.
    synthesis.resume();
    synthesis.speak(utterance);
  };

  const greet = (): void => {
    for (const gesture of gestures) page.removeEventListener(gesture, greet, { capture: true });
    earcons.wake();
    // On iOS a voice is only heard after it was asked for within a gesture.
    attempt(() => speak('', { rate: 1, volume: 0 }));
  };
  for (const gesture of gestures) page.addEventListener(gesture, greet, { capture: true });
  // Chrome talks on when its page is gone.
  page.addEventListener('pagehide', cancel);

  return {
    /** Whether there is a voice of this device; on many it comes a moment after the page. */
    get hasVoice(): boolean {
      return voice() !== undefined;
    },

    /** Says words in the place of those that are being said; they are few, since Chrome stalls on long ones. */
    say(words: string, manner: Manner): void {
      if (!isTouched() || voice() === undefined) return;
      cancel();
      waiting = setTimeout(() => attempt(() => speak(words, manner)), gapAfterCancel);
    },

    /** Plays a sound besides the voice; `volume` 0-1. */
    play(earcon: EarconName, volume: number): void {
      attempt(() => earcons.play(earcon, volume));
    },

    cancel,

    /** Hears each time that voices come or go. */
    voiceChanges: {
      listen(listener: () => void): () => void {
        const hear = (): void => listener();
        attempt(() => synthesis?.addEventListener('voiceschanged', hear));
        return () => {
          attempt(() => synthesis?.removeEventListener('voiceschanged', hear));
        };
      },
    },
  };
};

/** Tries what a browser may refuse; a trainer that cannot speak still trains. */
const attempt = <T>(action: () => T): T | undefined => {
  try {
    return action();
  } catch {
    return undefined;
  }
};
