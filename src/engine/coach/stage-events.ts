import { interrupt } from '../repetition/attempt.ts';
import { sideOf } from '../repetition/attempt-phases.ts';
import type { CoachingEvent, JudgedGoal, UntimedEvent } from '../exercise/events.ts';
import { allCleared } from '../feedback/fault-watch.ts';
import { goalsOf } from '../rules/judged-goals.ts';
import type { Plan } from '../rules/plan.ts';
import type { Rulebook } from '../rules/rulebook.ts';
import type { Millis } from '../units.ts';
import { phaseOf, type Stage } from './stage.ts';

/* The events that follow from a change of the coach's stage. */

/** The events of a step with the exercise and the time of the frame. */
export const timed = ({ exercise }: Plan, events: readonly UntimedEvent[], at: Millis): readonly CoachingEvent[] =>
  events.map((one): CoachingEvent => ({ ...one, at, exercise: exercise.id }));

/** The event of goals that were eased in this frame; where judging is about to begin, `armed` carries them. */
export const goalsEased = (before: Stage, after: Stage): readonly UntimedEvent[] => {
  const isGoingOn = after.is === 'training' || (after.is === 'countdown' && after.resumes);
  if (before === after || !isGoingOn) return [];
  return [{ type: 'goals-eased', goals: allGoals(after.calibration.rulebook) }];
};

const allGoals = (rulebook: Rulebook): JudgedGoal[] =>
  rulebook.repPaths.flatMap((repPath) => goalsOf(rulebook, repPath));

/** The closing events of an open attempt and of the faults that are noticed. */
export const closing = (stage: Stage): readonly UntimedEvent[] => {
  if (stage.is !== 'training' && stage.is !== 'timing') return [];
  const attempt = stage.is === 'training' ? stage.attempt : undefined;
  return [
    ...(attempt?.is === 'open' ? interrupt(stage.calibration.rulebook, attempt) : []),
    ...allCleared(stage.faults),
  ];
};

/** The events of a change of stage; the phases within an attempt are announced where they change. */
export const stageChange = (
  before: Stage,
  { stage, events }: { readonly stage: Stage; readonly events: readonly UntimedEvent[] },
): readonly UntimedEvent[] => {
  if (before.is === stage.is) return [];
  const last = events.findLast((one) => one.type === 'phase-changed');
  const [from, to] = [last?.to ?? phaseOf(before), phaseOf(stage)];
  const change: readonly UntimedEvent[] = from === to ? [] : [{ type: 'phase-changed', from, to }];
  if (stage.is === 'ended') return [...change, { type: 'session-ended', why: 'completed' }];
  if (stage.is === 'counting-in') return [{ type: 'armed', range: 'timed', goals: [] }, ...change];
  return stage.is === 'countdown' && !stage.resumes ? [armedEvent(stage.calibration.rulebook), ...change] : change;
};

/** The event of judging that begins: by what, and with which goals. */
export const armedEvent = (rulebook: Rulebook): UntimedEvent => {
  const { repPaths, targets } = rulebook;
  const [only] = repPaths.length === 1 ? repPaths : [];
  const range = targets.is === 'practice' ? 'norm' : targets.is;
  return { type: 'armed', range, ...(only ? sideOf(only) : {}), goals: allGoals(rulebook) };
};
