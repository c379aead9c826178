import { describe, expect, it } from 'vitest';
import { performanceOf, type PerformanceOptions } from '../../src/engine/figure/perform.ts';
import type { Variation } from '../../src/engine/figure/motion.ts';
import { sides, type Side } from '../../src/engine/pose/keypoints.ts';
import { oneArmView, resolve } from '../../src/engine/rules/plan.ts';
import { seconds } from '../../src/engine/units.ts';
import { cheer } from '../../src/exercises/cheer.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { coach, eventsOf, filmed, type Play } from './play.ts';

const facing: Play = { view: 'front', framesPerSecond: 15 };
const otherOf = (side: Side): Side => (side === 'left' ? 'right' : 'left');
const twice: PerformanceOptions = { repetitions: 2, calm: seconds(5) };

/** The cheer with this arm alone: the other one hangs straight down. */
const alone = (arm: Side): Variation => ({ end: { [otherOf(arm)]: { shoulderElevation: 0, elbowFlexion: 0 } } });

const poses = (variation: Variation, options: PerformanceOptions = twice) =>
  filmed(cheer, performanceOf(cheer.motion, { ...options, variation }), facing);

describe.each(sides)('a cheer of the %s arm alone', (arm) => {
  it('counts where this arm is chosen, and every event of it names this arm', () => {
    const { repetitions, attempts, cues, events } = coach(cheer, poses(alone(arm)), { ...facing, arm });
    expect([repetitions, attempts, cues]).toEqual([2, [], []]);
    expect(eventsOf(events, 'rep-completed').map(({ side, full }) => [side, full])).toEqual([
      [arm, true],
      [arm, true],
    ]);
    expect(eventsOf(events, 'armed').map(({ side, goals }) => [side, goals.map((goal) => goal.side)])).toEqual([
      [arm, [arm]],
    ]);
  });

  it('does not count where both arms are asked for, nor where the other one is', () => {
    expect(coach(cheer, poses(alone(arm)), facing).repetitions).toBe(0);
    expect(coach(cheer, poses(alone(arm)), { ...facing, arm: otherOf(arm) }).repetitions).toBe(0);
  });

  it('is not told of the other arm, which may come along half-way', () => {
    const halfWay: Variation = { end: { [otherOf(arm)]: { shoulderElevation: 80 } } };
    const { repetitions, faults, cues } = coach(cheer, poses(halfWay), { ...facing, arm });
    expect([repetitions, faults, cues]).toEqual([2, [], []]);
  });

  it('is told to reach up when this arm falls short, though the other one is up', () => {
    const short: Variation = { end: { [arm]: { shoulderElevation: 85 } } };
    const { repetitions, cues, events } = coach(cheer, poses(short), { ...facing, arm });
    expect([repetitions, new Set(cues)]).toEqual([0, new Set(['reach-up'])]);
    expect(new Set(eventsOf(events, 'cue-given').map(({ side }) => side))).toEqual(new Set([arm]));
  });

  it('sets the own range of this arm from one practice', () => {
    const play: Play = { ...facing, arm, range: { is: 'practice' } };
    const { ranges, repetitions } = coach(cheer, poses(alone(arm), { ...twice, practice: true }), play);
    expect(ranges.map(({ side }) => side)).toEqual([arm]);
    expect(repetitions).toBe(2);
  });

  it('counts with the other elbow out of the picture', () => {
    const hidden = `${otherOf(arm)}_elbow` as const;
    const { repetitions } = coach(cheer, poses(alone(arm)), {
      ...facing,
      arm,
      through: (pose) => ({
        ...pose,
        keypoints: { ...pose.keypoints, [hidden]: { ...pose.keypoints[hidden], score: 0 } },
      }),
    });
    expect(repetitions).toBe(2);
  });

  it('is what the figure shows', () => {
    const { motion } = resolve(cheer, 'front', {}, 1, { is: 'norm' }, 0, arm).exercise;
    const film = filmed(cheer, performanceOf(motion, twice), facing);
    expect(coach(cheer, film, { ...facing, arm }).repetitions).toBe(2);
    expect(coach(cheer, film, { ...facing, arm: otherOf(arm) }).repetitions).toBe(0);
  });
});

it('one arm alone is offered where each arm has its own measure, from the front', () => {
  expect(exercises.filter((one) => oneArmView(one)).map(({ id }) => id)).toEqual(['cheer']);
  expect(() => resolve(cheer, 'side', {}, 1, { is: 'norm' }, 0, 'left')).toThrow('side');
});
