import { performanceOf, type PerformanceOptions } from '../src/engine/figure/perform.ts';
import { recordingOf } from '../src/engine/pose/recording.ts';
import { planFor } from '../src/session/planning/plan-for.ts';
import { movementOf, type MadeMovement } from '../src/session/record/movement.ts';
import { filmed } from './scenarios/play.ts';
import { exerciseCalled } from './session/played.ts';

/** A recording of the figure that trains the cheer from the front, judged by the norm, from 1000 ms since 1970 on. */
export const madeMovement = (options: PerformanceOptions): MadeMovement => {
  const cheer = exerciseCalled('cheer');
  const plan = planFor(cheer, { view: 'front', range: 'norm', reps: 2 });
  const poses = filmed(cheer, performanceOf(cheer.motion, options), { view: 'front', framesPerSecond: 15 });
  return movementOf(recordingOf(poses), plan, { at: 1000, app: '1.2.3', source: 'camera', model: 'lightning' });
};
