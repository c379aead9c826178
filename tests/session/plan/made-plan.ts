import type { ListedExercise, ListedSession } from '../../../src/session/history/listed-session.ts';
import type { TrainingPlan } from '../../../src/session/planning/training-plan.ts';

/** A plan for an exercise alone, three times a week from Monday, 2 March 2026, on. */
export const madePlan = (change: Partial<TrainingPlan> = {}): TrainingPlan => ({
  version: 1,
  id: 'a-plan',
  routine: 'butterfly',
  rhythm: { is: 'times', aWeek: 3 },
  time: '18:00',
  since: '2026-03-02',
  doses: [],
  changedAt: 1,
  ...change,
});

type Done = NonNullable<ListedExercise['done']>;

/** The result of the butterfly at its prescribed dose, all of it done. */
export const doneButterfly = (change: Partial<Done> = {}): Done => ({
  view: 'front',
  sets: 1,
  reps: 5,
  holdMs: 5000,
  repetitions: 5,
  added: 0,
  takenBack: 0,
  timed: 0,
  attempts: 0,
  heldMs: 25_000,
  longestHoldMs: 5000,
  durationMs: 90_000,
  unseenMs: 0,
  notJudged: [],
  easeLevel: 0,
  peaks: [{ measure: 'elbowGap', is: 'below', best: 0.7, target: 0.8 }],
  ranges: [],
  pain: 1,
  ...change,
});

/** A session of a day at nine in the morning, UTC, with pain of 2 before and 1 after it. */
export const sessionOn = (
  day: string,
  change: Partial<ListedSession> = {},
  done: Partial<Done> = {},
): ListedSession => {
  const startedAt = Date.parse(`${day}T09:00Z`);
  return {
    version: 2,
    id: `${startedAt}-butterfly`,
    routine: 'butterfly',
    startedAt,
    endedAt: startedAt + 120_000,
    utcOffset: 0,
    why: 'completed',
    model: 'thunder',
    painBefore: 2,
    painAfter: 1,
    worstPain: 2,
    changedAt: startedAt,
    exercises: [{ exercise: 'butterfly', isSkipped: false, done: doneButterfly(done) }],
    ...change,
  };
};
