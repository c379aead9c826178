import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { viewOf } from '../../src/engine/rules/plan.ts';
import { briefingCamera } from '../../src/engine/figure/camera.ts';
import type { Variation } from '../../src/engine/figure/motion.ts';
import { keyframesOf } from '../../src/engine/figure/perform.ts';
import type { Keyframe } from '../../src/engine/figure/performance.ts';
import { millis, seconds } from '../../src/engine/units.ts';
import { butterfly } from '../../src/exercises/butterfly.ts';
import { cheer } from '../../src/exercises/cheer.ts';
import { idleFront, idleSide } from '../scenarios/idle.ts';
import type { Film } from '../../scripts/films/film.ts';

const film = (name: string, exercise: Exercise, keyframes: readonly Keyframe[]): Film => ({
  name,
  camera: briefingCamera(viewOf(exercise)),
  look: 'teal',
  framesPerSecond: 15,
  keyframes,
});

const performed = (name: string, exercise: Exercise, repetitions: number, hold?: number, variation?: Variation): Film =>
  film(
    name,
    exercise,
    keyframesOf(exercise.motion, { repetitions, hold: hold === undefined ? undefined : millis(hold), variation }),
  );

/** Two butterflies, shown for four seconds each. */
export const twoButterflies = performed('butterfly-two', butterfly, 2, seconds(4));
/** Five butterflies, shown for six seconds each. */
export const correctButterfly = performed('butterfly', butterfly, 5, seconds(6));
/** Five cheers. */
export const correctCheer = performed('cheer', cheer, 5);
/** Two cheers whose arms drop in 0.8 s. */
export const droppedCheer = performed('cheer-dropped', cheer, 2, undefined, { tempo: { back: 800 } });
/** Armed, then drinking, scratching the head and leaning forward. */
export const idleButterfly = film('butterfly-idle', butterfly, idleFront);
/** The same from the side. */
export const idleCheer = film('cheer-idle', cheer, idleSide);
