import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../src/engine/coaching/exercise.ts';
import { scriptOf } from '../../src/engine/figure/performance.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { fewCases, moreCases } from '../films/cases.ts';
import { armedFor, everydayMovements } from './everyday.ts';
import { learn, seenByMoveNet, type Recorded } from './movenet.ts';
import { coach, eventsOf, filmed, rangeIn, type Play } from './play.ts';
import { correctPerformances } from './random-performance.ts';

/*
 * The engine on keypoints as MoveNet would see them, with the bias, the noise and the dropouts that it was recorded to
 * have on the exercise's own films.
 */

const runs = 200;
const cases = [...fewCases, ...moreCases];

const facesLeft = ({ camera }: Play): boolean => camera?.facing === 'left';

/** What MoveNet was recorded to see on an exercise's films in the view that it asks for. */
const recordedOf = (exercise: Exercise): Recorded =>
  learn(
    cases
      .filter((one) => one.exercise === exercise && one.view === exercise.view && !one.film.covered)
      .map(({ film }) => film),
    4,
  );

describe.each(exercises.map((exercise) => [exercise.id, exercise] as const))('%s as MoveNet sees it', (_, exercise) => {
  const recorded = recordedOf(exercise);
  const ways = exercise.sides === 'each' ? 2 : 1;

  it(`counts ${runs} random correct performances exactly and without a fault`, { timeout: 600_000 }, () => {
    const common = { practice: true, rates: [10, 12] } as const;
    fc.assert(
      fc.property(correctPerformances(exercise, 2, common), fc.nat(), ({ performance, play }, seed) => {
        const poses = seenByMoveNet(recorded, filmed(exercise, performance, play), seed, facesLeft(play));
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
  });

  it(`takes none of ${runs} random everyday movements for a repetition`, { timeout: 600_000 }, () => {
    const practice = rangeIn(exercise, {}).is === 'practice';
    let attempts = 0;
    fc.assert(
      fc.property(everydayMovements, fc.nat(), (movements, seed) => {
        const script = scriptOf([...armedFor(exercise, practice), ...movements]);
        const poses = seenByMoveNet(
          recorded,
          filmed(exercise, script, { framesPerSecond: 10, clip: true }),
          seed,
          false,
        );
        const { events, repetitions } = coach(exercise, poses);
        attempts += eventsOf(events, 'attempt-opened').length > 0 ? 1 : 0;
        expect(eventsOf(events, 'armed')).not.toEqual([]);
        expect(repetitions).toBe(0);
      }),
      { numRuns: runs, seed: 20261125, endOnFailure: true },
    );
    console.log(`${exercise.id}: ${((100 * attempts) / runs).toFixed(1)} % of everyday movements opened an attempt`);
  });
});
