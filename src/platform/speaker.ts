import { createEarcons } from './earcons.ts';
import type { Earcon } from '../ports/earcon.ts';

/** How words are spoken: `rate` 1 is the voice's normal rate; `volume` 0-1. */
interface Manner {
  readonly rate: number;
  readonly volume: number;
}

/** The part of speech synthesis that a speaker needs. */
export type Synthesis = Pick<SpeechSynthesis, 'cancel' | 'getVoices' | 'resume' | 'speak'> &
  Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;

/** The dependencies of a speaker; tests pass others. */
export interface SpeakerSetting {
  /** `undefined` if the browser cannot speak. */
  readonly synthesis?: Synthesis | undefined;
  readonly earcons?: ReturnType<typeof createEarcons>;
  /** The target of the events of the user's first gesture, and of the page being left. */
  readonly page?: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
  /** Whether the user has touched the page: browsers are silent before. */
  readonly isTouched?: () => boolean;
  /** The languages that the user prefers, as in `navigator`. */
  readonly preferred?: readonly string[];
}

/**
 * The gap between a cancel and the next words, ms: Chrome drops words that follow a cancel at once; fifty are enough,
 * as others have found.
 */
const gapAfterCancel = 60;

/** The events that browsers accept as a gesture: a touch only when the finger is lifted. */
const gestures = ['pointerup', 'keydown'] as const;

/** As in `en-GB`, but in lower case; Android writes `en_GB`. */
const tagOf = ({ lang }: SpeechSynthesisVoice): string => lang.replaceAll('_', '-').toLowerCase();

/**
 * The language of a voice in two letters, where it has such a code: some engines write three, as in `eng-GBR`. As written
 * where it is no language.
 */
const languageOf = (voice: SpeechSynthesisVoice): string => {
  const [language = ''] = tagOf(voice).split('-');
  return attempt(() => new Intl.Locale(language).language) ?? language;
};

/** The best voice of a language that needs no network: words never leave the device. `undefined` if there is none. */
export const chooseVoice = (
  voices: readonly SpeechSynthesisVoice[],
  language: string,
  preferred: readonly string[],
): SpeechSynthesisVoice | undefined => {
  const local = voices.filter((voice) => voice.localService && languageOf(voice) === language);
  const wished = preferred.flatMap((tag) => local.filter((voice) => tagOf(voice) === tag.toLowerCase()));
  return wished.find((voice) => voice.default) ?? wished[0] ?? local.find((voice) => voice.default) ?? local[0];
};

const browserSynthesis = (): Synthesis | undefined => ('speechSynthesis' in globalThis ? speechSynthesis : undefined);

/** Whether the page was touched; true if the browser does not report it, since it then decides itself. */
const wasTouched = (): boolean => ('userActivation' in navigator ? navigator.userActivation.hasBeenActive : true);

/**
 * Speaks with a voice of this device and plays earcons. Never throws and never waits: without a voice, or before the
 * user has touched the page, it is silent. `language` is that of the words, such as `en`.
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
    // Chrome stays paused permanently if a page was left while it spoke.
    synthesis.resume();
    synthesis.speak(utterance);
  };

  const greet = (): void => {
    for (const gesture of gestures) page.removeEventListener(gesture, greet, { capture: true });
    earcons.wake();
    // On iOS a voice is only heard after a first use within a gesture.
    attempt(() => speak('', { rate: 1, volume: 0 }));
  };
  for (const gesture of gestures) page.addEventListener(gesture, greet, { capture: true });
  // Chrome keeps speaking after its page is left.
  page.addEventListener('pagehide', cancel);

  return {
    /** Whether there is a voice of this device; on many it becomes available shortly after the page has loaded. */
    get hasVoice(): boolean {
      return voice() !== undefined;
    },

    /** Whether nothing is spoken yet, since browsers want a page to be touched first. */
    get isSilenced(): boolean {
      return !isTouched();
    },

    /** Speaks words and cancels those being spoken; they must be few, since Chrome stalls on long ones. */
    say(words: string, manner: Manner): void {
      if (!isTouched() || voice() === undefined) return;
      cancel();
      waiting = setTimeout(() => attempt(() => speak(words, manner)), gapAfterCancel);
    },

    /** Plays an earcon, also while the voice speaks; `volume` 0-1. */
    play(earcon: Earcon, volume: number): void {
      attempt(() => earcons.play(earcon, volume));
    },

    cancel,

    /** Calls the listener each time voices become available or unavailable. */
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

/** Runs what a browser may refuse and returns `undefined` if it throws: training continues without a voice. */
const attempt = <T>(action: () => T): T | undefined => {
  try {
    return action();
  } catch {
    return undefined;
  }
};
