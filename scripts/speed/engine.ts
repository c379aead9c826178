import { advance, begin } from '../../src/engine/coach/coach.ts';
import { keyframesOf } from '../../src/engine/figure/perform.ts';
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

/** One loop: a thousand multiplications and additions, each of which needs the one before. */
const loop = (from: number): number => {
  let value = from;
  for (let turn = 0; turn < 1000; turn += 1) value = value * 0.999_999 + 0.5;
  return value;
};

/** Ten butterflies at thirty frames a second: the steps before the last half run until the code is compiled. */
const film: Film = {
  ...speedFilm,
  framesPerSecond: 30,
  keyframes: keyframesOf(butterfly.motion, { repetitions: 10, hold: seconds(3) }),
};

const since = (began: number): number => (performance.now() - began) * 1000;

/** Runs the engine over true poses, a loop after each step. Times are in microseconds. */
export const measureEngine = (): EngineFigures => {
  const poses = truthOf(film);
  const plan = resolve(butterfly, viewOf(butterfly), { sets: 1, reps: 50 }, 1, { is: 'norm' }, 0);
  let state = begin(plan);
  const [steps, loops]: [number[], number[]] = [[], []];
  let value = 1;
  for (const pose of poses) {
    const stepBegan = performance.now();
    [state] = advance(plan, state, pose);
    steps.push(since(stepBegan));
    const loopBegan = performance.now();
    value = loop(value);
    loops.push(since(loopBegan));
  }
  // The sum is used, so that the loop is not left out.
  if (!Number.isFinite(value)) throw new Error('The loop left the numbers.');
  const half = Math.floor(steps.length / 2);
  const loopUs = medianOf(loops.slice(half));
  const measured = steps.slice(half);
  return {
    steps: measured.length,
    loopUs,
    median: medianOf(measured) / loopUs,
    p99: quantileOf(measured, 0.99) / loopUs,
  };
};
