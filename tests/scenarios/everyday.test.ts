import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scriptOf } from '../../src/engine/figure/performance.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { armedFor, everydayMovements } from '../../scripts/films/everyday.ts';
import { seenByMoveNet } from './movenet.ts';
import { coach, eventsOf, filmed, rangeIn } from './play.ts';
import { recordedOf } from './recorded-of.ts';
import { runs } from './runs.ts';

/*
 * What people do between repetitions, after arming, on keypoints as MoveNet would see them. None of it is a repetition;
 * of little of it the coach may speak.
 */

const framesPerSecond = 10;

/**
 * Reaching forward is the beginning of raising an arm, and may open an attempt, which is shown. The coach speaks of few:
 * an attempt that was hardly tried gets no cue.
 */
const mostSpoken = 0.1;

it.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
  `counts none of ${runs} random everyday movements as a repetition of %s`,
  { timeout: 600_000 },
  (id, exercise) => {
    const recorded = recordedOf(exercise);
    const practice = rangeIn(exercise, {}).is === 'practice';
    let spoken = 0;
    fc.assert(
      fc.property(everydayMovements, fc.nat(), (movements, seed) => {
        const script = scriptOf([...armedFor(exercise, practice), ...movements]);
        const poses = seenByMoveNet(recorded, filmed(exercise, script, { framesPerSecond, clip: true }), seed, false);
        const { events, repetitions } = coach(exercise, poses);
        spoken += eventsOf(events, 'cue-given').some(({ reason }) => reason.kind !== 'fault') ? 1 : 0;
        expect(eventsOf(events, 'armed')).not.toEqual([]);
        expect(repetitions).toBe(0);
      }),
      { numRuns: runs, seed: 20261125, endOnFailure: true },
    );
    const share = spoken / runs;
    console.log(`${id}: of ${(100 * share).toFixed(1)} % of everyday movements the coach spoke as of attempts`);
    expect(share).toBeLessThanOrEqual(mostSpoken);
  },
);
