import { describe, expect, it } from 'vitest';
import { frontOn, sideOn } from '../../../src/engine/pose/orientation.ts';
import { resolve } from '../../../src/engine/rules/plan.ts';
import { fixedRulesOf, rulebookOf } from '../../../src/engine/rules/rulebook.ts';
import type { Targets } from '../../../src/engine/rules/targets.ts';
import { butterfly } from '../../../src/exercises/butterfly.ts';
import { cheer } from '../../../src/exercises/cheer.ts';

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
