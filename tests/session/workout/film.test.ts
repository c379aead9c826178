import { describe, expect, it } from 'vitest';
import { performanceOf } from '../../../src/engine/figure/perform.ts';
import type { TimedPose } from '../../../src/engine/pose/pose.ts';
import type { View } from '../../../src/engine/pose/view.ts';
import { millis, type SourceTime } from '../../../src/engine/units.ts';
import { planFor } from '../../../src/session/planning/plan-for.ts';
import { Workout } from '../../../src/session/workout/workout.ts';
import { filmed } from '../../scenarios/play.ts';
import { exerciseCalled } from '../played.ts';

/* Films of the figure that begin in movement, as films of people do: nobody sits still before the first repetition. */

const calm = 5000;

/** A film of an exercise from this time on, ms; the first repetition begins at `calm`. */
const filmFrom = (id: string, view: View, from: number, repetitions = 3): readonly TimedPose<SourceTime>[] => {
  const exercise = exerciseCalled(id);
  const performance = performanceOf(exercise.motion, { repetitions, calm: millis(calm), settle: millis(0) });
  return filmed(exercise, performance, { view }).filter(({ at }) => at >= from);
};

const judged = async (id: string, view: View, poses: readonly TimedPose<SourceTime>[], holdSeconds?: number) => {
  const hold = holdSeconds === undefined ? {} : { holdSeconds };
  const workout = new Workout(planFor(exerciseCalled(id), { view, range: 'norm', reps: 99, ...hold }));
  const source = {
    isFilm: true,
    async *poses() {
      yield* poses;
    },
  };
  const summary = await workout.run(source, new AbortController().signal);
  return { summary, events: workout.record.events };
};

describe('a film', () => {
  it.each([
    ['cheer', 'front'],
    ['cheer', 'side'],
    ['shoulder-flexion', 'side'],
  ] as const)('that begins in the first repetition of the %s from the %s is counted from that on', async (id, view) => {
    const { summary, events } = await judged(id, view, filmFrom(id, view, calm + 300));
    expect(summary.repetitions).toHaveLength(3);
    expect(summary.attempts).toEqual([]);
    expect(events.find(({ type }) => type === 'armed')?.at).toBe(0);
  });

  it('takes no neutral from a tilt that is held, but from the upright head after it', async () => {
    const poses = filmFrom('head-tilt', 'front', calm + 300, 1);
    const { summary } = await judged('head-tilt', 'front', poses, 1);
    expect(summary.repetitions.map(({ side }) => side)).toEqual(['left', 'right']);
  });

  it('never begins by time, and its events are in order', async () => {
    const poses = filmFrom('cheer', 'front', calm + 300, 8);
    const { events } = await judged('cheer', 'side', poses);
    expect(poses.length / 15).toBeGreaterThan(40);
    expect(events.filter(({ type }) => type === 'begun-by-time' || type === 'repetition-timed')).toEqual([]);
    const times = events.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  });

  it('that shows the wrong view names the one thing that was missing', async () => {
    const { summary, events } = await judged('cheer', 'side', filmFrom('cheer', 'front', calm + 300));
    expect(summary.repetitions).toEqual([]);
    expect(events.at(-1)).toMatchObject({ type: 'session-ended', missing: 'turn-sideways' });
    expect(summary.unbegun).toBe('turn-sideways');
  });
});
