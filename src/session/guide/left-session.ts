import { recordOf } from '../record/export.ts';
import { isWorthHistory, keptSession, originOf, type KeptSession } from '../record/kept-session.ts';
import type { RoutineProgress } from './progress.ts';

/**
 * The record of a session that was left unfinished at `endedAt`, ms since 1970, with the exercise under way; `undefined`
 * if nothing was done.
 */
export const leftSession = (progress: RoutineProgress, endedAt: number): KeptSession | undefined => {
  const { routine, startedAt, steps, pain, current } = progress;
  const done = steps.map(({ exercise, isSkipped, outcome }) => ({ exercise, isSkipped, session: outcome?.record }));
  const underWay =
    current?.setting && current.events.length > 0
      ? [
          {
            exercise: current.setting.exercise,
            isSkipped: false,
            session: recordOf(current.setting, current.events, current.traces ?? []),
          },
        ]
      : [];
  const left = keptSession({
    routine,
    startedAt,
    endedAt,
    ...originOf(progress),
    steps: [...done, ...underWay],
    pain,
    why: 'left',
  });
  return isWorthHistory(left) ? left : undefined;
};
