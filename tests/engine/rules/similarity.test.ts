import { describe, expect, it } from 'vitest';
import {
  isJudgeable,
  leastSimilarity,
  similarityIn,
  ownWeights,
  practiceWeights,
  signalOf,
  sourcesOf,
  type SimilaritySource,
  type Changes,
  type Jitter,
} from '../../../src/engine/rules/similarity.ts';
import type { Target } from '../../../src/engine/exercise/exercise.ts';
import type { MeasureName } from '../../../src/engine/kinematics/measures.ts';
import { frontOn, sideOn } from '../../../src/engine/pose/orientation.ts';
import type { MeasureKey, Reading, Readings } from '../../../src/engine/kinematics/reading.ts';

/** A squeeze: the shoulders come closer together, and the neck stays long. */
const sources: readonly SimilaritySource[] = [
  { measure: 'shoulderWidth', key: 'shoulderWidth', is: 'below' },
  { measure: 'neckLength', key: 'neckLength', is: 'above' },
];

const readings = (shoulderWidth: number | undefined, neckLength: number | undefined): Readings => {
  const reading = (value: number | undefined): Reading =>
    value === undefined ? { seen: false, missing: ['left_ear'] } : { seen: true, value, confidence: 0.8 };
  return new Map<MeasureKey, Reading>([
    ['shoulderWidth', reading(shoulderWidth)],
    ['neckLength', reading(neckLength)],
  ]);
};
const rest = readings(1, 1);

/** Far more than MoveNet's usual jitter, so that these values count. */
const jitter: Jitter = new Map<MeasureKey, number>([
  ['shoulderWidth', 0.05],
  ['neckLength', 0.05],
]);

const changes = (shoulderWidth: number, neckLength: number): Changes =>
  new Map<MeasureName, number>([
    ['shoulderWidth', shoulderWidth],
    ['neckLength', neckLength],
  ]);

const valueIn = (reading: Reading): number => (reading.seen ? reading.value : NaN);

describe('the similarity to the user’s own practice', () => {
  const practised = changes(-0.3, 0.3);
  const own = ownWeights(sources, practised, rest, jitter);

  it('is 0 at rest, 1 as in practice, and half of that half-way', () => {
    expect(valueIn(similarityIn(own, rest))).toBeCloseTo(0, 12);
    expect(valueIn(similarityIn(own, readings(0.7, 1.3)))).toBeCloseTo(1, 12);
    expect(valueIn(similarityIn(own, readings(0.85, 1.15)))).toBeCloseTo(0.5, 12);
  });

  it('is negative where everything moves the other way', () => {
    expect(valueIn(similarityIn(own, readings(1.3, 0.7)))).toBeCloseTo(-1, 12);
  });

  it('is lowered by a shrug, which shortens the neck', () => {
    expect(valueIn(similarityIn(own, readings(0.7, 0.7)))).toBeCloseTo(0, 12);
  });

  it('weighs a measure by its change over the square of its jitter', () => {
    const uneven: Jitter = new Map<MeasureKey, number>([
      ['shoulderWidth', 0.05],
      ['neckLength', 0.1],
    ]);
    const [width, neck] = ownWeights(sources, practised, rest, uneven);
    expect((width?.weight ?? NaN) / -(neck?.weight ?? NaN)).toBeCloseTo(4, 12);
  });

  it('leaves out a measure that moved the wrong way in practice', () => {
    const [width, neck] = ownWeights(sources, changes(-0.3, -0.3), rest, jitter);
    expect(neck?.weight).toBeCloseTo(0, 12);
    expect((width?.weight ?? NaN) * -0.3).toBeCloseTo(1, 12);
  });

  it('has no weight at all where practice changed nothing', () => {
    expect(ownWeights(sources, changes(0, 0), rest, jitter).map(({ weight }) => weight)).toEqual([0, 0]);
  });

  it('is unseen where a part that counts is unseen, and contains what is missing', () => {
    expect(similarityIn(own, readings(0.7, undefined))).toEqual({ seen: false, missing: ['left_ear'] });
    const widthOnly = ownWeights(sources, changes(-0.3, -0.3), rest, jitter);
    expect(valueIn(similarityIn(widthOnly, readings(0.7, undefined)))).toBeCloseTo(1, 12);
  });

  it('is unseen where it has no parts', () => {
    expect(similarityIn([], rest)).toEqual({ seen: false, missing: [] });
  });

  it('is as confident as the least confident of its parts', () => {
    const unsure = new Map(readings(0.7, 1.3)).set('neckLength', { seen: true, value: 1.3, confidence: 0.4 });
    expect(similarityIn(own, unsure)).toMatchObject({ seen: true, confidence: 0.4 });
  });

  it('uses only what was seen at rest', () => {
    expect(ownWeights(sources, practised, readings(1, undefined), jitter).map(({ measure }) => measure)).toEqual([
      'shoulderWidth',
    ]);
  });
});

describe('how far a practice stands out', () => {
  it('is counted in jitters, each measure by itself; from three on it can be judged', () => {
    expect(signalOf(sources, changes(-0.15, 0.2), jitter)).toBeCloseTo(5, 12);
    expect(isJudgeable(signalOf(sources, changes(-0.151, 0), jitter))).toBe(true);
    expect(isJudgeable(signalOf(sources, changes(-0.149, 0), jitter))).toBe(false);
    expect(signalOf(sources, changes(0.3, -0.3), jitter)).toBe(0);
  });

  it('never uses less than the usual jitter, however still the user sat', () => {
    const still = signalOf(sources, changes(-0.15, 0), new Map());
    const stiller = signalOf(sources, changes(-0.15, 0), new Map<MeasureKey, number>([['shoulderWidth', 0]]));
    expect(stiller).toBe(still);
    expect(still).toBeLessThan(0.15 / 0.002 + 1e-9);
  });

  it('is a similarity of one half, in the blend that watches practice, where it can just be judged', () => {
    const blend = practiceWeights(sources.slice(0, 1), rest, jitter);
    expect(valueIn(similarityIn(blend, readings(0.85, 1)))).toBeCloseTo(leastSimilarity, 12);
    expect(leastSimilarity).toBe(0.5);
  });
});

it('for measures with two sides the near one is a source', () => {
  const target = { of: [{ measure: 'shoulderFlexion', is: 'below' }] } as unknown as Target;
  expect(sourcesOf(target, sideOn(1)).map(({ key }) => key)).toEqual(['shoulderFlexion.right']);
  expect(sourcesOf(target, sideOn(-1)).map(({ key }) => key)).toEqual(['shoulderFlexion.left']);
  expect(sourcesOf({} as unknown as Target, frontOn)).toEqual([]);
});
