import { describe, expect, it } from 'vitest';
import type { CoachingEvent } from '../../../src/engine/exercise/events.ts';
import type { Fault } from '../../../src/engine/exercise/exercise.ts';
import { exercises } from '../../../src/exercises/registry.ts';
import { planFor } from '../../../src/session/planning/plan-for.ts';
import { countedIn, summarise } from '../../../src/session/summary/summary.ts';
import { armedByNorm, cueGiven, repCompleted } from '../../made-events.ts';

const planOf = (id: string) => {
  const exercise = exercises.find((one) => one.id === id);
  if (!exercise) throw new Error(`${id} is missing.`);
  return planFor(exercise);
};
const lateFault = (id: string, cue: Fault['cue']): Fault => ({
  id,
  while: ['working'],
  when: {},
  cue,
  confidence: 'medium',
  shownBy: {},
});
const found = planOf('butterfly');
const faults = [
  lateFault('elbows-low', 'elbows-up'),
  lateFault('left-late', 'both-together'),
  lateFault('right-late', 'both-together'),
];
const butterfly = { ...found, rules: { ...found.rules, faults } };
const cheer = planOf('cheer');

const base = { exercise: 'any' };
const armed: CoachingEvent = { ...base, ...armedByNorm(), at: 5000 };
const rep = (number: number, at: number, peak: number): CoachingEvent => ({
  ...base,
  ...repCompleted(number, { heldMs: 5200, peak }),
  at,
});
const ended: CoachingEvent = { ...base, type: 'session-ended', at: 65_000, why: 'completed' };

