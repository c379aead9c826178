import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exercises } from '../../src/exercises/registry.ts';
import { seenByMoveNet } from './movenet.ts';
import { coach, filmed } from './play.ts';
import { correctPerformances } from './random-performance.ts';
import { recordedOf } from './recorded-of.ts';
import { runs } from './runs.ts';

/*
 * Correct performances on keypoints as MoveNet would see them, with the bias, the noise and the dropouts recorded on
 * the exercise's own films.
 */

const common = { practice: true, rates: [10, 12] } as const;

it.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
  `counts ${runs} random correct performances of %s exactly and without a fault`,
  { timeout: 600_000 },
  (_, exercise) => {
    const recorded = recordedOf(exercise);
    const ways = exercise.sides === 'each' ? 2 : 1;
    fc.assert(
      fc.property(correctPerformances(exercise, 2, common), fc.nat(), ({ performance, play }, seed) => {
        const facesLeft = play.camera?.facing === 'left';
        const poses = seenByMoveNet(recorded, filmed(exercise, performance, play), seed, facesLeft);
        const { repetitions, attempts, faults, cues } = coach(exercise, poses, play);
        expect({ repetitions, attempts: attempts.map(({ reason }) => reason), faults, cues }).toEqual({
          repetitions: 2 * ways,
          attempts: [],
          faults: [],
          cues: [],
        });
      }),
      { numRuns: runs, seed: 20261124, endOnFailure: true },
    );
  },
);
