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

/** The figure with these joint angles at the top, in practice too. */
const poses = ({ end = {} }: Variation, options: PerformanceOptions = twice) => {
  const { motion } = cheer;
  const ends = motion.ends.map((usual) => ({ ...usual, ...end }));
  return filmed(cheer, performanceOf({ ...motion, ends }, options), facing);
};

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

describe('a practice with both arms asked for', () => {
  const play: Play = { ...facing, range: { is: 'practice' } };
  const options: PerformanceOptions = { ...twice, repetitions: 1, practice: true };

  it.each(sides)('offers the %s arm alone where only this one is raised', (arm) => {
    const { hints, coaching } = coach(cheer, poses(alone(arm), options), play);
    expect(hints).toContain('practise-one-arm');
    expect([coaching.phase, coaching.loneArm]).toEqual(['practice', arm]);
  });

  it.each(sides)('takes the %s arm raised alone twice as a yes, and raised alone once as none', (arm) => {
    const isChosen = (repetitions: number) =>
      coach(cheer, poses(alone(arm), { ...options, repetitions }), play).coaching.isLoneArmRepeated;
    expect([isChosen(0), isChosen(1)]).toEqual([false, true]);
  });

  it('offers it too where the other arm comes along a little', () => {
    const little: Variation = { end: { right: { shoulderElevation: 35 } } };
    expect(coach(cheer, poses(little, options), play).hints).toContain('practise-one-arm');
  });

  it('offers nothing where both are raised, or one of them half-way', () => {
    const halfWay: Variation = { end: { right: { shoulderElevation: 90 } } };
    for (const variation of [{}, halfWay])
      expect(coach(cheer, poses(variation, options), play).hints).not.toContain('practise-one-arm');
  });
});

describe('a person whose right arm goes up to 100 degrees by nature', () => {
  const byNature: Variation = { end: { right: { shoulderElevation: 100 } } };
  const play: Play = { ...facing, range: { is: 'practice' } };
  /** Two short practices, since the first one is asked to go further. */
  const { ranges } = coach(cheer, poses(byNature, { ...twice, practice: true }), play);
  const judged = (variation: Variation) => coach(cheer, poses(variation), { ...facing, range: { is: 'kept', ranges } });

  it('shows in practice how far each arm goes', () => {
    const shown = ranges[0]?.eachSide?.filter(({ measure }) => measure === 'armElevation') ?? [];
    const [left, right] = sides.map((side) => shown.find((one) => one.side === side)?.value ?? NaN);
    expect(left).toBeGreaterThan(150);
    expect(right).toBeLessThan(115);
  });

  it('is counted to the full height, and hears nothing of the difference', () => {
    const { repetitions, attempts, faults, cues, events } = judged(byNature);
    expect([repetitions, attempts, faults, cues]).toEqual([2, [], [], []]);
    expect(eventsOf(events, 'rep-completed').map(({ full }) => full)).toEqual([true, true]);
  });

  it('is told when this arm stays well below its own practice', () => {
    expect(judged({ end: { right: { shoulderElevation: 65 } } }).faults).toContain('uneven');
    expect(judged({ end: { right: { shoulderElevation: 40 } } }).repetitions).toBe(0);
  });

  it('is not counted for the strong arm alone', () => {
    expect(judged(alone('left')).repetitions).toBe(0);
  });
});

it('a person whose arms are alike is told of a difference after practice as before', () => {
  const play: Play = { ...facing, range: { is: 'practice' } };
  const { ranges } = coach(cheer, poses({}, { ...twice, practice: true }), play);
  const uneven: Variation = { end: { left: { shoulderElevation: 110 } } };
  expect(coach(cheer, poses(uneven), { ...facing, range: { is: 'kept', ranges } }).faults).toContain('uneven');
});
