import { expect, it } from 'vitest';
import { goalsIn } from '../../../src/session/record/goals.ts';
import { played } from '../played.ts';

const goalsOf = async (...session: Parameters<typeof played>) => {
  const { record, summary } = await played(...session);
  return { goals: goalsIn(record.events), summary };
};

it('is the norm, and met a tolerance before it', async () => {
  const { goals } = await goalsOf('cheer', { repetitions: 1 }, { range: 'norm', reps: 1, strictness: 1.5 });
  expect(goals).toMatchObject([
    { end: 'up', measure: 'shoulderFlexion', is: 'above', value: 160, tolerance: 15, easeLevel: 0 },
  ]);
});

it('is a share of the own range, of each end', async () => {
  const { goals, summary } = await goalsOf(
    'flexion-extension',
    { repetitions: 1, practice: true, amplitude: 0.8 },
    { reps: 1, holdSeconds: 1 },
  );
  expect(summary.ranges).toHaveLength(2);
  expect(goals.map(({ end, value, own }) => ({ end, value, own: own?.value }))).toEqual(
    summary.ranges.map(({ end, target, value }) => ({ end, value: target, own: value })),
  );
});

it('is eased by a tenth of the way from rest after three attempts that fell short', async () => {
  const { goals, summary } = await goalsOf('cheer', { repetitions: 4, amplitude: 0.75 }, { range: 'norm', reps: 4 });
  expect(summary.eased).toBe(1);
  const [goal] = goals;
  const rest = 160 - (160 - (goal?.value ?? 0)) / 0.1;
  expect(rest).toBeGreaterThan(-10);
  expect(rest).toBeLessThan(15);
});

it('has one for each side where the sides are counted apart', async () => {
  const { goals } = await goalsOf('head-tilt', { repetitions: 0 }, { range: 'norm', reps: 1 });
  expect(goals.map(({ side, value }) => [side, value])).toEqual([
    ['left', 30],
    ['right', 30],
  ]);
});

it('is none before practice has shown a range, and none where only the time is kept', async () => {
  expect((await goalsOf('cheer', { repetitions: 0 }, { reps: 1 })).goals).toEqual([]);
  expect((await goalsOf('cheer', { repetitions: 1 }, { reps: 1, range: 'timed' })).goals).toEqual([]);
});
