import { cueUrgency } from '../../src/engine/exercise/cues.ts';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import { eventsOf } from './play.ts';

/**
 * The rules of speaking, repeated here so that they cannot change unnoticed: between two corrections, and before the
 * same one, ms.
 */
const betweenCorrections = 6000;
const beforeTheSame = 15_000;

type Cue = CoachingEvent & { type: 'cue-given' };

/** Whether a cue is about safety. */
export const isSafety = ({ cue }: Cue): boolean => cueUrgency[cue] === 'safety';

/**
 * The cues that came too soon, each with the time since the cue before: only safety may break in, and only waits for
 * itself.
 */
export const hurried = (events: readonly CoachingEvent[]): readonly string[] => {
  const given = eventsOf(events, 'cue-given');
  return given.flatMap((cue, index) => {
    const before = given.slice(0, index);
    const [last, same] = [before.at(-1), before.findLast((one) => one.cue === cue.cue)];
    const isSoon = !isSafety(cue) && last !== undefined && cue.at - last.at < betweenCorrections;
    const isAgain = same !== undefined && cue.at - same.at < (isSafety(cue) ? betweenCorrections : beforeTheSame);
    return [
      ...(isSoon ? [`${cue.cue} ${cue.at - last.at} ms after ${last.cue}`] : []),
      ...(isAgain ? [`${cue.cue} again after ${cue.at - same.at} ms`] : []),
    ];
  });
};