describe('a summary', () => {
  it('finds the best of more repetitions than a call takes arguments', () => {
    const reps = Array.from({ length: 200_000 }, (_, index) => rep(index + 1, 6000 + index, index === 7 ? 150 : 90));
    expect(summarise(cheer, [armed, ...reps, ended]).best).toBe(150);
  });

  it('adds up held time and counts from arming to the end', () => {
    const summary = summarise(butterfly, [armed, rep(1, 20_000, 0.8), rep(2, 40_000, 0.7), ended]);
    expect(summary).toMatchObject({ heldMs: 10_400, durationMs: 60_000, ofRepetitions: 5, why: 'completed' });
  });

  it('lasts from where the exercise began by time, whether or not it is judged later', () => {
    const byTime: CoachingEvent = { ...base, type: 'begun-by-time', at: 30_000, missing: 'let-arms-hang' };
    const later: CoachingEvent = { ...armed, at: 50_000 };
    expect(summarise(cheer, [byTime, ended]).durationMs).toBe(35_000);
    expect(summarise(cheer, [byTime, later, rep(3, 60_000, 150), ended]).durationMs).toBe(35_000);
  });

  it('takes as furthest the value nearest to the goal or beyond it, small or large', () => {
    const events = [armed, rep(1, 20_000, 0.8), rep(2, 40_000, 0.7), ended];
    expect(summarise(butterfly, events).best).toBe(0.7);
    expect(summarise(cheer, events).best).toBe(0.8);
    expect(summarise(cheer, [armed, ended]).best).toBeUndefined();
  });

  it('counts the two sides of a fault as one, most frequent first, and cues that are given for another reason', () => {
    const noticed = (at: number, fault: string): CoachingEvent => ({ ...base, type: 'fault-noticed', at, fault });
    const short = { urgency: 'range', reason: { kind: 'attempt', reason: 'range' } } as const;
    const events: CoachingEvent[] = [
      armed,
      noticed(6000, 'elbows-low'),
      noticed(7000, 'left-late'),
      noticed(8000, 'right-late'),
      { ...base, ...cueGiven('both-together'), at: 8000 },
      { ...base, ...cueGiven('open-wide', short), at: 9000 },
      // A cue that a fault has as well, given because an attempt fell short.
      { ...base, ...cueGiven('elbows-up', short), at: 9200 },
      { ...base, ...cueGiven('move-back-hips'), at: 9500 },
      ended,
    ];
    expect(summarise(butterfly, events).corrections).toEqual([
      { cue: 'elbows-up', times: 2, urgency: 'range', isHint: false },
      { cue: 'both-together', times: 2, urgency: 'compensation', isHint: false },
      { cue: 'open-wide', times: 1, urgency: 'range', isHint: false },
    ]);
  });

  it('separates what only rules of low confidence saw from what a sure rule saw as well', () => {
    const perhaps: Fault = { ...lateFault('perhaps-low', 'elbows-up'), confidence: 'low' };
    const plan = { ...found, rules: { ...found.rules, faults: [...faults, perhaps] } };
    const noticed = (fault: string): CoachingEvent => ({ ...base, type: 'fault-noticed', at: 6000, fault });
    const countsOf = (...seen: readonly string[]) => summarise(plan, [armed, ...seen.map(noticed)]).corrections;
    expect(countsOf('perhaps-low')).toEqual([{ cue: 'elbows-up', times: 1, urgency: 'compensation', isHint: true }]);
    expect(countsOf('perhaps-low', 'elbows-low', 'perhaps-low')).toEqual([
      { cue: 'elbows-up', times: 3, urgency: 'compensation', isHint: false },
    ]);
  });

  it('contains the usual value, and none for a scale of the user’s own', () => {
    expect(summarise(cheer, []).norm).toBe(160);
    expect(summarise(planOf('shoulder-blade-squeeze'), []).norm).toBeUndefined();
  });

  it('counts as unseen the whole time from the last sight, also at the end', () => {
    const lost: CoachingEvent = { ...base, type: 'not-seen', at: 12_000, missing: ['left_elbow'], forMs: 2000 };
    const back: CoachingEvent = { ...base, type: 'seen-again', at: 15_000, forMs: 4000 };
    expect(summarise(cheer, [armed, lost, back, ended]).unseenMs).toBe(4000);
    expect(
      summarise(cheer, [armed, lost, back, { ...lost, at: 30_000 }, { ...back, at: 41_000, forMs: 13_000 }, ended])
        .unseenMs,
    ).toBe(17_000);
    expect(summarise(cheer, [armed, lost, ended]).unseenMs).toBe(55_000);
  });

  it('counts what was only timed apart from what was judged', () => {
    const timed = (number: number): CoachingEvent => ({
      ...base,
      type: 'repetition-timed',
      at: number * 10_000,
      number,
      ofMs: 5000,
    });
    expect(summarise(butterfly, [armed, timed(1), timed(2), ended])).toMatchObject({
      timed: 2,
      repetitions: [],
      heldMs: 0,
      best: undefined,
    });
  });

  it('counts as the user corrected it, and keeps apart what was judged', () => {
    const corrected = (at: number, by: 1 | -1, of: 'own' | 'judged'): CoachingEvent => ({
      ...base,
      type: 'count-corrected',
      at,
      by,
      of,
      number: 1,
    });
    const judged = [armed, rep(1, 20_000, 0.8), rep(2, 40_000, 0.7)];
    const countsOf = (...corrections: readonly CoachingEvent[]) => {
      const summary = summarise(butterfly, [...judged, ...corrections, ended]);
      const { ownCount } = summary;
      expect(summary).toEqual({ ...summarise(butterfly, [...judged, ended]), ownCount });
      return [summary.repetitions.length, countedIn(summary), ownCount.added, ownCount.takenBack];
    };
    expect(countsOf()).toEqual([2, 2, 0, 0]);
    expect(countsOf(corrected(50_000, 1, 'own'))).toEqual([2, 3, 1, 0]);
    expect(countsOf(corrected(50_000, -1, 'judged'))).toEqual([2, 1, 0, 1]);
    expect(countsOf(corrected(50_000, -1, 'judged'), corrected(51_000, 1, 'judged'))).toEqual([2, 2, 0, 0]);
    expect(countsOf(corrected(50_000, 1, 'own'), corrected(51_000, -1, 'own'))).toEqual([2, 2, 0, 0]);
    expect(countsOf(corrected(50_000, -1, 'judged'), corrected(60_000, 1, 'own'))).toEqual([2, 2, 1, 1]);
  });

  it('is empty where nothing was judged', () => {
    expect(summarise(cheer, [{ ...ended, why: 'person' }])).toMatchObject({
      repetitions: [],
      timed: 0,
      ranges: [],
      durationMs: 0,
      heldMs: 0,
      corrections: [],
      why: 'person',
    });
  });
});
