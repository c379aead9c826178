import { advance, begin } from '../../src/engine/coach/coach.ts';
import { keyframesOf } from '../../src/engine/figure/perform.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { resolve, viewOf } from '../../src/engine/rules/plan.ts';
import { seconds } from '../../src/engine/units.ts';
import { butterfly } from '../../src/exercises/butterfly.ts';
import { quantileOf } from '../accuracy/statistics.ts';
import { truthOf, type Film } from '../films/film.ts';
import { medianOf } from './figures.ts';
import { speedFilm } from './film.ts';

/** The time of the engine's step for one pose, in fixed loops of arithmetic of the same run. */
export interface EngineFigures {
  readonly steps: number;
  readonly loopUs: number;
  readonly median: number;
  readonly p99: number;
}

/**
 * One loop: a thousand multiplications and additions, each of which needs the one before. It begins with a constant: with a
 * value of the caller’s, V8 put each result on the heap, which took 2.5 times as long and made garbage between the steps.
 */
const loop = (): number => {
  let value = 1;
  for (let turn = 0; turn < 1000; turn += 1) value = value * 0.999_999 + 0.5;
  return value;
};

/** Ten butterflies at thirty frames a second. */
const film: Film = {
  ...speedFilm,
  framesPerSecond: 30,
  keyframes: keyframesOf(butterfly.motion, { repetitions: 10, hold: seconds(3) }),
};

const since = (began: number): number => (performance.now() - began) * 1000;

/** How often the film runs; only the last time is measured: up to the seventh, code is still being compiled. */
const passes = 8;

/** Runs the engine over true poses, a loop after each step; the times of both, microseconds. */
const timedPass = (poses: readonly TimedPose[]): { readonly steps: number[]; readonly loops: number[] } => {
  const plan = resolve(butterfly, viewOf(butterfly), { sets: 1, reps: 50, hold: seconds(3) }, 1, { is: 'norm' }, 0);
  let state = begin(plan);
  const [steps, loops]: [number[], number[]] = [[], []];
  let value = 0;
  for (const pose of poses) {
    const stepBegan = performance.now();
    [state] = advance(plan, state, pose);
    steps.push(since(stepBegan));
    const loopBegan = performance.now();
    value += loop();
    loops.push(since(loopBegan));
  }
  // The sum is used, so that the loop is not left out.
  if (!Number.isFinite(value)) throw new Error('The loop left the numbers.');
  return { steps, loops };
};

/** Measures the steps, in this process. */
export const measureSteps = (): EngineFigures => {
  const poses = truthOf(film);
  let last = timedPass(poses);
  for (let pass = 1; pass < passes; pass += 1) last = timedPass(poses);
  const loopUs = medianOf(last.loops);
  return {
    steps: last.steps.length,
    loopUs,
    median: medianOf(last.steps) / loopUs,
    p99: quantileOf(last.steps, 0.99) / loopUs,
  };
};
