import { isSaid, type VoiceOutput, type Utterance } from './utterances.ts';
import {
  hintDueAt,
  isTimed,
  utterancesOn,
  unheard,
  type AnnouncerInput,
  type Memory,
  type Script,
} from './utterances-on.ts';
import type { Settings } from '../settings.ts';
import { moving, silent, still, advanceQueue, nextTurnAt, type SpeechQueue } from './speech-queue.ts';

/** What is remembered between two things that are heard. */
export interface AnnouncerState {
  readonly memory: Memory;
  readonly queue: SpeechQueue;
}

/** Nothing heard, nothing said. */
export const quiet: AnnouncerState = { memory: unheard, queue: silent };

/** When something is due though nothing is heard, ms; `undefined` where nothing is. */
export const nextAt = ({ memory, queue }: AnnouncerState): number | undefined => {
  const due = Math.min(hintDueAt(memory) ?? Infinity, nextTurnAt(queue) ?? Infinity);
  return due === Infinity ? undefined : due;
};

/**
 * Hears one thing at a moment of the session's clock, ms, and decides what is said and what sounds now. No clock and no voice
 * of its own: the same things heard are the same words said.
 */
export const announce = (
  script: Script & Pick<Settings, 'chattiness' | 'rate'>,
  state: AnnouncerState,
  input: AnnouncerInput,
  at: number,
): readonly [AnnouncerState, readonly VoiceOutput[]] => {
  const [memory, outputs] = utterancesOn(script, state.memory, input, at);
  const utterances = outputs.filter(
    (one): one is Utterance => one.is === 'words' && isSaid(one.kind, script.chattiness),
  );
  const [queue, said] = advanceQueue(withMovement(state.queue, memory, input, at), utterances, script.rate, at);
  return [{ memory, queue }, [...outputs.filter(({ is }) => is === 'sound'), ...said]];
};

/** Where the clock leads, the voice does too: a movement that begins does not hush it. */
const withMovement = (queue: SpeechQueue, memory: Memory, input: AnnouncerInput, at: number): SpeechQueue => {
  if (input.is !== 'event' || input.event.type !== 'phase-changed') return queue;
  const { to } = input.event;
  return !isTimed(memory) && (to === 'working' || to === 'returning') ? moving(queue, at) : still(queue);
};
