import { expect, it } from 'vitest';
import { played } from './played.ts';

it('is the norm, and met a tolerance before it', async () => {
  const { record } = await played('cheer', { repetitions: 1 }, { range: 'norm', reps: 1, strictness: 1.5 });
  expect(record.targets).toEqual([{ end: 'up', measure: 'shoulderFlexion', is: 'above', value: 160, tolerance: 15 }]);
});

it('is a share of the person’s own range, of each end', async () => {
  const { record, summary } = await played(
    'flexion-extension',
    { repetitions: 0, practice: true, amplitude: 0.8 },
    { reps: 1 },
  );
  expect(summary.ranges).toHaveLength(2);
  expect(record.targets.map(({ end, is, value }) => ({ end, is, value }))).toEqual(
    summary.ranges.map(({ end, target }) => ({ end, is: end === 'flexion' ? 'above' : 'below', value: target })),
  );
});

it('is eased as the engine eases it, by a tenth of the way from rest', async () => {
  const { record, summary } = await played('cheer', { repetitions: 4, amplitude: 0.75 }, { range: 'norm', reps: 4 });
  expect(summary.eased).toBe(1);
  const [target] = record.targets;
  const rest = 160 - (160 - (target?.value ?? 0)) / 0.1;
  expect(rest).toBeGreaterThan(-10);
  expect(rest).toBeLessThan(15);
});

it('stands for each side where the sides are counted apart', async () => {
  const { record } = await played('head-tilt', { repetitions: 0 }, { range: 'norm', reps: 1 });
  expect(record.targets.map(({ side, value }) => [side, value])).toEqual([
    ['left', 30],
    ['right', 30],
  ]);
});

it('is nothing before practice has shown a range', async () => {
  const { record } = await played('cheer', { repetitions: 0 }, { reps: 1 });
  expect(record.settings.targets).toBe('personal');
  expect(record.targets).toEqual([]);
});
