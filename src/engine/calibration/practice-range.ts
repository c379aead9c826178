import type { MeasureName } from '../kinematics/measures.ts';
import { measureRow } from '../kinematics/measures.ts';
import { measureKey, type Readings } from '../kinematics/reading.ts';
import type { Jitter } from '../rules/similarity.ts';
import { primaryValue } from '../rules/primary-measure.ts';
import type { PersonalRange } from '../rules/personal-range.ts';
import type { JudgedEnd } from '../rules/judged-end.ts';
import type { RepPath, Rulebook } from '../rules/rulebook.ts';

/** One frame of practice: its endpoint, its progress, and the reading of each measure of a similarity. */
export interface PracticeSample {
  /** The index of the endpoint, from 0. */
  readonly endIndex: number;
  readonly progress: number;
  /** The primary measure's reading. */
  readonly primary: number;
  readonly parts: readonly number[];
  /** The readings in this frame. */
  readonly readings: Readings;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const spread = (values: readonly number[]): number => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};

/** The frames at an endpoint: those within half a hysteresis of the furthest. */
const atTheEnd = (
  samples: readonly PracticeSample[],
  endIndex: number,
  measure: MeasureName,
): readonly PracticeSample[] => {
  const own = samples.filter((sample) => sample.endIndex === endIndex);
  const furthest = Math.max(...own.map(({ progress }) => progress));
  return own.filter(({ progress }) => progress >= furthest - measureRow(measure).hysteresis / 2);
};

const stillness = (jitter: Jitter, { keys }: JudgedEnd): number =>
  Math.max(0, ...keys.map((key) => jitter.get(key) ?? 0));

/** What the frames at an endpoint show on each side, where both sides move together. */
const eachSideIn = (
  { measured }: Rulebook,
  { measure }: JudgedEnd,
  far: readonly PracticeSample[],
  rest: Readings,
): NonNullable<PersonalRange['eachSide']> =>
  measured.flatMap((one) => {
    const { side } = one;
    if (!side || (one.measure !== measure && !measureRow(one.measure).comparesArms)) return [];
    const key = measureKey(one.measure, side);
    const values = far.flatMap(({ readings }) => {
      const reading = readings.get(key);
      return reading?.seen ? [reading.value] : [];
    });
    const before = rest.get(key);
    return values.length > 0 && before?.seen
      ? [{ measure: one.measure, side, rest: before.value, value: mean(values) }]
      : [];
  });

/** The ranges that a finished practice showed on a path: for each endpoint, the mean of the frames at it. */
export const rangesShown = (
  rulebook: Rulebook,
  { side, ends }: RepPath,
  samples: readonly PracticeSample[],
  rest: Readings,
  jitter: Jitter,
): readonly PersonalRange[] =>
  ends.map((end, endIndex) => {
    const far = atTheEnd(samples, endIndex, end.measure);
    const values = far.map(({ primary }) => primary);
    const { similarityWeights } = rulebook;
    const eachSide = side ? [] : eachSideIn(rulebook, end, far, rest);
    const parts = similarityWeights.map(({ measure, rest: before }, index) => ({
      measure,
      change: mean(far.map((sample) => sample.parts[index] ?? before)) - before,
    }));
    return {
      end: end.name,
      ...(side ? { side } : {}),
      measure: end.measure,
      rest: primaryValue(end, rest) ?? 0,
      value: mean(values),
      error: Math.max(spread(values), stillness(jitter, end)),
      ...(eachSide.length > 0 ? { eachSide } : {}),
      ...(similarityWeights.length > 0 ? { parts } : {}),
    };
  });

/** The ranges of a user whose practice fell short repeatedly: the least that practice requires. */
export const leastRanges = ({ side, ends }: RepPath, rest: Readings, jitter: Jitter): readonly PersonalRange[] =>
  ends.map((end) => ({
    end: end.name,
    ...(side ? { side } : {}),
    measure: end.measure,
    rest: primaryValue(end, rest) ?? 0,
    value: end.goal,
    error: stillness(jitter, end),
  }));
