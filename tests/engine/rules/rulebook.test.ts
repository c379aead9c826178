import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../../src/engine/exercise/exercise.ts';
import type { Side } from '../../../src/engine/pose/keypoints.ts';
import { frontOn, sideOn, type Orientation } from '../../../src/engine/pose/orientation.ts';
import { resolve } from '../../../src/engine/rules/plan.ts';
import { fixedRulesOf, rulebookOf, setUpKeypointsOf } from '../../../src/engine/rules/rulebook.ts';
import type { Targets } from '../../../src/engine/rules/targets.ts';
import { butterfly } from '../../../src/exercises/butterfly.ts';
import { cheer } from '../../../src/exercises/cheer.ts';
import { flexionExtension } from '../../../src/exercises/flexion-extension.ts';
import { shoulderBladeSqueeze } from '../../../src/exercises/shoulder-blade-squeeze.ts';
import { shoulderFlexion } from '../../../src/exercises/shoulder-flexion.ts';

describe('the rules that are known before the rest readings', () => {
  const plan = resolve(cheer, 'side', {}, 1);
  const norm: Targets = { is: 'norm' };
  const personal = (): Targets => ({ is: 'personal', ranges: [] });
  const last = fixedRulesOf(plan, sideOn(1), norm);

  it('are made once for the same orientation and targets', () => {
    expect(fixedRulesOf(plan, sideOn(1), { is: 'norm' }, last)).toBe(last);
  });

  it('are made again for another orientation, or other targets', () => {
    expect(fixedRulesOf(plan, sideOn(-1), norm, last)).toEqual(fixedRulesOf(plan, sideOn(-1), norm));
    expect(fixedRulesOf(plan, sideOn(-1), norm, last).measured).not.toEqual(last.measured);
    expect(fixedRulesOf(plan, sideOn(1), { is: 'practice' }, last).targets).toEqual({ is: 'practice' });
    const own = fixedRulesOf(plan, sideOn(1), personal());
    expect(fixedRulesOf(plan, sideOn(1), personal(), own)).not.toBe(own);
  });

  it('name every measure that the rulebook reads', () => {
    for (const [exercise, orientation] of [
      [cheer, sideOn(1)],
      [butterfly, frontOn],
    ] as const) {
      const rules = resolve(exercise, exercise.view, {}, 1);
      const { repPaths, primary, start, requires, measured } = rulebookOf(rules, {
        orientation,
        targets: norm,
        easeLevel: 0,
        rest: new Map(),
        jitter: new Map(),
      });
      const targets = repPaths.flatMap(({ ends }) => ends.flatMap(({ target }) => target));
      const names = (all: readonly { measure: string; side: string | undefined }[]) =>
        new Set(all.map(({ measure, side }) => `${measure} ${side}`));
      expect(names(primary)).toEqual(names(targets));
      expect([...names(measured)]).toEqual(expect.arrayContaining([...names([...targets, ...start, ...requires])]));
    }
  });
});

describe('before judging', () => {
  const waitedFor = (exercise: Exercise, orientation: Orientation, arm?: Side): readonly string[] =>
    setUpKeypointsOf(resolve(exercise, orientation.view, {}, 1, { is: 'norm' }, 0, arm), orientation);

  it('the elbows of a raised arm are waited for, of the near side only from the side', () => {
    expect(waitedFor(cheer, frontOn)).toEqual(expect.arrayContaining(['left_elbow', 'right_elbow']));
    expect(waitedFor(cheer, frontOn, 'left')).not.toContain('right_elbow');
    for (const exercise of [cheer, shoulderFlexion, shoulderBladeSqueeze]) {
      expect(waitedFor(exercise, sideOn(1))).toContain('right_elbow');
      expect(waitedFor(exercise, sideOn(1))).not.toContain('left_elbow');
    }
  });

  it('an elbow that only hints read is not waited for', () => {
    expect(waitedFor(flexionExtension, sideOn(1)).filter((name) => name.endsWith('elbow'))).toEqual([]);
    expect(waitedFor(flexionExtension, sideOn(1))).toEqual(expect.arrayContaining(['right_hip', 'right_ear']));
  });
});
