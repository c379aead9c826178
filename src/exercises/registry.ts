import type { Exercise } from '../engine/coaching/exercise.ts';
import { butterfly } from './butterfly.ts';
import { cheer } from './cheer.ts';
import { flexionExtension } from './flexion-extension.ts';
import { headTilt } from './head-tilt.ts';
import { shoulderFlexion } from './shoulder-flexion.ts';

/** Every exercise, in the order of the home screen: front views first, so that one turns once. */
export const exercises: readonly Exercise[] = [butterfly, headTilt, flexionExtension, cheer, shoulderFlexion];

/** The exercise with an id; `undefined` where there is none. */
export const exerciseById = (id: string): Exercise | undefined => exercises.find((exercise) => exercise.id === id);
