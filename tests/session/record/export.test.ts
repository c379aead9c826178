import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { CoachingEvent } from '../../../src/engine/exercise/events.ts';
import { performanceOf } from '../../../src/engine/figure/perform.ts';
import { exerciseById } from '../../../src/exercises/registry.ts';
import { planOf, sessionExport, sessionExportSchema } from '../../../src/session/record/export.ts';
import { planFor } from '../../../src/session/planning/plan-for.ts';
import { Workout } from '../../../src/session/workout/workout.ts';
import { filmed } from '../../scenarios/play.ts';

const exercise = exerciseById('cheer');
if (!exercise) throw new Error('The cheer is missing.');

/** A session in which nothing counts: the arms go up to little more than half. */
const short = async () => {
  const workout = new Workout(planFor(exercise, { reps: 3, range: 'norm', strictness: 1.5 }));
  const events: CoachingEvent[] = [];
  workout.steps.listen((step) => events.push(...step.events));
  const poses = filmed(exercise, performanceOf(exercise.motion, { repetitions: 2, amplitude: 0.6 }));
  const source = {
    async *poses() {
      yield* poses;
    },
  };
  await workout.run(source, new AbortController().signal);
  const record: unknown = JSON.parse(JSON.stringify(workout.record));
  return { events, record: v.parse(sessionExportSchema, record), duration: poses.at(-1)?.at ?? 0 };
};

it('exports what happened, with the reason of every attempt, and the settings', async () => {
  const { events, record } = await short();
  expect(record).toMatchObject({
    version: 3,
    exercise: 'cheer',
    view: 'side',
    settings: { sets: 1, reps: 3, holdMs: 0, strictness: 1.5, range: 'norm', easeLevel: 0 },
  });
  expect(record.events).toEqual(events);
  const reasons = events.flatMap((event) => (event.type === 'rep-attempted' ? [event.reason] : []));
  expect(reasons.map(({ kind }) => kind)).toEqual(['range', 'range']);
  expect(record.events.flatMap((event) => (event.type === 'rep-attempted' ? [event.reason] : []))).toEqual(reasons);
});

it('traces the primary measure, at most ten times a second', async () => {
  const { record, duration } = await short();
  const [trace, ...more] = record.traces;
  expect(more).toEqual([]);
  expect(trace).toMatchObject({ measure: 'shoulderFlexion' });
  const points = trace?.points ?? [];
  expect(points.length).toBeGreaterThan(duration / 400);
  expect(points.slice(1).every(([at], index) => at - (points[index]?.[0] ?? 0) >= 99)).toBe(true);
  expect(Math.max(...points.map(([, value]) => value ?? 0))).toBeGreaterThan(80);
});

it('says which arm trained alone, and a replay judges the same one', () => {
  const plan = planFor(exercise, { range: 'norm', arm: 'right' });
  const record = v.parse(sessionExportSchema, JSON.parse(JSON.stringify(sessionExport(plan, [], []))));
  expect([record.view, record.settings.arm]).toEqual(['front', 'right']);
  expect(planOf(record, exercise)).toMatchObject({ view: 'front', arm: 'right' });
  expect(sessionExport(planFor(exercise), [], []).settings).not.toHaveProperty('arm');
});
