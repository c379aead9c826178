/** A tone of a sound: its pitch in hertz, when it begins and how long it lasts, s. */
export interface Tone {
  readonly pitch: number;
  readonly at: number;
  readonly lasts: number;
}

const tones = (...all: readonly (readonly [pitch: number, at: number, lasts: number])[]): readonly Tone[] =>
  all.map(([pitch, at, lasts]) => ({ pitch, at, lasts }));

/**
 * Every sound, told apart by how many tones it has, where they go and how fast. None is above 1.1 kHz: with age the high ones
 * are lost first. Pitches are those of the equal-tempered scale.
 */
export const earconTones = {
  /** Up, slowly: it can begin. */
  ready: tones([392, 0, 0.22], [523, 0.24, 0.34]),
  /** One that stays. */
  'hold-start': tones([440, 0, 0.5]),
  /** The same twice, quickly. */
  'hold-done': tones([880, 0, 0.13], [880, 0.17, 0.2]),
  /** One short. */
  rep: tones([659, 0, 0.14]),
  /** Down. */
  adjust: tones([349, 0, 0.18], [262, 0.2, 0.28]),
  /** Four up. */
  done: tones([523, 0, 0.16], [659, 0.16, 0.16], [784, 0.32, 0.16], [1047, 0.48, 0.5]),
} as const satisfies Record<string, readonly Tone[]>;

/** The name of a sound. */
export type EarconName = keyof typeof earconTones;

/** How softly a tone begins, s: shorter ones click. */
const attack = 0.025;
/** The level of a full tone, so that it is no louder than a voice. */
const fullLevel = 0.3;
/** Near enough to nothing: an exponential fade never reaches it. */
const nothing = 0.0001;
/** The same sound within this time is one, ms. */
const sameWithin = 250;

/** The part of an audio context that sounds need. */
export type EarconContext = Pick<
  AudioContext,
  'currentTime' | 'destination' | 'state' | 'resume' | 'createGain' | 'createOscillator'
>;

const playTone = (context: EarconContext, { pitch, at, lasts }: Tone, volume: number): void => {
  const begins = context.currentTime + at;
  const ends = begins + lasts;
  const level = context.createGain();
  level.gain.setValueAtTime(nothing, begins);
  level.gain.exponentialRampToValueAtTime(Math.max(nothing, fullLevel * volume), begins + attack);
  level.gain.exponentialRampToValueAtTime(nothing, ends);
  level.connect(context.destination);
  const oscillator = context.createOscillator();
  oscillator.frequency.setValueAtTime(pitch, begins);
  oscillator.connect(level);
  oscillator.addEventListener('ended', () => level.disconnect());
  oscillator.start(begins);
  oscillator.stop(ends);
};

/**
 * Synthesises the sounds, with one audio context for all that `wake` opens within the person's first gesture. Before that, and
 * where there is no audio, nothing is heard; it never throws.
 */
export const createEarcons = (
  openContext: () => EarconContext = () => new AudioContext(),
  now: () => number = () => performance.now(),
) => {
  let context: EarconContext | undefined;
  const played = new Map<EarconName, number>();

  const wake = (): void => {
    try {
      context ??= openContext();
      // Rejected where the page is not allowed to yet; the next sound tries again.
      if (context.state !== 'running') context.resume().catch(() => undefined);
    } catch {
      context = undefined;
    }
  };

  return {
    wake,

    /** Plays a sound; `volume` 0-1. */
    play(name: EarconName, volume: number): void {
      if (volume <= 0 || now() - (played.get(name) ?? -Infinity) < sameWithin) return;
      if (context && context.state !== 'running') wake();
      // What is scheduled on a context that stands still would be heard when it goes on.
      if (context?.state !== 'running') return;
      played.set(name, now());
      for (const tone of earconTones[name]) playTone(context, tone, volume);
    },
  };
};
