import type { MeasureName } from '../kinematics/measures.ts';
import { measureRow } from '../kinematics/measures.ts';
import { measureKey, type MeasureKey, type Reading, type Readings } from '../kinematics/reading.ts';
import type { KeypointName } from '../pose/keypoints.ts';
import type { Orientation } from '../pose/orientation.ts';
import { sidesOf } from '../kinematics/measure.ts';
import type { Bound, Target } from '../exercise/exercise.ts';

/*
 * A movement that no single measure shows well, such as a squeeze of the shoulder blades, is judged by its similarity
 * to the user's own practice: a weighted sum of all measures that carry signal, 0 at rest and 1 as in practice. The
 * weight of a measure is its change divided by the square of its jitter (the linear discriminant for independent
 * noise), so that a measure that hardly moves, or is noisy, hardly counts.
 */

/** One measure of a similarity: its rest reading, and its weight in the sum. */
export interface SimilarityWeight {
  readonly measure: MeasureName;
  readonly key: MeasureKey;
  readonly rest: number;
  readonly weight: number;
}

/** The jitter of each measure: its SD at rest, in its unit. */
export type Jitter = ReadonlyMap<MeasureKey, number>;

/** Before practice, a similarity of 1 is a change of this many jitters. */
const jittersInOne = 6;

/** Changes smaller than this many jitters cannot be distinguished from rest. */
const leastJitters = 3;

/** The least similarity that practice must show, 0-1. */
export const leastSimilarity = leastJitters / jittersInOne;

/** Whether the practised changes exceed the jitter far enough to judge by; `signal` is in jitters. */
export const isJudgeable = (signal: number): boolean => signal >= leastJitters;

/** The least jitter of any ratio: even the figure with exact keypoints breathes. */
const leastJitter = 0.002;

/** A measure that may contribute to a similarity, and the direction in which the movement changes it. */
export interface SimilaritySource {
  readonly measure: MeasureName;
  readonly key: MeasureKey;
  readonly is: Bound['is'];
}

/** The sources that a target lists, in an orientation; in side view, the near side of measures with two sides. */
export const sourcesOf = ({ of = [] }: Target, orientation: Orientation): readonly SimilaritySource[] =>
  of.map(({ measure, is }) => ({ measure, is, key: measureKey(measure, sidesOf(measure, orientation)[0]) }));

/** The change of each source in practice, in its unit. */
export type Changes = ReadonlyMap<MeasureName, number>;

const signOf = ({ is }: SimilaritySource): 1 | -1 => (is === 'above' ? 1 : -1);

/** The jitter of a source: as in the still period, and at least MoveNet's usual noise. */
const jitterOf = ({ measure, key }: SimilaritySource, jitter: Jitter): number =>
  Math.max(jitter.get(key) ?? 0, measureRow(measure).noise ?? 0, leastJitter);

/** A change in jitters; a change in the wrong direction is 0. */
const inJitters = (source: SimilaritySource, changes: Changes, jitter: Jitter): number =>
  Math.max(0, (signOf(source) * (changes.get(source.measure) ?? 0)) / jitterOf(source, jitter));

/** The sources that were seen at rest, each with its weight. */
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

/** The weights for practice itself: all sources equally, each in its own jitters. */
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

/** The magnitude of all practised changes together (root sum of squares), in jitters. */
export const signalOf = (sources: readonly SimilaritySource[], changes: Changes, jitter: Jitter): number =>
  Math.hypot(...sources.map((source) => inJitters(source, changes, jitter)));

/** The weights from the changes that practice showed. */
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

/** The similarity of readings to practice; unseen if a measure that has weight is unseen. */
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
