import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../../src/engine/exercise/exercise.ts';
import { exercises } from '../../../src/exercises/registry.ts';
import { createRoutineStore } from '../../../src/platform/routine-store.ts';
import { judgedAt } from '../../../src/engine/rules/plan.ts';
import {
  builtInRoutines,
  deskRoutine,
  emptyRoutine,
  namedRoutines,
  frontsFirst,
  minutesOf,
  ownRoutineId,
  plannedSteps,
  readRoutine,
  reliefRoutine,
  turnsIn,
  type Routine,
  type RoutineStore,
} from '../../../src/session/planning/routines.ts';

const [first] = exercises;
if (!first) throw new Error('There is no exercise.');
const named = (id: string, view: Exercise['view']): Exercise => ({
  ...first,
  id,
  view,
  views: { [view]: first.views.front },
});
const front = named('front', 'front');
const side = named('side', 'side');
const both: Exercise = { ...front, id: 'both', views: { front: front.views.front, side: side.views.side } };
const known = [side, front, both];

const own = (part: Partial<Routine> = {}): Routine => ({
  id: 'own-1',
  steps: [{ exercise: 'side' }],
  restSeconds: 20,
  ...part,
});

describe('the built-in routine', () => {
  it('has every exercise once, front views first, and one turn', () => {
    const routine = reliefRoutine(exercises);
    expect(routine.steps.map(({ exercise }) => exercise).toSorted()).toEqual(exercises.map(({ id }) => id).toSorted());
    const steps = plannedSteps(routine, exercises);
    expect(turnsIn(steps)).toBe(1);
    expect(steps[0]?.plan.view).toBe('front');
  });

  it('contains whatever exercises there are', () => {
    expect(reliefRoutine(known).steps.map(({ exercise }) => exercise)).toEqual(['front', 'both', 'side']);
    expect(reliefRoutine([]).steps).toEqual([]);
  });

  it('takes ten to fifteen minutes', () => {
    const minutes = minutesOf(reliefRoutine(exercises), exercises);
    expect(minutes).toBeGreaterThanOrEqual(10);
    expect(minutes).toBeLessThanOrEqual(15);
  });

  it('is not read where it was stored with steps for months', () => {
    const routine = reliefRoutine(exercises);
    const steps = Array.from({ length: 5000 }, () => ({ exercise: 'cheer' }));
    expect(readRoutine({ ...routine, steps })).toBeUndefined();
  });

  it('can be read as it is written', () => {
    const routine = reliefRoutine(exercises);
    expect(readRoutine(JSON.parse(JSON.stringify(routine)))).toEqual(routine);
  });
});

describe('the routine at the desk', () => {
  const routine = deskRoutine(exercises);

  it('has what is judged there, in front view and without a turn', () => {
    const steps = plannedSteps(routine, exercises);
    expect(steps.length).toBeGreaterThan(1);
    expect(steps.every(({ plan }) => judgedAt(plan) === 'desk' && plan.view === 'front')).toBe(true);
    expect(turnsIn(steps)).toBe(0);
  });

  it('takes two minutes, set-up and practice included', () => {
    expect(minutesOf(routine, exercises)).toBe(2);
  });

  it('can be read as it is written, and does not exist where nothing is judged at a desk', () => {
    expect(readRoutine(JSON.parse(JSON.stringify(routine)))).toEqual(routine);
    const room = exercises.filter(({ views }) => !views.front?.atDesk);
    expect(builtInRoutines(room).map(({ id }) => id)).toEqual(['upper-back-relief']);
    expect(builtInRoutines(exercises).map(({ id }) => id)).toEqual(['upper-back-relief', 'at-the-desk']);
  });
});

describe('the steps of a routine', () => {
  it('prefer their own dose and view to what the exercise prescribes', () => {
    const [asked, usual] = plannedSteps(
      { steps: [{ exercise: 'both', view: 'side', reps: 3, holdSeconds: 9 }, { exercise: 'both' }] },
      known,
    );
    expect(asked?.plan).toMatchObject({ view: 'side', reps: 3, hold: 9000 });
    expect(usual?.plan).toMatchObject({ view: 'front', reps: first.prescription.reps, hold: first.prescription.hold });
  });

  it('are known in every routine that can be trained', () => {
    const kept = own({ id: 'own-1', steps: [{ exercise: 'gone' }, { exercise: 'side', reps: 2 }] });
    const [relief, mine] = namedRoutines(known, { all: () => [kept] });
    expect(relief?.id).toBe('upper-back-relief');
    expect(mine).toEqual({ ...kept, steps: [{ exercise: 'side', reps: 2 }] });
  });

  it('leave out exercises that no longer exist', () => {
    expect(plannedSteps({ steps: [{ exercise: 'gone' }, { exercise: 'side' }] }, known)).toHaveLength(1);
  });

  it('are sorted front views first, each unchanged', () => {
    const steps = plannedSteps(
      {
        steps: [
          { exercise: 'side', reps: 2 },
          { exercise: 'front' },
          { exercise: 'both', view: 'side' },
          { exercise: 'both' },
        ],
      },
      known,
    );
    expect(turnsIn(steps)).toBe(3);
    const put = frontsFirst(steps);
    expect(put).toEqual([
      { exercise: 'front' },
      { exercise: 'both' },
      { exercise: 'side', reps: 2 },
      { exercise: 'both', view: 'side' },
    ]);
    expect(turnsIn(plannedSteps({ steps: put }, known))).toBe(1);
  });
});

