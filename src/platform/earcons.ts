import type { Earcon } from '../ports/earcon.ts';

/** One tone of an earcon: its pitch, hertz, and its start and duration, s. */
export interface Tone {
  readonly pitch: number;
  readonly at: number;
  readonly lasts: number;
}

const tones = (...all: readonly (readonly [pitch: number, at: number, lasts: number])[]): readonly Tone[] =>
  all.map(([pitch, at, lasts]) => ({ pitch, at, lasts }));

/**
 * All earcons, distinguished by their number of tones, direction and speed. None is above 1.1 kHz: with age high
 * frequencies are lost first. Pitches are those of the equal-tempered scale.
 */
export const earconTones = {
  /** Rising, slow: the exercise can begin. */
  ready: tones([392, 0, 0.22], [523, 0.24, 0.34]),
  /** One long tone. */
  'hold-start': tones([440, 0, 0.5]),
  /** The same tone twice, fast. */
  'hold-done': tones([880, 0, 0.13], [880, 0.17, 0.2]),
  /** One short tone. */
  rep: tones([659, 0, 0.14]),
  /** Falling. */
  adjust: tones([349, 0, 0.18], [262, 0.2, 0.28]),
  /** Four rising tones. */
  done: tones([523, 0, 0.16], [659, 0.16, 0.16], [784, 0.32, 0.16], [1047, 0.48, 0.5]),
} as const satisfies Record<Earcon, readonly Tone[]>;

/** The attack of a tone, s: shorter ones click. */
const attack = 0.025;
/** The gain at full volume, so that a tone is no louder than a voice. */
const fullLevel = 0.3;
/** The gain that counts as silence: an exponential fade never reaches zero. */
const nothing = 0.0001;
/** Within this time the same earcon is not repeated, ms. */
const sameWithin = 250;

/** The part of an audio context that earcons need. */
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
 * Synthesises the earcons with one shared audio context, which `wake` opens within the user's first gesture. Before
 * that, and without audio, nothing is heard. Never throws.
 */
export const createEarcons = (
  openContext: () => EarconContext = () => new AudioContext(),
  now: () => number = () => performance.now(),
) => {
  let context: EarconContext | undefined;
  const played = new Map<Earcon, number>();

  const wake = (): void => {
    try {
      context ??= openContext();
      // Rejects if the page is not allowed to play yet; the next earcon tries again.
      if (context.state !== 'running') context.resume().catch(() => undefined);
    } catch {
      context = undefined;
    }
  };

  return {
    wake,

    /** Plays an earcon; `volume` 0-1. */
    play(name: Earcon, volume: number): void {
      if (volume <= 0 || now() - (played.get(name) ?? -Infinity) < sameWithin) return;
      if (context && context.state !== 'running') wake();
      // Tones scheduled on a suspended context would be heard when it resumes.
      if (context?.state !== 'running') return;
      played.set(name, now());
      for (const tone of earconTones[name]) playTone(context, tone, volume);
    },
  };
};
