import { rankOf, type AnnouncementKind, type Remark } from './announcements.ts';

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
const patience: Readonly<Record<AnnouncementKind, number>> = {
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
export interface Turns {
  readonly speaking: (Remark & { readonly until: number }) | undefined;
  readonly waiting: (Remark & { readonly until: number }) | undefined;
  /** Until then only safety is said. */
  readonly calmUntil: number;
}

/** Nobody speaks. */
export const silent: Turns = { speaking: undefined, waiting: undefined, calmUntil: 0 };

/** A movement begins. */
export const moving = (turns: Turns, at: number): Turns => ({ ...turns, calmUntil: at + onset });

/** The movement is over, however short it was. */
export const still = (turns: Turns): Turns => ({ ...turns, calmUntil: 0 });

/** Until when nothing but safety is said, ms. */
const busyUntil = ({ speaking, calmUntil }: Turns): number => Math.max(speaking?.until ?? 0, calmUntil);

/** When what waits has its turn, ms; `undefined` where nothing waits. */
export const turnAt = (turns: Turns): number | undefined => (turns.waiting ? busyUntil(turns) : undefined);

const lasts = (words: string, rate: number): number => breath + (perWord * words.split(/\s+/).length) / rate;

/** Takes turns at a moment: what is said now of what waits and what is new; `rate` is the voice's. */
export const takeTurns = (
  before: Turns,
  remarks: readonly Remark[],
  rate: number,
  at: number,
): readonly [Turns, readonly Remark[]] => {
  const spoken: Remark[] = [];
  const speak = (turns: Turns, { is, kind, words }: Remark): Turns => {
    spoken.push({ is, kind, words });
    return { ...turns, speaking: { is, kind, words, until: at + lasts(words, rate) } };
  };
  const patient = before.waiting && before.waiting.until >= at ? before : { ...before, waiting: undefined };
  const begun =
    patient.waiting && busyUntil(patient) <= at ? { ...speak(patient, patient.waiting), waiting: undefined } : patient;
  const after = remarks.reduce((turns, remark) => {
    if (turns.speaking?.words === remark.words && turns.speaking.until > at) return turns;
    if (remark.kind === 'safety') return { ...speak(turns, remark), waiting: undefined };
    if (busyUntil(turns) <= at) return speak(turns, remark);
    const { waiting } = turns;
    if (waiting && rankOf(waiting.kind) < rankOf(remark.kind)) return turns;
    return { ...turns, waiting: { ...remark, until: at + patience[remark.kind] } };
  }, begun);
  return [after, spoken];
};
