import { describe, expect, it } from 'vitest';
import { setScore } from '../../../scripts/people/set-score.ts';
import { cueGiven, repAttempted } from '../../made-events.ts';
import { armed, at, ran, repetition, shortAttempt, threeRaises } from './made-runs.ts';

const three = [...repetition(8500, 11_500), ...repetition(12_500, 15_500), ...repetition(16_500, 19_500)];

describe('a set by the norm', () => {
  it('is exact and segmented where each repetition that people saw was counted', () => {
    const score = setScore('norm', ran(threeRaises, armed(3500), three));
    expect(score).toMatchObject({ asked: 3, counted: 3, isExact: true, isSegmented: true, unanswered: 0 });
    expect(score).toMatchObject({ armedAfter: 3500, attempts: {}, full: undefined });
  });

  it('is segmented but not exact where one of them was an attempt', () => {
    const events = [...repetition(8500, 11_500), ...shortAttempt(12_500, 15_500), ...repetition(16_500, 19_500)];
    const score = setScore('norm', ran(threeRaises, armed(3500), events));
    expect(score).toMatchObject({ counted: 2, isExact: false, isSegmented: true, attempts: { range: 1 } });
  });

  it('is exact but not segmented where two repetitions lie in one that people saw, and none in another', () => {
    const events = [...repetition(8500, 9800), ...repetition(10_000, 11_500), ...repetition(16_500, 19_500)];
    const score = setScore('norm', ran(threeRaises, armed(3500), events));
    expect(score).toMatchObject({ counted: 3, isExact: true, isSegmented: false, unanswered: 1 });
  });

  it('is judged until 0.7 s after the last repetition that people saw', () => {
    const late = (to: number) =>
      setScore('norm', ran(threeRaises, armed(3500), three.slice(0, 4), repetition(16_500, to)));
    expect(late(20_600).counted).toBe(3);
    expect(late(20_800).counted).toBe(2);
    const once = setScore('norm', ran(threeRaises, armed(3500), three, repetition(21_000, 24_000)));
    expect(once).toMatchObject({ counted: 3, isExact: true, isSegmented: true });
  });

  it('is not exact with a repetition that was counted while the person rested', () => {
    const score = setScore('norm', ran(threeRaises, armed(3500), repetition(6600, 7500), three));
    expect(score).toMatchObject({ counted: 4, isExact: false });
  });

  it('was never armed where the time alone was kept, or judging began after the last repetition', () => {
    const timed = [at(3500, { type: 'armed', range: 'timed', goals: [] })];
    expect(setScore('norm', ran(threeRaises, timed)).armedAfter).toBeUndefined();
    expect(setScore('norm', ran(threeRaises, armed(25_000))).armedAfter).toBeUndefined();
    expect(setScore('norm', ran({ ...threeRaises, repetitions: [] }))).toMatchObject({ isExact: false });
  });
});

describe('a set by the own range that practice shows', () => {
  it('asks for the repetitions after practice and its countdown only', () => {
    // Practised in the first repetition; judged from 15 s on, in the second.
    const score = setScore('practice', ran(threeRaises, armed(12_000), repetition(16_500, 19_500)));
    expect(score).toMatchObject({ asked: 1, counted: 1, isExact: true, isSegmented: true });
  });

  it('takes the repetition that is under way when judging begins with or without its count', () => {
    const both = [...repetition(15_100, 15_900), ...repetition(16_500, 19_500)];
    expect(setScore('practice', ran(threeRaises, armed(12_000), both)).isExact).toBe(true);
    expect(setScore('practice', ran(threeRaises, armed(12_000))).isExact).toBe(false);
  });
});

describe('feedback on a set', () => {
  it('has the cues about tempo apart, and nothing that was said before judging began or after the set', () => {
    const events = [
      at(7000, cueGiven('arms-hang')),
      at(12_000, cueGiven('reach-up', { reason: { kind: 'attempt', reason: 'range' } })),
      at(16_000, cueGiven('lower-slowly', { reason: { kind: 'tempo', fault: 'fast-return' } })),
      at(22_000, cueGiven('reach-up')),
    ];
    const { feedback, minutes } = setScore('norm', ran(threeRaises, armed(3500), events));
    expect(feedback.cues).toEqual({ 'reach-up (attempt: range)': 1 });
    expect(feedback.tempo).toEqual({ 'lower-slowly (fast-return)': 1 });
    // From the end of the rest to 0.7 s after the last repetition.
    expect(minutes * 60).toBeCloseTo(12.7, 5);
  });

  it('has hints of low confidence apart from the faults', () => {
    const truth = { ...threeRaises, view: 'side' as const };
    const noticed = (fault: string) => [at(9000, { type: 'fault-noticed', fault })];
    const run = { ...ran(truth, armed(3500), noticed('leans-back'), noticed('bent-elbow')), view: 'side' as const };
    expect(setScore('norm', run).feedback).toMatchObject({ faults: { 'leans-back': 1 }, hints: { 'bent-elbow': 1 } });
  });
});

describe('one arm, done incorrectly', () => {
  const incorrect = { ...threeRaises, done: 'incorrectly' as const, side: 'right' as const };
  const resting = {
    measure: 'armElevation' as const,
    side: 'right' as const,
    points: [[5000, 30] as [number, number]],
  };

  it('asks for a repetition or an attempt wherever the arm was raised by ten degrees', () => {
    // The arm hangs at 30 degrees: the first movement stays below 40, the third is not answered.
    const run = ran({ ...incorrect, armUpTo: [39, 90, 60] }, armed(3500), shortAttempt(12_500, 15_500));
    const score = setScore('norm', { ...run, judged: { ...run.judged, traces: [resting] } });
    expect(score).toMatchObject({ raised: 2, answered: 1 });
  });
});

it('an attempt that the end of the recording interrupts is no attempt of a set that was over', () => {
  const interrupted = [at(21_000, { type: 'attempt-opened' }), at(29_000, repAttempted({ kind: 'interrupted' }))];
  const score = setScore('norm', ran(threeRaises, armed(3500), three, interrupted));
  expect(score).toMatchObject({ attempts: {}, isSegmented: true });
});
