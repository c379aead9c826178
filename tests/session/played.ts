import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import type { Plan } from '../../src/engine/rules/plan.ts';
import { performanceOf, type PerformanceOptions } from '../../src/engine/figure/perform.ts';
import { exerciseById } from '../../src/exercises/registry.ts';
import { planFor } from '../../src/session/planning/plan-for.ts';
import type { ExerciseOutcome } from '../../src/session/summary/routine-outcome.ts';
import type { TrainingOptions } from '../../src/session/planning/training-options.ts';
import { Workout } from '../../src/session/workout/workout.ts';
import { filmed } from '../scenarios/play.ts';

/** A built-in exercise. */
export const exerciseCalled = (id: string): Exercise => {
  const exercise = exerciseById(id);
  if (!exercise) throw new Error(`${id} is missing.`);
  return exercise;
};

/** The result of an exercise that the figure performs, judged by its true keypoints. */
export const played = async (
  id: string,
  options: PerformanceOptions,
  asked: Partial<TrainingOptions> = { range: 'norm' },
): Promise<ExerciseOutcome & { readonly plan: Plan }> => {
  const exercise = exerciseCalled(id);
  const plan = planFor(exercise, asked);
  const workout = new Workout(plan);
  const poses = filmed(exercise, performanceOf(exercise.motion, options), { view: plan.view, framesPerSecond: 30 });
  const source = {
    async *poses() {
      yield* poses;
    },
  };
  const summary = await workout.run(source, new AbortController().signal);
  return { plan, summary, record: workout.record };
};
