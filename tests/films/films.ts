import type { Exercise } from '../../src/engine/coaching/exercise.ts';
import { viewOf } from '../../src/engine/coaching/plan.ts';
import { briefingCamera } from '../../src/engine/figure/camera.ts';
import type { Variation } from '../../src/engine/figure/motion.ts';
import { keyframesOf } from '../../src/engine/figure/perform.ts';
import type { Keyframe } from '../../src/engine/figure/performance.ts';
import { millis, seconds } from '../../src/engine/units.ts';
import { butterfly } from '../../src/exercises/butterfly.ts';
import { flexionExtension } from '../../src/exercises/flexion-extension.ts';
import { headTilt } from '../../src/exercises/head-tilt.ts';
import { shoulderFlexion } from '../../src/exercises/shoulder-flexion.ts';
import { cheer } from '../../src/exercises/cheer.ts';
import { idleFront, idleSide } from '../scenarios/idle.ts';
import type { Film } from './film.ts';

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

const lowElbows = butterfly.views.front?.faults.find(({ id }) => id === 'elbows-low')?.shownBy;

/** Five butterflies, shown for six seconds each. */
export const correctButterfly = performed('butterfly', butterfly, 5, seconds(6));
/** Five cheers. */
export const correctCheer = performed('cheer', cheer, 5);
/** One butterfly with the elbows 35 degrees low. */
export const lowButterfly = performed('butterfly-elbows-low', butterfly, 1, seconds(4), lowElbows);
/** Two cheers whose arms drop in 0.8 s. */
export const droppedCheer = performed('cheer-dropped', cheer, 2, undefined, { tempo: { back: 800 } });
/** Two cheers that only reach 95 degrees. */
export const shortCheer = performed('cheer-short', cheer, 2, undefined, {
  end: { shoulderElevation: 95 },
  tempo: { back: 2500 },
});
/** Armed, then drinking, scratching the head and leaning forward. */
export const idleButterfly = film('butterfly-idle', butterfly, idleFront);
/** The same from the side. */
export const idleCheer = film('cheer-idle', cheer, idleSide);

/** Both sides once, three ends for somebody to hold: the exercises whose films are not part of `npm test`. */
export const moreFilms: readonly Film[] = [
  performed('head-tilt', headTilt, 1, seconds(4)),
  performed('flexion-extension', flexionExtension, 1, seconds(4)),
  performed('shoulder-flexion', shoulderFlexion, 2),
];

/** Every film of `npm test`, less than four minutes in all. */
export const films = [
  correctButterfly,
  correctCheer,
  lowButterfly,
  droppedCheer,
  shortCheer,
  idleButterfly,
  idleCheer,
] as const;
