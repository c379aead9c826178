import { rankOf, type UtteranceKind, type Utterance } from './utterances.ts';

/*
 * One voice: what is being said is heard to its end, and one thing waits at the most, the newest of the most urgent. Only safety
 * breaks in. Nothing else is said while a movement begins.
 */

/** The first part of a movement, in which only safety cues are spoken, ms: a design choice. */
const onset = 1500;

/** How long a word takes at the voice's usual rate, about 155 words a minute, and a pause, ms: a design choice, not measured. */
const perWord = 390;
const breath = 250;

/** For how long something may wait for its turn before it is no longer true, ms. */
const patience: Readonly<Record<UtteranceKind, number>> = {
  safety: 2000,
  'cannot-see': 5000,
  guidance: 6000,
  correction: 3000,
  prompt: 2000,
  count: 800,
  hint: 4000,
  praise: 2500,
};

/** Who speaks and what waits; every time is in ms of the session's clock. */
export interface SpeechQueue {
  readonly speaking: (Utterance & { readonly until: number }) | undefined;
  readonly waiting: (Utterance & { readonly until: number }) | undefined;
  /** Until then only safety is said. */
  readonly calmUntil: number;
}

/** Nobody speaks. */
export const silent: SpeechQueue = { speaking: undefined, waiting: undefined, calmUntil: 0 };

/** A movement begins. */
export const moving = (queue: SpeechQueue, at: number): SpeechQueue => ({ ...queue, calmUntil: at + onset });

/** The movement is over, however short it was. */
export const still = (queue: SpeechQueue): SpeechQueue => ({ ...queue, calmUntil: 0 });

/** Until when nothing but safety is said, ms. */
const busyUntil = ({ speaking, calmUntil }: SpeechQueue): number => Math.max(speaking?.until ?? 0, calmUntil);

/** When what waits has its turn, ms; `undefined` where nothing waits. */
export const nextTurnAt = (queue: SpeechQueue): number | undefined => (queue.waiting ? busyUntil(queue) : undefined);

const lasts = (words: string, rate: number): number => breath + (perWord * words.split(/\s+/).length) / rate;

/** Takes turns at a moment: what is said now of what waits and what is new; `rate` is the voice's. */
export const advanceQueue = (
  before: SpeechQueue,
  utterances: readonly Utterance[],
  rate: number,
  at: number,
): readonly [SpeechQueue, readonly Utterance[]] => {
  const spoken: Utterance[] = [];
  const speak = (queue: SpeechQueue, { is, kind, words }: Utterance): SpeechQueue => {
    spoken.push({ is, kind, words });
    return { ...queue, speaking: { is, kind, words, until: at + lasts(words, rate) } };
  };
  const patient = before.waiting && before.waiting.until >= at ? before : { ...before, waiting: undefined };
  const begun =
    patient.waiting && busyUntil(patient) <= at ? { ...speak(patient, patient.waiting), waiting: undefined } : patient;
  const after = utterances.reduce((queue, utterance) => {
    if (queue.speaking?.words === utterance.words && queue.speaking.until > at) return queue;
    if (utterance.kind === 'safety') return { ...speak(queue, utterance), waiting: undefined };
    if (busyUntil(queue) <= at) return speak(queue, utterance);
    const { waiting } = queue;
    if (waiting && rankOf(waiting.kind) < rankOf(utterance.kind)) return queue;
    return { ...queue, waiting: { ...utterance, until: at + patience[utterance.kind] } };
  }, begun);
  return [after, spoken];
};
