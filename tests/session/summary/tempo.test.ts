import { describe, expect, it } from 'vitest';
import { millis } from '../../../src/engine/units.ts';
import { played } from '../played.ts';

describe('the pace of a session', { timeout: 20_000 }, () => {
  it('reads as planned where it was kept, the last way back included', async () => {
    const { plan, summary } = await played('cheer', { repetitions: 1 }, { range: 'norm', reps: 1 });
    const { out, back } = plan.exercise.motion.tempo;
    expect(summary.repetitions).toHaveLength(1);
    expect(summary.tempo.out?.planned).toBe(out);
    expect(Math.abs((summary.tempo.out?.took ?? 0) - out)).toBeLessThan(100);
    expect(summary.tempo.back?.planned).toBe(back);
    expect(Math.abs((summary.tempo.back?.took ?? 0) - back)).toBeLessThan(200);
    expect(summary.tempo.held).toBeUndefined();
  });

  it('reads twice the time at half the speed, and only then judges smoothness', async () => {
    const variation = { tempo: { out: 3000, back: 9000 } };
    const slow = await played('cheer', { repetitions: 2, variation }, { range: 'norm', reps: 2 });
    expect(Math.abs((slow.summary.tempo.back?.took ?? 0) - 9000)).toBeLessThan(300);
    expect(slow.summary.smoothness).toEqual({ is: 'judged', of: 2, jerky: 0 });
    const quick = await played('cheer', { repetitions: 2 }, { range: 'norm', reps: 2 });
    expect(quick.summary.smoothness).toEqual({ is: 'not-judged' });
  });

  it('counts what was not smooth', async () => {
    const variation = { tempo: { out: 3000, back: 9000 }, stops: 3 };
    const { summary } = await played('cheer', { repetitions: 2, variation }, { range: 'norm', reps: 2 });
    expect(summary.smoothness).toEqual({ is: 'judged', of: 2, jerky: 2 });
  });

  it('measures each side and both ends separately, and the hold as it was held', async () => {
    const asked = { range: 'norm', reps: 1, holdSeconds: 2 } as const;
    const hold = { hold: millis(2600) };
    const tilt = await played('head-tilt', { repetitions: 1, ...hold }, asked);
    expect(tilt.summary.repetitions).toHaveLength(2);
    expect(Math.abs((tilt.summary.tempo.out?.took ?? 0) - tilt.plan.exercise.motion.tempo.out)).toBeLessThan(150);
    expect(tilt.summary.tempo.held).toMatchObject({ planned: 2000, took: tilt.summary.heldMs / 2 });
    const bend = await played('flexion-extension', { repetitions: 1, ...hold }, asked);
    expect(Math.abs((bend.summary.tempo.out?.took ?? 0) - bend.plan.exercise.motion.tempo.out)).toBeLessThan(300);
    expect(Math.abs((bend.summary.tempo.back?.took ?? 0) - bend.plan.exercise.motion.tempo.back)).toBeLessThan(300);
  });

  it('has no plan for a measure that does not grow as the movement does', async () => {
    const { summary } = await played(
      'butterfly',
      { repetitions: 1, hold: millis(1600) },
      {
        range: 'norm',
        reps: 1,
        holdSeconds: 1,
      },
    );
    expect(summary.tempo.out?.took).toBeGreaterThan(500);
    expect(summary.tempo.out?.planned).toBeUndefined();
  });
});
