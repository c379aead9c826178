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

/** The state of the announcer between two inputs. */
export interface AnnouncerState {
  readonly memory: Memory;
  readonly queue: SpeechQueue;
}

/** The initial state: no input, nothing said. */
export const quiet: AnnouncerState = { memory: unheard, queue: silent };

/** When something is due without further input, ms; `undefined` if nothing is. */
export const nextAt = ({ memory, queue }: AnnouncerState): number | undefined => {
  const due = Math.min(hintDueAt(memory) ?? Infinity, nextTurnAt(queue) ?? Infinity);
  return due === Infinity ? undefined : due;
};

/**
 * Takes one input at `at`, ms of the session's clock, and returns what is said and played now. It is pure, without a
 * clock and a voice: the same inputs give the same words.
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

/** In a timed workout the voice leads the movement, so the onset of a movement does not silence it. */
const withMovement = (queue: SpeechQueue, memory: Memory, input: AnnouncerInput, at: number): SpeechQueue => {
  if (input.is !== 'event' || input.event.type !== 'phase-changed') return queue;
  const { to } = input.event;
  return !isTimed(memory) && (to === 'working' || to === 'returning') ? moving(queue, at) : still(queue);
};
