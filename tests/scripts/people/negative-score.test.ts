import { describe, expect, it } from 'vitest';
import { negativeScore } from '../../../scripts/people/negative-score.ts';
import type { Truth } from '../../../scripts/people/truth.ts';
import { cueGiven } from '../../made-events.ts';
import { armed, at, ran, repetition, shortAttempt, threeRaises } from './made-runs.ts';

const { counts: _, repetitions: __, ...person } = threeRaises;
const several: Truth = {
  ...person,
  motions: [
    { motion: 'wave', from: 8000, to: 13_000, counts: { cheer: 0 } },
    { motion: 'throw', from: 14_000, to: 19_000, counts: { cheer: null } },
    { motion: 'bow', from: 20_000, to: 26_000, counts: { cheer: 0 } },
  ],
};

describe('motions that are not the exercise', () => {
  it('have each what was counted and attempted in most of its time', () => {
    const score = negativeScore(ran(several, armed(3500), shortAttempt(9000, 12_000), repetition(13_500, 23_000)));
    expect(score.motions).toMatchObject([
      { motion: 'wave', wrongAt: [], attempts: { range: 1 } },
      { motion: 'bow', wrongAt: [], attempts: {} },
    ]);
    const wrong = negativeScore(ran(several, armed(3500), repetition(19_500, 24_000)));
    expect(wrong.motions).toMatchObject([
      { motion: 'wave', wrongAt: [] },
      { motion: 'bow', wrongAt: [24_000] },
    ]);
  });

  it('are left out where they could be called neither right nor wrong, with what was said in them', () => {
    const said = [at(15_000, cueGiven('reach-up')), at(21_000, cueGiven('reach-up'))];
    const score = negativeScore(ran(several, armed(3500), repetition(15_000, 18_000), said));
    expect(score.notJudged).toBe(1);
    expect(score.motions.map(({ feedback }) => feedback.cues)).toEqual([{}, { 'reach-up (any)': 1 }]);
    expect(score.motions.flatMap(({ wrongAt }) => wrongAt)).toEqual([]);
  });

  it('last until the next one begins, the first from the end of the rest, and count while they are judged', () => {
    const seconds = (from: number) =>
      negativeScore(ran(several, armed(from))).motions.map(({ minutes }) => Math.round(minutes * 60));
    expect(seconds(3500)).toEqual([6, 10]);
    expect(seconds(9000)).toEqual([2, 10]);
  });

  it('have no time that was judged where judging was never armed', () => {
    const score = negativeScore(ran(several));
    expect(score.isArmed).toBe(false);
    expect(score.motions.map(({ minutes }) => minutes)).toEqual([0, 0]);
  });

  it('include a repetition that was counted at rest before the first', () => {
    const score = negativeScore(ran(several, armed(2000), repetition(5500, 7500)));
    expect(score.motions[0]?.wrongAt).toEqual([7500]);
  });
});

it('a recording without motions is one motion', () => {
  const truth = { ...person, counts: { cheer: 0 } };
  const score = negativeScore(ran(truth, armed(3500), repetition(9000, 12_000)));
  expect(score.motions).toMatchObject([{ motion: 'both arms lifted', wrongAt: [12_000] }]);
});
