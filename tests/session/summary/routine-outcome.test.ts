import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { keptSessionSchema } from '../../../src/session/record/kept-session.ts';
import { keptOutcome, type RoutineOutcome } from '../../../src/session/summary/routine-outcome.ts';
import { summariseRoutine } from '../../../src/session/summary/routine-summary.ts';
import { played } from '../played.ts';

describe('a finished routine', async () => {
  const asked = { range: 'norm', reps: 2 } as const;
  const cheer = await played('cheer', { repetitions: 2 }, asked);
  const low = await played('cheer', { repetitions: 2, amplitude: 0.65 }, asked);
  const outcome: RoutineOutcome = {
    routine: 'upper-back-relief',
    startedAt: 1_772_000_000_000,
    endedAt: 1_772_000_700_000,
    app: '1.2.3',
    model: 'thunder',
    steps: [
      { exercise: 'butterfly', outcome: undefined, isSkipped: true },
      { exercise: 'cheer', outcome: { summary: cheer.summary, record: cheer.record }, isSkipped: false },
      { exercise: 'shoulder-flexion', outcome: { summary: low.summary, record: low.record }, isSkipped: true },
    ],
    pain: [
      { exercise: 'butterfly', moment: 'before', value: 3 },
      { exercise: 'cheer', moment: 'after', value: 2 },
      { exercise: 'shoulder-flexion', moment: 'after', value: undefined },
    ],
    why: 'person',
  };

  it('adds up what was done', () => {
    const summary = summariseRoutine(outcome);
    expect(summary).toMatchObject({ done: 2, repetitions: 2, painBefore: 3, painAfter: 2 });
    expect(summary.durationMs).toBe(cheer.summary.durationMs + low.summary.durationMs);
  });

  it('adds up the repetitions as the user corrected them', () => {
    const steps = outcome.steps.map((step) => {
      if (step.exercise !== 'cheer' || !step.outcome) return step;
      const summary = { ...step.outcome.summary, ownCount: { added: 2, takenBack: 1 } };
      return { ...step, outcome: { ...step.outcome, summary } };
    });
    expect(summariseRoutine({ ...outcome, steps }).repetitions).toBe(summariseRoutine(outcome).repetitions + 1);
  });

  it('has one thing to try, of the exercise in which it helps most', () => {
    expect(summariseRoutine(outcome).advice).toMatchObject({
      exercise: 'shoulder-flexion',
      advice: { is: 'attempt', kind: 'range', times: 2 },
    });
    const hurt: RoutineOutcome = {
      ...outcome,
      pain: [...outcome.pain, { exercise: 'cheer', moment: 'during', value: 7 }],
    };
    expect(summariseRoutine(hurt).advice).toEqual({ exercise: 'cheer', advice: { is: 'pain', calls: 'stop' } });
  });

  it('has nothing to try where nothing was done', () => {
    const none: RoutineOutcome = { ...outcome, steps: [], pain: [] };
    expect(summariseRoutine(none)).toEqual({
      done: 0,
      durationMs: 0,
      repetitions: 0,
      heldMs: 0,
      painBefore: undefined,
      painAfter: undefined,
      advice: undefined,
    });
  });

  it('is saved with each session, its pain and why it ended, and no words of the screens', () => {
    const saved: unknown = JSON.parse(JSON.stringify(keptOutcome(outcome)));
    const read = v.parse(keptSessionSchema, saved);
    expect(read.steps.map(({ exercise, isSkipped, session }) => [exercise, isSkipped, session?.events.length])).toEqual(
      [
        ['butterfly', true, undefined],
        ['cheer', false, cheer.record.events.length],
        ['shoulder-flexion', true, low.record.events.length],
      ],
    );
    expect(read.pain[2]).toEqual({ exercise: 'shoulder-flexion', moment: 'after' });
    expect(read).toMatchObject({ why: 'person', app: '1.2.3', model: 'thunder', endedAt: 1_772_000_700_000 });
    expect(JSON.stringify(saved)).not.toContain('summary');
  });
});