describe('the duration of a routine in minutes', () => {
  const step = { exercise: 'front', reps: 10, holdSeconds: 10 };
  const minutes = (part: Partial<Routine>): number => minutesOf(own(part), known);

  it('is zero without an exercise', () => {
    expect(minutes({ steps: [] })).toBe(0);
  });

  it('grows with the repetitions, the hold, and the rest between two exercises', () => {
    const usual = minutes({ steps: [step] });
    // Ten repetitions more, each held ten seconds with 3.7 s of way and pause (the motion's tempo): 137 s.
    expect(minutes({ steps: [{ ...step, reps: 20 }] }) - usual).toBeGreaterThanOrEqual(2);
    expect(minutes({ steps: [{ ...step, holdSeconds: 22 }] }) - usual).toBe(2);
    expect(minutes({ steps: [step], restSeconds: 300 })).toBe(usual);
    expect(minutes({ steps: [step, step], restSeconds: 140 }) - minutes({ steps: [step, step] })).toBe(2);
  });
});

describe('reading a routine fails', () => {
  it.each([
    ['nothing', undefined],
    ['a word', 'routine'],
    ['an id for a link that leads elsewhere', own({ id: 'a/b' })],
    ['half a repetition', own({ steps: [{ exercise: 'side', reps: 2.5 }] })],
    ['no repetition', own({ steps: [{ exercise: 'side', reps: 0 }] })],
    ['an endless hold', own({ steps: [{ exercise: 'side', holdSeconds: 1e9 }] })],
    ['a view from above', { ...own(), steps: [{ exercise: 'side', view: 'above' }] }],
    ['a rest before it ended', own({ restSeconds: -1 })],
    ['a name that fills the page', own({ name: 'a'.repeat(61) })],
  ])('from %s', (_, written) => {
    expect(readRoutine(written)).toBeUndefined();
  });

  it('but succeeds without steps, for a routine under construction', () => {
    expect(readRoutine(emptyRoutine(ownRoutineId(Date.UTC(2026, 2, 1))))).toMatchObject({ steps: [] });
  });
});

/** A storage that can be full or blocked. */
const device = () => {
  const kept = new Map<string, string>();
  const state = { isFull: false, isBlocked: false };
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string): void => {
      if (state.isFull) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, text);
    },
  };
  const open = () => {
    if (state.isBlocked) throw new DOMException('blocked', 'SecurityError');
    return storage;
  };
  const openStore = (): RoutineStore => createRoutineStore(readRoutine, open);
  return { kept, state, openStore };
};

const idsIn = (store: RoutineStore): readonly string[] => store.all().map(({ id }) => id);

describe('saved routines', () => {
  const three = [own({ id: 'own-1' }), own({ id: 'own-2', name: 'Morning' }), own({ id: 'own-3' })];

  it('are found again on another visit, in the order in which they were made', () => {
    const { openStore } = device();
    for (const routine of three) openStore().put(routine);
    expect(openStore().all()).toEqual(three);
  });

  it('keep their place when they change', () => {
    const { openStore } = device();
    const store = openStore();
    for (const routine of three) store.put(routine);
    store.put(own({ id: 'own-2', name: 'Evening' }));
    expect(store.all().map(({ name }) => name)).toEqual([undefined, 'Evening', undefined]);
  });

  it('return to their place when restored', () => {
    const store = device().openStore();
    for (const routine of three) store.put(routine);
    const removed = store.remove('own-2');
    expect(idsIn(store)).toEqual(['own-1', 'own-3']);
    if (removed) store.put(...removed);
    expect(store.all()).toEqual(three);
    expect(store.remove('own-9')).toBeUndefined();
  });

  it.each(['', 'no JSON', 'null', '[]', '{"version":2,"routines":[{"id":"own-1","steps":[],"restSeconds":20}]}'])(
    'are none where %j is written, and can be written again',
    (text) => {
      const { kept, openStore } = device();
      kept.set('limber.routines', text);
      const store = openStore();
      expect(store.all()).toEqual([]);
      store.put(own());
      expect(openStore().all()).toEqual([own()]);
    },
  );

  it('skip a broken one, keep the others, and leave it as it is written', () => {
    const { kept, openStore } = device();
    const broken = { id: 'own-2', steps: 'none' };
    kept.set('limber.routines', JSON.stringify({ version: 1, routines: [three[0], broken, three[2]] }));
    const store = openStore();
    expect(idsIn(store)).toEqual(['own-1', 'own-3']);
    store.remove('own-3');
    store.put(own({ id: 'own-4' }));
    expect(idsIn(store)).toEqual(['own-1', 'own-4']);
    expect(kept.get('limber.routines')).toContain(JSON.stringify(broken));
  });

  it('that cannot be read at all are set aside before one is made', () => {
    const { kept, openStore } = device();
    const later = '{"version":2,"routines":[{"id":"own-1"}]}';
    kept.set('limber.routines', later);
    openStore().put(own());
    openStore().put(own({ id: 'own-2' }));
    expect(kept.get('limber.routines.unread')).toBe(later);
  });

  it('last as long as the page on a full storage, and on a blocked one', () => {
    const { state, openStore } = device();
    const store = openStore();
    store.put(own());
    state.isFull = true;
    store.put(own({ id: 'own-2' }));
    expect(idsIn(store)).toEqual(['own-1', 'own-2']);
    expect(idsIn(openStore())).toEqual(['own-1']);
    state.isBlocked = true;
    const other = openStore();
    other.put(own({ id: 'own-3' }));
    expect(idsIn(other)).toEqual(['own-3']);
  });
});
