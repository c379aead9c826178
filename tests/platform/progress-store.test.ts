import { describe, expect, it } from 'vitest';
import { createProgressStore } from '../../src/platform/progress-store.ts';
import type { ProgressStore, RoutineProgress } from '../../src/session/progress.ts';

const hour = 60 * 60 * 1000;

const progress: RoutineProgress = {
  routine: 'upper-back-relief',
  link: '#/routine/upper-back-relief',
  startedAt: 5,
  steps: [{ exercise: 'butterfly', outcome: undefined, isSkipped: true }],
  pain: [{ exercise: 'butterfly', moment: 'before', value: 3 }],
  current: {
    events: [{ type: 'armed', at: 4000, exercise: 'cheer', range: 'norm', goals: [] }],
    counted: { sets: 0, repetitions: [2], attempts: 1, timed: 0, eased: 1 },
  },
};

const device = () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string): void => void kept.set(key, text),
  };
  const visit = (now = 0): ProgressStore =>
    createProgressStore<RoutineProgress>(
      () => storage,
      () => now,
    );
  return { kept, visit };
};

describe('an unfinished routine', () => {
  it('is found again by the next page', () => {
    const { visit } = device();
    visit().write(progress);
    expect(visit(hour).read()).toEqual(progress);
  });

  it('is not offered after half a day, nor once it is forgotten', () => {
    const { visit } = device();
    visit().write(progress);
    expect(visit(12 * hour).read()).toBeUndefined();
    visit().forget();
    expect(visit(hour).read()).toBeUndefined();
  });

  it.each(['', 'no JSON', 'null', '{"version":2}', '{"version":1,"savedAt":0,"progress":{"routine":"x"}}'])(
    'is none where %j is written',
    (text) => {
      const { kept, visit } = device();
      kept.set('limber.unfinished', text);
      expect(visit().read()).toBeUndefined();
    },
  );
});
