import { describe, expect, it } from 'vitest';
import { exercises } from '../../../src/exercises/registry.ts';
import type { ListedSession } from '../../../src/session/history/listed-session.ts';
import { nextDose, type NextDose } from '../../../src/session/plan/next-dose.ts';
import { exerciseAlone } from '../../../src/session/planning/routines.ts';
import type { TrainingPlan } from '../../../src/session/planning/training-plan.ts';
import { doneButterfly, madePlan, sessionOn } from './made-plan.ts';

const today = '2026-03-06';

/** The butterfly, five times for five seconds; sessions from the latest on. */
const proposed = (
  sessions: readonly ListedSession[],
  plan: TrainingPlan = madePlan(),
  routine = exerciseAlone('butterfly'),
): NextDose => nextDose(plan, routine, exercises, sessions, today);

const twice = (change: Partial<ListedSession> = {}, done: Parameters<typeof doneButterfly>[0] = {}) => [
  sessionOn('2026-03-04', change, done),
  sessionOn('2026-03-02'),
];

describe('the next dose', () => {
  it('is unknown before the first session', () => {
    expect(proposed([])).toEqual({ is: 'first' });
    expect(proposed([sessionOn('2026-03-04', { routine: 'at-the-desk' })])).toEqual({ is: 'first' });
  });

  it('is one step more of one exercise after it was done twice in full without pain, for this reason', () => {
    expect(proposed(twice())).toMatchObject({
      is: 'more',
      why: 'all-done',
      exercise: 'butterfly',
      from: { sets: 1, reps: 5, holdSeconds: 5 },
      to: { sets: 1, reps: 5, holdSeconds: 6 },
    });
    expect(proposed([sessionOn('2026-03-04')])).toEqual({ is: 'same', why: 'not-yet' });
  });

  it('is no more where a session was done at another dose, in part, eased, or with many attempts', () => {
    for (const done of [
      { holdMs: 4000 },
      { reps: 4, repetitions: 4 },
      { repetitions: 4 },
      { easeLevel: 1 },
      { attempts: 3 },
    ])
      expect(proposed(twice({}, done))).toEqual({ is: 'same', why: 'not-yet' });
  });

  it.each<readonly [Partial<ListedSession>, string]>([
    [{ worstPain: 4 }, 'pain'],
    [{ painBefore: 5, worstPain: 5, painAfter: 2 }, 'pain'],
    [{ why: 'pain' }, 'pain'],
    [{ why: 'red-flag' }, 'felt-wrong'],
    [{ painAfter: 3, worstPain: 3 }, 'pain-rose'],
  ])('is never more after %j', (change, why) => {
    expect(proposed(twice(change))).toEqual({ is: 'same', why });
    // Also where it was the session before, or one of another routine in between.
    const [last, before] = twice();
    if (!last || !before) throw new Error('There are two.');
    expect(proposed([last, { ...before, ...change }]).is).not.toBe('more');
    expect(proposed([last, { ...sessionOn('2026-03-03', change), routine: 'at-the-desk' }, before]).is).not.toBe(
      'more',
    );
  });

  it('is never more where pain was not rated', () => {
    const { painAfter: _, ...unrated } = sessionOn('2026-03-04');
    expect(proposed([unrated, sessionOn('2026-03-02')])).toEqual({ is: 'same', why: 'pain-unknown' });
  });

  it.each([4, 5, 6, 10])('is one step less of what hurt by %d, and no further once that is chosen', (pain) => {
    const sessions = twice({ worstPain: pain, painAfter: pain }, { pain });
    const less = proposed(sessions);
    expect(less).toMatchObject({ is: 'less', why: 'pain', exercise: 'butterfly', to: { reps: 4, holdSeconds: 5 } });
    if (less.is !== 'less') throw new Error('It is less.');
    expect(proposed(sessions, madePlan({ doses: [less.to] }))).toEqual({ is: 'same', why: 'pain' });
  });

  it('is one step less where half was done, twice', () => {
    const half = { repetitions: 2, attempts: 1 };
    expect(proposed([sessionOn('2026-03-04', {}, half), sessionOn('2026-03-02', {}, half)])).toMatchObject({
      is: 'less',
      why: 'much-left',
      to: { reps: 4 },
    });
    expect(proposed(twice({}, half))).toEqual({ is: 'same', why: 'not-yet' });
  });

  it('is no more after a pause of more than two weeks, or where only the time was kept', () => {
    expect(proposed([sessionOn('2026-02-19'), sessionOn('2026-02-17')])).toEqual({ is: 'same', why: 'away' });
    expect(proposed(twice({}, { timed: 5, repetitions: 0 }))).toEqual({ is: 'same', why: 'not-judged' });
  });

  it('never grows beyond twice what the exercise prescribes', () => {
    const dose = { exercise: 'butterfly', sets: 1, reps: 10, holdSeconds: 10 };
    const done = { reps: 10, repetitions: 10, holdMs: 10_000 };
    const sessions = [sessionOn('2026-03-04', {}, done), sessionOn('2026-03-02', {}, done)];
    expect(proposed(sessions, madePlan({ doses: [dose] }))).toEqual({ is: 'same', why: 'at-most' });
  });

  it('raises of a routine the exercise that is furthest from what it prescribes, and one at a time', () => {
    const squeeze = { view: 'front' as const, reps: 8, holdMs: 5000, repetitions: 8 };
    const both = (day: string): ListedSession => ({
      ...sessionOn(day),
      routine: 'own-1',
      exercises: [
        { exercise: 'butterfly', isSkipped: false, done: doneButterfly({ holdMs: 6000 }) },
        { exercise: 'shoulder-blade-squeeze', isSkipped: false, done: doneButterfly(squeeze) },
      ],
    });
    const routine = {
      id: 'own-1',
      restSeconds: 20,
      steps: [{ exercise: 'butterfly', holdSeconds: 6 }, { exercise: 'shoulder-blade-squeeze' }],
    };
    expect(proposed([both('2026-03-04'), both('2026-03-02')], madePlan({ routine: 'own-1' }), routine)).toMatchObject({
      is: 'more',
      exercise: 'shoulder-blade-squeeze',
      to: { holdSeconds: 6 },
    });
  });
});
