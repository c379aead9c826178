import { describe, expect, it } from 'vitest';
import { cueUrgency, type CueId } from '../../../src/engine/exercise/cues.ts';
import { adviceFor } from '../../../src/session/summary/next-time.ts';
import { planFor } from '../../../src/session/planning/plan-for.ts';
import { summarise, type Summary } from '../../../src/session/summary/summary.ts';
import { exerciseCalled } from '../played.ts';

const nothing = summarise(planFor(exerciseCalled('cheer'), { reps: 2 }), []);
const repetition: Summary['repetitions'][number] = {
  type: 'rep-completed',
  exercise: 'cheer',
  at: 1,
  number: 1,
  peak: 150,
  goals: [],
  strokes: [],
};
const whole: Summary = { ...nothing, repetitions: [repetition, repetition] };
const corrected = (...counts: readonly (readonly [CueId, number])[]): Summary => ({
  ...whole,
  corrections: counts.map(([cue, times]) => ({ cue, times, urgency: cueUrgency[cue], isHint: false })),
});

describe('the one thing to try next time', () => {
  it('follows the order of feedback, however often something else came up', () => {
    const all = corrected(
      ['lower-slowly', 9],
      ['sit-tall', 8],
      ['reach-up', 7],
      ['straight-in-front', 2],
      ['ease-off', 1],
    );
    const advised = all.corrections.map((_, index) => {
      const corrections = all.corrections.slice(0, all.corrections.length - index);
      return adviceFor({ ...all, corrections });
    });
    expect(advised).toEqual([
      { is: 'less-far', times: 1 },
      { is: 'cue', cue: 'straight-in-front', times: 2 },
      { is: 'cue', cue: 'reach-up', times: 7 },
      { is: 'cue', cue: 'sit-tall', times: 8 },
      { is: 'cue', cue: 'lower-slowly', times: 9 },
    ]);
  });

  it('is the most frequent of equally urgent ones', () => {
    expect(adviceFor(corrected(['sit-tall', 1], ['shoulders-down', 3]))).toMatchObject({ cue: 'shoulders-down' });
  });

  it('is about pain first, and ignores slight pain', () => {
    expect(adviceFor(corrected(['ease-off', 3]), 6)).toEqual({ is: 'pain', calls: 'stop' });
    expect(adviceFor(whole, 4)).toEqual({ is: 'pain', calls: 'ease' });
    expect(adviceFor(whole, 3)).toEqual({ is: 'same-again', isWhole: true });
  });

  it('contains why attempts did not count, in the same order', () => {
    const attempts: Summary['attempts'] = [
      { kind: 'return', tookMs: 1000, ofMs: 2500 },
      { kind: 'range', measure: 'shoulderFlexion', shortBy: 12 },
      { kind: 'return', tookMs: 1100, ofMs: 2500 },
    ];
    expect(adviceFor({ ...whole, attempts })).toEqual({ is: 'attempt', kind: 'range', times: 1 });
    const unseen: Summary['attempts'] = [...attempts, { kind: 'unseen', forMs: 900 }];
    expect(adviceFor({ ...whole, attempts: unseen })).toEqual({ is: 'be-seen', times: 1 });
  });

  it('prefers why attempts did not count to the cues that were given', () => {
    const attempts: Summary['attempts'] = [{ kind: 'hold', heldMs: 2000, ofMs: 5000 }];
    expect(adviceFor({ ...corrected(['elbows-together', 1]), attempts })).toMatchObject({
      is: 'attempt',
      kind: 'hold',
    });
  });

  it('ignores hints', () => {
    const corrections = [{ cue: 'long-arm', times: 5, urgency: 'compensation', isHint: true }] as const;
    expect(adviceFor({ ...whole, corrections })).toEqual({ is: 'same-again', isWhole: true });
  });

  it('asks for a better picture where nothing could be judged', () => {
    expect(adviceFor({ ...nothing, timed: 2 })).toEqual({ is: 'be-seen', times: 2 });
  });

  it('is nothing where the user chose to be timed', () => {
    const advice = adviceFor({ ...nothing, timed: 2, isTimedByChoice: true });
    expect(advice).toEqual({ is: 'same-again', isWhole: true });
  });

  it('is kind where nothing was wrong, or nothing done', () => {
    expect(adviceFor({ ...nothing, repetitions: [repetition] })).toEqual({ is: 'same-again', isWhole: false });
    expect(adviceFor(nothing)).toEqual({ is: 'begin' });
  });

  it('knows that something was done where the user counted it', () => {
    expect(adviceFor(nothing)).toEqual({ is: 'begin' });
    const own = { ...nothing, ownCount: { added: 2, takenBack: 0 } };
    expect(adviceFor(own)).toEqual({ is: 'same-again', isWhole: true });
    expect(adviceFor({ ...whole, ownCount: { added: 0, takenBack: 1 } })).toEqual({ is: 'same-again', isWhole: false });
  });
});
