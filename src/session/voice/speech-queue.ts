import { rankOf, type UtteranceKind, type Utterance } from './utterances.ts';

/*
 * One voice: an utterance is spoken to its end, and at most one waits, the newest of the most urgent. Only safety cues
 * interrupt. At the onset of a movement nothing else is spoken.
 */

/** The onset of a movement, in which only safety cues are spoken, ms; design choice. */
const onset = 1500;

/**
 * The duration of a word at the usual rate, about 155 words a minute, and of a pause, ms; design choice, not measured.
 */
const perWord = 390;
const breath = 250;

/** How long an utterance may wait for its turn before it is outdated, ms. */
const patience: Readonly<Record<UtteranceKind, number>> = {
  safety: 2000,
  'cannot-see': 5000,
  guidance: 6000,
  correction: 3000,
  prompt: 2000,
  count: 800,
  confirmation: 800,
  hint: 4000,
  praise: 2500,
};

/** The utterance being spoken and the one that waits; all times in ms of the session's clock. */
export interface SpeechQueue {
  readonly speaking: (Utterance & { readonly until: number }) | undefined;
  readonly waiting: (Utterance & { readonly until: number }) | undefined;
  /** Until this time only safety cues are spoken. */
  readonly calmUntil: number;
}

/** The empty queue. */
export const silent: SpeechQueue = { speaking: undefined, waiting: undefined, calmUntil: 0 };

/** The queue when a movement begins. */
export const moving = (queue: SpeechQueue, at: number): SpeechQueue => ({ ...queue, calmUntil: at + onset });

/** The queue when the movement is over, however short it was. */
export const still = (queue: SpeechQueue): SpeechQueue => ({ ...queue, calmUntil: 0 });

/** The time until which only safety cues are spoken, ms. */
const busyUntil = ({ speaking, calmUntil }: SpeechQueue): number => Math.max(speaking?.until ?? 0, calmUntil);

/** When the waiting utterance has its turn, ms; `undefined` if none waits. */
export const nextTurnAt = (queue: SpeechQueue): number | undefined => (queue.waiting ? busyUntil(queue) : undefined);

const lasts = (words: string, rate: number): number => breath + (perWord * words.split(/\s+/).length) / rate;

/** Advances the queue to `at`: returns which waiting and new utterances are spoken now; `rate` is the voice's. */
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
