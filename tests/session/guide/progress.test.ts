import { describe, expect, it } from 'vitest';
import type { CoachingEvent } from '../../../src/engine/exercise/events.ts';
import { isWorthKeeping, progressIn, type RoutineProgress } from '../../../src/session/guide/progress.ts';
import { readProgress } from '../../../src/session/guide/read-progress.ts';
import { guided, keeping, routine, usualOptions } from '../guided.ts';

const [first = '', second = ''] = routine.steps.map(({ exercise }) => exercise);

const nothingCounted = { sets: 0, repetitions: [0], attempts: 0, timed: 0, eased: 0 };

const begun: RoutineProgress = {
  routine: routine.id,
  link: '#/routine/upper-back-relief',
  startedAt: 5,
  steps: [],
  pain: [],
  current: undefined,
};

const skippedFirst = { ...begun, steps: [{ exercise: first, outcome: undefined, isSkipped: true }] };

const armed = (exercise: string): CoachingEvent => ({ type: 'armed', at: 4000, exercise, range: 'norm', goals: [] });

describe('there is something to resume', () => {
  it.each<[string, Partial<RoutineProgress>, boolean]>([
    ['nothing was done', {}, false],
    ['only the question was passed over', { pain: [{ exercise: first, moment: 'before', value: undefined }] }, false],
    ['the set-up ran', { current: { events: [armed(first)], counted: nothingCounted } }, false],
    ['it was said how much it hurts', { pain: [{ exercise: first, moment: 'before', value: 0 }] }, true],
    ['an attempt was made', { current: { events: [], counted: { ...nothingCounted, attempts: 1 } } }, true],
    ['a repetition was timed', { current: { events: [], counted: { ...nothingCounted, timed: 1 } } }, true],
    ['an exercise is over', skippedFirst, true],
  ])('where %s', (_, part, expected) => {
    expect(isWorthKeeping({ ...begun, ...part })).toBe(expected);
  });
});

describe('an unfinished routine', () => {
  const counted = { ...nothingCounted, repetitions: [2] };

  it('resumes where it was', () => {
    const progress = { ...skippedFirst, current: { events: [armed(second)], counted } };
    expect(progressIn(routine, progress)).toEqual(progress);
  });

  it('does not resume where it begins with another exercise now, is over, or is another one', () => {
    const other = { ...routine, steps: routine.steps.toReversed() };
    expect(progressIn(other, skippedFirst)).toBeUndefined();
    expect(progressIn({ ...routine, steps: routine.steps.slice(0, 1) }, skippedFirst)).toBeUndefined();
    expect(progressIn({ ...routine, id: 'own-1' }, skippedFirst)).toBeUndefined();
  });

  it('drops the counts of an exercise that another one has replaced', () => {
    const progress = { ...skippedFirst, current: { events: [armed('another')], counted } };
    expect(progressIn(routine, progress)).toEqual(skippedFirst);
  });
});

describe('the stored progress of a session', () => {
  /** The progress of a routine that was stopped in its second exercise, as a device writes it. */
  const written = async (): Promise<RoutineProgress> => {
    const store = keeping();
    const killed = new AbortController();
    const { guide } = guided({
      store,
      routine: { ...routine, steps: routine.steps.slice(-2) },
      options: { ...usualOptions, reps: 1 },
    });
    guide.states.listen((state) => state.is === 'resting' && killed.abort());
    await guide.run(killed.signal);
    const progress = store.read();
    if (!progress?.steps[0]?.outcome) throw new Error('There is no outcome.');
    return progress;
  };

  it('is read again', async () => {
    const progress = await written();
    expect(readProgress(progress)).toEqual(progress);
  });

  it('is read without an outcome that another version wrote in another shape, and nothing else is lost', async () => {
    const progress = await written();
    const [step] = progress.steps;
    const odd = { ...progress, steps: [{ ...step, outcome: { ...step?.outcome, summary: { reps: 3 } } }] };
    expect(readProgress(odd)).toEqual({ ...progress, steps: [{ ...step, outcome: undefined }] });
  });

  it('is read with its outcomes where it was written before counts could be corrected', async () => {
    const progress = await written();
    const [step] = progress.steps;
    const { ownCount: _, ...summary } = step?.outcome?.summary ?? {};
    const earlier = { ...progress, steps: [{ ...step, outcome: { ...step?.outcome, summary } }] };
    expect(readProgress(earlier)).toEqual(progress);
  });

  it('is read without an exercise under way that holds an unknown event', () => {
    const odd = {
      ...skippedFirst,
      current: { events: [{ type: 'sneezed', at: 1, exercise: second }], counted: nothingCounted },
    };
    expect(readProgress(odd)).toEqual(skippedFirst);
  });

  it.each([undefined, null, 7, 'text', {}, { ...begun, steps: 'none' }, { ...begun, startedAt: 'noon' }])(
    'is undefined where it is %j',
    (odd) => {
      expect(readProgress(odd)).toBeUndefined();
    },
  );
});
