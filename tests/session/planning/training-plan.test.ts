import { describe, expect, it } from 'vitest';
import { createPlanStore } from '../../../src/platform/plan-store.ts';
import { exercises } from '../../../src/exercises/registry.ts';
import { deskRoutine, exerciseAlone, plannedSteps } from '../../../src/session/planning/routines.ts';
import {
  atPlannedDose,
  changedPlan,
  newTrainingPlan,
  readTrainingPlan,
  withDose,
} from '../../../src/session/planning/training-plan.ts';
import { madePlan } from '../plan/made-plan.ts';

const later = { now: 1000, today: '2026-03-20' };

describe('a training plan', () => {
  it('is found again on another visit, and is gone once it is removed', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
    };
    const store = () => createPlanStore(readTrainingPlan, () => storage);
    expect(store().read()).toBeUndefined();
    store().write(madePlan());
    expect(store().read()).toEqual(madePlan());
    store().write(undefined);
    expect(store().read()).toBeUndefined();
    expect([...kept.keys()]).toEqual(['limber.plan']);
    kept.set('limber.plan', '{"version":9,"mine":true}');
    store().write(madePlan());
    expect(kept.get('limber.plan.unread')).toContain('mine');
  });

  it.each([
    [{ since: '2026-02-29' }],
    [{ since: '2026-3-1' }],
    [{ time: '24:00' }],
    [{ time: '7:00' }],
    [{ rhythm: { is: 'times', aWeek: 0 } }],
    [{ rhythm: { is: 'times', aWeek: 2.5 } }],
    [{ rhythm: { is: 'weekdays', days: [] } }],
    [{ rhythm: { is: 'weekdays', days: [1, 1] } }],
    [{ rhythm: { is: 'weekdays', days: [0] } }],
    [{ doses: [{ exercise: 'cheer', reps: 0 }] }],
    [{ id: 'a\r\nATTACH:x' }],
    [{ version: 2 }],
  ])('with %j is none', (change) => {
    expect(readTrainingPlan({ ...madePlan(), ...change })).toBeUndefined();
  });

  it('is offered three times a week from today on, and is valid', () => {
    const plan = newTrainingPlan('b-plan', 'upper-back-relief', later);
    expect(readTrainingPlan(plan)).toEqual(plan);
    expect(plan).toMatchObject({ since: later.today, rhythm: { aWeek: 3 } });
  });

  it('counts from today on where its rhythm or its routine changes, and from its day where anything else does', () => {
    const plan = madePlan({ changedAt: 5000 });
    expect(changedPlan(plan, { rhythm: { is: 'times', aWeek: 5 } }, later).since).toBe(later.today);
    expect(changedPlan(plan, { routine: 'cheer' }, later).since).toBe(later.today);
    expect(changedPlan(plan, { time: '07:00' }, later).since).toBe(plan.since);
    expect(changedPlan({ ...plan, since: '2026-04-01' }, { routine: 'cheer' }, later).since).toBe('2026-04-01');
    // Later than before, although the clock was set back.
    expect(changedPlan(plan, { time: '07:00' }, later).changedAt).toBe(5001);
  });

  it('has doses for the exercises of its own routine, and of no other', () => {
    const plan = madePlan({
      doses: withDose([{ exercise: 'butterfly', reps: 3 }], {
        exercise: 'butterfly',
        sets: 1,
        reps: 6,
        holdSeconds: 7,
      }),
    });
    const [step] = plannedSteps(atPlannedDose(exerciseAlone('butterfly'), plan), exercises);
    expect(step?.plan).toMatchObject({ sets: 1, reps: 6, hold: 7000 });
    const desk = deskRoutine(exercises);
    expect(atPlannedDose(desk, plan)).toEqual(desk);
    expect(changedPlan(plan, { routine: 'cheer' }, later).doses).toEqual([]);
    expect(changedPlan(plan, { time: '07:00' }, later).doses).toHaveLength(1);
  });
});
