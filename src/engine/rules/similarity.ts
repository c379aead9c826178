import type { MeasureName } from '../kinematics/measures.ts';
import { measureRow } from '../kinematics/measures.ts';
import { measureKey, type MeasureKey, type Reading, type Readings } from '../kinematics/reading.ts';
import type { KeypointName } from '../pose/keypoints.ts';
import type { Orientation } from '../pose/orientation.ts';
import { sidesOf } from '../kinematics/measure.ts';
import type { Bound, Target } from '../exercise/exercise.ts';

/*
 * A movement that no single measure shows well, such as a squeeze of the shoulder blades, is judged by its likeness to
 * the person's own practice: a weighted sum of every measure that carries signal, 0 at rest and 1 as in practice. Each
 * measure weighs by its change over the square of its jitter (the linear discriminant of independent noise), so that
 * what hardly moves, or trembles, hardly counts.
 */

/** One measure of a blend: where it is at rest, and how much of it makes up the likeness. */
export interface SimilarityWeight {
  readonly measure: MeasureName;
  readonly key: MeasureKey;
  readonly rest: number;
  readonly weight: number;
}

/** How still each measure is at rest: its SD, in its unit. */
export type Jitter = ReadonlyMap<MeasureKey, number>;

/** Before practice a likeness of one is a change of so many jitters. */
const jittersInOne = 6;

/** Changes smaller than so many jitters cannot be told from rest. */
const leastJitters = 3;

/** The likeness that a practice must show at the least. */
export const leastSimilarity = leastJitters / jittersInOne;

/** Whether practised changes stand out of the jitter far enough to judge by. */
export const isJudgeable = (signal: number): boolean => signal >= leastJitters;

/** No measure is stiller than this, in any ratio: the true figure breathes. */
const leastJitter = 0.002;

/** A measure that may carry a likeness, and which way the movement takes it. */
export interface SimilaritySource {
  readonly measure: MeasureName;
  readonly key: MeasureKey;
  readonly is: Bound['is'];
}

/** The sources that a target names, for somebody turned so: of measures with two sides the near one. */
export const sourcesOf = ({ of = [] }: Target, orientation: Orientation): readonly SimilaritySource[] =>
  of.map(({ measure, is }) => ({ measure, is, key: measureKey(measure, sidesOf(measure, orientation)[0]) }));

/** By how much practice changed each source, in its unit. */
export type Changes = ReadonlyMap<MeasureName, number>;

const signOf = ({ is }: SimilaritySource): 1 | -1 => (is === 'above' ? 1 : -1);

/** The jitter of a source: as calm seconds showed it, and never less than MoveNet's usual. */
const jitterOf = ({ measure, key }: SimilaritySource, jitter: Jitter): number =>
  Math.max(jitter.get(key) ?? 0, measureRow(measure).noise ?? 0, leastJitter);

/** A change in jitters; what went the wrong way counts for nothing. */
const inJitters = (source: SimilaritySource, changes: Changes, jitter: Jitter): number =>
  Math.max(0, (signOf(source) * (changes.get(source.measure) ?? 0)) / jitterOf(source, jitter));

/** The sources that rest showed, each with its weight. */
const weighed = (
  sources: readonly SimilaritySource[],
  rest: Readings,
  weightOf: (source: SimilaritySource, count: number) => number,
): readonly SimilarityWeight[] => {
  const seen = sources.flatMap((source) => {
    const reading = rest.get(source.key);
    return reading?.seen ? [{ source, value: reading.value }] : [];
  });
  return seen.map(({ source, value }) => {
    const { measure, key } = source;
    return { measure, key, rest: value, weight: weightOf(source, seen.length) };
  });
};

/** The blend by which practice itself is watched: every source alike, each in its own jitters. */
export const practiceWeights = (
  sources: readonly SimilaritySource[],
  rest: Readings,
  jitter: Jitter,
): readonly SimilarityWeight[] =>
  weighed(
    sources,
    rest,
    (source, count) => signOf(source) / (jittersInOne * Math.sqrt(count) * jitterOf(source, jitter)),
  );

/** How many jitters the practised changes come to together. */
export const signalOf = (sources: readonly SimilaritySource[], changes: Changes, jitter: Jitter): number =>
  Math.hypot(...sources.map((source) => inJitters(source, changes, jitter)));

/** The blend of what practice changed. */
export const ownWeights = (
  sources: readonly SimilaritySource[],
  changes: Changes,
  rest: Readings,
  jitter: Jitter,
): readonly SimilarityWeight[] => {
  const whole = signalOf(sources, changes, jitter) ** 2;
  return weighed(sources, rest, (source) =>
    whole > 0 ? (signOf(source) * inJitters(source, changes, jitter)) / jitterOf(source, jitter) / whole : 0,
  );
};

/** The likeness that readings show; unseen where a part that counts is. */
export const similarityIn = (parts: readonly SimilarityWeight[], readings: Readings): Reading => {
  const missing: KeypointName[] = [];
  let value = 0;
  let confidence = 1;
  for (const { key, rest, weight } of parts) {
    const reading = readings.get(key);
    if (weight === 0) continue;
    if (!reading?.seen) missing.push(...(reading?.missing ?? []));
    else {
      value += weight * (reading.value - rest);
      confidence = Math.min(confidence, reading.confidence);
    }
  }
  return missing.length > 0 || parts.length === 0 ? { seen: false, missing } : { seen: true, value, confidence };
};
