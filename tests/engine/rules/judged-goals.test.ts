import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../../src/engine/exercise/exercise.ts';
import { measureKey } from '../../../src/engine/kinematics/reading.ts';
import { frontOn, sideOn } from '../../../src/engine/pose/orientation.ts';
import { goalsOf } from '../../../src/engine/rules/judged-goals.ts';
import type { PersonalRange } from '../../../src/engine/rules/personal-range.ts';
import { resolve } from '../../../src/engine/rules/plan.ts';
import { rulebookOf } from '../../../src/engine/rules/rulebook.ts';
import type { Targets } from '../../../src/engine/rules/targets.ts';
import { cheer } from '../../../src/exercises/cheer.ts';
import { flexionExtension } from '../../../src/exercises/flexion-extension.ts';
import { headTilt } from '../../../src/exercises/head-tilt.ts';

interface Given {
  readonly targets?: Targets;
  readonly strictness?: number;
  readonly easeLevel?: number;
}

/** The goals of each path of an exercise for a user whose measures all read zero at rest. */
const goalsIn = (exercise: Exercise, { targets = { is: 'norm' }, strictness = 1, easeLevel = 0 }: Given = {}) => {
  const orientation = exercise.view === 'front' ? frontOn : sideOn(1);
  const zero = { seen: true, value: 0, confidence: 0.9 } as const;
  const keys = [
    measureKey('shoulderFlexion', 'right'),
    measureKey('headOverHips'),
    measureKey('headSideBend', 'left'),
    measureKey('headSideBend', 'right'),
  ];
  const rulebook = rulebookOf(resolve(exercise, exercise.view, {}, strictness), {
    orientation,
    targets,
    easeLevel,
    rest: new Map(keys.map((key) => [key, zero])),
    jitter: new Map(),
  });
  return rulebook.repPaths.map((repPath) => goalsOf(rulebook, repPath));
};

describe('the goals of a repetition', () => {
  it('name measure, direction, value, tolerance and floor, and no range of the user without a practice', () => {
    expect(goalsIn(cheer)).toEqual([
      [
        {
          end: 'up',
          side: 'right',
          measure: 'shoulderFlexion',
          is: 'above',
          value: 160,
          tolerance: 10,
          floor: 120,
          easeLevel: 0,
        },
      ],
    ]);
  });

  it('are those of both endpoints, in order, without a side where there is none', () => {
    const [goals = []] = goalsIn(flexionExtension);
    expect(goals).toMatchObject([
      { end: 'flexion', is: 'above', value: 30 },
      { end: 'extension', is: 'below', value: -10 },
    ]);
  });

  it('are those of each side where the sides count apart', () => {
    expect(goalsIn(headTilt)).toMatchObject([[{ side: 'left', value: 30 }], [{ side: 'right', value: 30 }]]);
  });

  it('have the tolerance of the strictness', () => {
    const toleranceAt = (strictness: number) => goalsIn(cheer, { strictness })[0]?.[0]?.tolerance;
    expect(toleranceAt(1.5)).toBe(15);
    expect(toleranceAt(0.8)).toBe(8);
  });

  it('are eased by a tenth of the distance for each level, which they name', () => {
    expect(goalsIn(cheer, { easeLevel: 2 })).toMatchObject([[{ value: expect.closeTo(160 * 0.81, 5), easeLevel: 2 }]]);
  });

  it('are never eased below the floor, and are met from the floor at the earliest', () => {
    const eased = [0, 1, 2, 3].map((easeLevel) => goalsIn(cheer, { easeLevel })[0]?.[0]);
    expect(eased.map((goal) => goal?.floor)).toEqual([120, 120, 120, 120]);
    // 160, 144, 129.6, and 120 instead of 116.6.
    expect(eased.map((goal) => Math.round(10 * (goal?.value ?? NaN)) / 10)).toEqual([160, 144, 129.6, 120]);
    for (const goal of eased) expect((goal?.value ?? 0) - (goal?.tolerance ?? 0)).toBeGreaterThanOrEqual(120 - 1e-9);
  });

  it('are never eased below the least that practice may show where something is held', () => {
    expect(goalsIn(headTilt, { easeLevel: 9 })).toMatchObject([[{ value: 12 }], [{ value: 12 }]]);
    expect(goalsIn(flexionExtension, { easeLevel: 9 })).toMatchObject([[{ value: 20 }, { value: -6 }]]);
  });

  it('have no floor where something is held', () => {
    for (const goal of [...goalsIn(headTilt), ...goalsIn(flexionExtension)].flat())
      expect(goal).not.toHaveProperty('floor');
  });

  it('keep the floor with the least strictness, too', () => {
    expect(goalsIn(cheer, { strictness: 1.5, easeLevel: 2 })).toMatchObject([
      [{ floor: 120, tolerance: expect.closeTo(9.6, 5) }],
    ]);
  });

  it('are none where repetitions are only timed', () => {
    expect(goalsIn(flexionExtension, { targets: { is: 'timed' } })).toEqual([[]]);
  });
});

describe('after a practice', () => {
  const range: PersonalRange = {
    end: 'tilted',
    side: 'left',
    measure: 'headSideBend',
    rest: 0,
    value: 20,
    error: 1.5,
  };

  it('the goals carry the user’s own range, on its side only', () => {
    const [[left] = [], [right] = []] = goalsIn(headTilt, { targets: { is: 'personal', ranges: [range] } });
    expect(left).toMatchObject({ value: expect.closeTo(17, 5), own: { value: 20, error: 1.5 } });
    expect(right?.value).toBe(30);
    expect(right).not.toHaveProperty('own');
  });

  const lifted = (rest: number, value: number): PersonalRange => ({
    end: 'up',
    side: 'right',
    measure: 'shoulderFlexion',
    rest,
    value,
    error: 2,
  });
  const own = (shown: PersonalRange, easeLevel = 0) =>
    goalsIn(cheer, { targets: { is: 'personal', ranges: [shown] }, easeLevel })[0]?.[0];

  it('the floor is two thirds of the own range where the practice was short of the usual target', () => {
    expect(own(lifted(0, 90))).toMatchObject({ value: expect.closeTo(81, 5), floor: expect.closeTo(60, 5) });
    expect(own(lifted(10, 100))).toMatchObject({ value: expect.closeTo(91, 5), floor: expect.closeTo(70, 5) });
  });

  it('the floor is the usual one where the practice met the usual target', () => {
    const usual = cheer.views.side?.ends[0]?.target;
    const least = (usual?.value ?? NaN) - (usual?.tolerance ?? NaN);
    expect(own(lifted(0, least))?.floor).toBe(usual?.floor);
    expect(own(lifted(0, least - 1))?.floor).toBeCloseTo((2 / 3) * (least - 1), 5);
  });

  it('the goals are eased to two thirds of the own range at most', () => {
    expect(own(lifted(0, 90), 2)?.value).toBeCloseTo(0.81 * 81, 5);
    expect(own(lifted(0, 90), 3)?.value).toBeCloseTo(60, 5);
  });

  it('none is carried while practising', () => {
    const [[left] = []] = goalsIn(headTilt, { targets: { is: 'practice' } });
    expect(left?.value).toBe(12);
    expect(left).not.toHaveProperty('own');
  });
});
