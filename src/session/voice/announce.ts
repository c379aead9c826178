import { isSaid, type Announcement, type Remark } from './announcements.ts';
import { hintDueAt, isTimed, remarkOn, unheard, type Heard, type Memory, type Script } from './remarks.ts';
import type { Settings } from '../settings.ts';
import { moving, silent, still, takeTurns, turnAt, type Turns } from './speech-queue.ts';

/** What is remembered between two things that are heard. */
export interface AnnouncerState {
  readonly memory: Memory;
  readonly turns: Turns;
}

/** Nothing heard, nothing said. */
export const quiet: AnnouncerState = { memory: unheard, turns: silent };

/** When something is due though nothing is heard, ms; `undefined` where nothing is. */
export const nextAt = ({ memory, turns }: AnnouncerState): number | undefined => {
  const due = Math.min(hintDueAt(memory) ?? Infinity, turnAt(turns) ?? Infinity);
  return due === Infinity ? undefined : due;
};

/**
 * Hears one thing at a moment of the session's clock, ms, and decides what is said and what sounds now. No clock and no voice
 * of its own: the same things heard are the same words said.
 */
export const announce = (
  script: Script & Pick<Settings, 'chattiness' | 'rate'>,
  state: AnnouncerState,
  heard: Heard,
  at: number,
): readonly [AnnouncerState, readonly Announcement[]] => {
  const [memory, announcements] = remarkOn(script, state.memory, heard, at);
  const remarks = announcements.filter(
    (one): one is Remark => one.is === 'words' && isSaid(one.kind, script.chattiness),
  );
  const [turns, said] = takeTurns(withMovement(state.turns, memory, heard, at), remarks, script.rate, at);
  return [{ memory, turns }, [...announcements.filter(({ is }) => is === 'sound'), ...said]];
};

/** Where the clock leads, the voice does too: a movement that begins does not hush it. */
const withMovement = (turns: Turns, memory: Memory, heard: Heard, at: number): Turns => {
  if (heard.is !== 'event' || heard.event.type !== 'phase-changed') return turns;
  const { to } = heard.event;
  return !isTimed(memory) && (to === 'working' || to === 'returning') ? moving(turns, at) : still(turns);
};
