import { describe, expect, it } from 'vitest';
import type { Jitter } from '../../../src/engine/rules/similarity.ts';
import { resolve } from '../../../src/engine/rules/plan.ts';
import { leastRanges, rangesShown, type PracticeSample } from '../../../src/engine/calibration/practice-range.ts';
import { sideOn } from '../../../src/engine/pose/orientation.ts';
import type { MeasureKey, Reading, Readings } from '../../../src/engine/kinematics/reading.ts';
import { cheer } from '../../../src/exercises/cheer.ts';
import { rulebookOf, type Rulebook } from '../../../src/engine/rules/rulebook.ts';

const key: MeasureKey = 'shoulderFlexion.right';
const rest: Readings = new Map<MeasureKey, Reading>([[key, { seen: true, value: 5, confidence: 0.9 }]]);
const still: Jitter = new Map();
const rulebook = rulebookOf(resolve(cheer, 'side', {}, 1, { is: 'practice' }), {
  orientation: sideOn(1),
  targets: { is: 'practice' },
  easeLevel: 0,
  rest,
  jitter: still,
});
const [route] = rulebook.repPaths;
if (!route) throw new Error('An exercise has a route.');

/** The samples of an arm raised to these angles in turn. */
const samples = (...angles: readonly number[]): readonly PracticeSample[] =>
  angles.map((lead) => ({ endIndex: 0, primary: lead, progress: lead - 5, parts: [], readings: new Map() }));

const shown = (all: readonly PracticeSample[], jitter = still) => {
  const [range] = rangesShown(rulebook, route, all, rest, jitter);
  if (!range) throw new Error('An end has a range.');
  return range;
};

describe('the range from a practice', () => {
  it('is the mean at the far end, and its error is their spread', () => {
    const range = shown(samples(20, 80, 120, 138, 140, 142, 140, 100, 20));
    expect(range).toMatchObject({ end: 'up', side: 'right', measure: 'shoulderFlexion', rest: 5 });
    expect(range.value).toBeCloseTo(140, 10);
    expect(range.error).toBeCloseTo(Math.SQRT2, 10);
  });

  it('treats samples within half a hysteresis (6 degrees) of the furthest as the far end', () => {
    expect(shown(samples(100, 134, 140)).value).toBeCloseTo(137, 10);
    expect(shown(samples(100, 133.9, 140)).value).toBeCloseTo(140, 10);
  });

  it('has an error of at least the jitter at rest', () => {
    expect(shown(samples(100, 140, 140)).error).toBe(0);
    expect(shown(samples(100, 140, 140), new Map([[key, 1.5]])).error).toBe(1.5);
  });

  it('ignores samples of another end', () => {
    const other: PracticeSample = { endIndex: 1, primary: 170, progress: 165, parts: [], readings: new Map() };
    expect(shown([...samples(100, 140, 140), other]).value).toBe(140);
  });

  it('contains, for a blend, how much each of its measures changed', () => {
    const blend: Rulebook['similarityWeights'] = [
      { measure: 'shoulderWidth', key: 'shoulderWidth', rest: 1, weight: 1 },
      { measure: 'neckLength', key: 'neckLength', rest: 2, weight: 1 },
    ];
    const blended: readonly PracticeSample[] = [
      { endIndex: 0, primary: 20, progress: 15, parts: [0.9, 2.5], readings: new Map() },
      { endIndex: 0, primary: 139, progress: 134, parts: [0.7, 2.1], readings: new Map() },
      { endIndex: 0, primary: 141, progress: 136, parts: [0.6, 2.3], readings: new Map() },
    ];
    const [range] = rangesShown({ ...rulebook, similarityWeights: blend }, route, blended, rest, still);
    const changes = range?.parts?.map(({ measure, change }) => [measure, Math.round(change * 1e6) / 1e6]);
    expect(changes).toEqual([
      ['shoulderWidth', -0.35],
      ['neckLength', 0.2],
    ]);
  });
});

it('the least range is the smallest that practice accepts, counted from rest', () => {
  expect(leastRanges(route, rest, new Map([[key, 1.5]]))).toEqual([
    { end: 'up', side: 'right', measure: 'shoulderFlexion', rest: 5, value: 120, error: 1.5 },
  ]);
});
