import { expect, it } from 'vitest';
import { exercises } from '../../../src/exercises/registry.ts';
import { millis } from '../../../src/engine/units.ts';
import { keptOutcome, type RoutineOutcome } from '../../../src/session/summary/routine-outcome.ts';
import { outcomeOfKept, unknownExercisesIn } from '../../../src/session/summary/kept-outcome.ts';
import { played } from '../played.ts';

it('a session from the store has the outcome that it had when it ended', async () => {
  const cheer = await played('cheer', { repetitions: 3, amplitude: 0.65 }, { range: 'norm', reps: 2 });
  const tilt = await played('head-tilt', { repetitions: 1, hold: millis(2600) }, { reps: 1, holdSeconds: 2 });
  const ended: RoutineOutcome = {
    routine: 'upper-back-relief',
    startedAt: 5,
    endedAt: 100_000,
    model: 'thunder',
    steps: [
      { exercise: 'cheer', isSkipped: false, outcome: { summary: cheer.summary, record: cheer.record } },
      { exercise: 'head-tilt', isSkipped: false, outcome: { summary: tilt.summary, record: tilt.record } },
      { exercise: 'butterfly', isSkipped: true, outcome: undefined },
    ],
    pain: [
      { exercise: 'cheer', moment: 'before', value: 4 },
      { exercise: 'cheer', moment: 'after', value: undefined },
    ],
    why: 'person',
  };
  // As the store holds it.
  const kept = structuredClone(keptOutcome(ended));
  expect(outcomeOfKept(kept, exercises)).toEqual(ended);
  expect(unknownExercisesIn(kept, exercises)).toEqual([]);

  const fewer = exercises.filter(({ id }) => id !== 'cheer');
  expect(outcomeOfKept(kept, fewer).steps[0]?.outcome).toBeUndefined();
  expect(unknownExercisesIn(kept, fewer)).toEqual(['cheer']);
});
