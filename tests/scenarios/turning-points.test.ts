import { describe, expect, it } from 'vitest';
import type { Keyframe } from '../../src/engine/figure/performance.ts';
import { arm, cheered, to } from './keyframes.ts';
import { eventsOf, type Play, type Played } from './play.ts';

const play: Play = { framesPerSecond: 12 };

const up = (top = 165): Keyframe => to(arm(top), 1800, 300);
const back = (bottom: number, stays = 0): Keyframe => to(arm(bottom), 3500, stays);

/** The events of attempts, sets and sessions. */
const storyOf = ({ events }: Played): readonly string[] =>
  events.flatMap(({ type }) => (/^(attempt|rep|set|session)-/.test(type) ? [type] : []));

/** The phases since judging began; each change begins with the phase that the one before led to. */
const phasesOf = ({ events }: Played): readonly string[] => {
  const changes = eventsOf(events, 'phase-changed');
  for (const [index, { from }] of changes.entries()) expect(from).toBe(changes[index - 1]?.to ?? 'looking');
  const phases = changes.map((change) => change.to);
  return phases.slice(phases.indexOf('ready'));
};

describe('a user who lowers the arm in part and raises it again', () => {
  it('has done two repetitions where it came back by two thirds', () => {
    const played = cheered([up(), back(45), up(), back(0, 1500)], play);
    expect(eventsOf(played.events, 'rep-completed').map(({ number, full }) => [number, full])).toEqual([
      [1, true],
      [2, true],
    ]);
    expect(played.attempts).toEqual([]);
  });

  it('has done one where it came back by a third', () => {
    const played = cheered([up(), back(110), up(), back(0, 1500)], play);
    expect(played.repetitions).toBe(1);
    expect(played.attempts).toEqual([]);
  });

  it('has the second one counted by its own height', () => {
    const [low] = cheered([up(), back(45), up(100), back(0, 1500)], play).attempts;
    expect(low?.reason).toMatchObject({ kind: 'range' });
    const shortBy = low?.reason.kind === 'range' ? low.reason.shortBy : NaN;
    expect(Math.abs(shortBy - 20)).toBeLessThan(4);
  });

  it('has its next attempt opened right after the repetition, without a phase of rest between', () => {
    const played = cheered([up(), back(45), up(), back(0, 1500)], play);
    expect(storyOf(played)).toEqual(['attempt-opened', 'rep-completed', 'attempt-opened', 'rep-completed']);
    const [, second] = eventsOf(played.events, 'attempt-opened');
    expect(second?.at).toBe(eventsOf(played.events, 'rep-completed')[0]?.at);
    const once = ['working', 'holding', 'returning'];
    expect(phasesOf(played)).toEqual(['ready', ...once, ...once, 'ready']);
  });

  it('opens no attempt beyond the dose: the set is complete at the turn', () => {
    const played = cheered([up(), back(45), up(), back(0, 1500)], { ...play, reps: 1 });
    expect(storyOf(played)).toEqual(['attempt-opened', 'rep-completed', 'session-ended']);
    expect(phasesOf(played).at(-1)).toBe('ended');
  });

  it('is rewarded as others are: every lift of a set counts', () => {
    const lifts = Array.from({ length: 5 }, () => [up(150), back(40)]).flat();
    const played = cheered([...lifts, back(0, 1500)], play);
    expect(eventsOf(played.events, 'rep-completed').map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(eventsOf(played.events, 'attempt-opened')).toHaveLength(5);
    expect(played.attempts).toEqual([]);
  });
});

describe('a small movement', () => {
  it('is an attempt, which is shown but gets no cue', () => {
    const played = cheered([to(arm(13), 800, 600), to(arm(0), 800, 1500)], play);
    expect(eventsOf(played.events, 'attempt-opened')).toHaveLength(1);
    expect(played.attempts).toHaveLength(1);
    expect(played.attempts[0]?.reason).toMatchObject({ kind: 'range', measure: 'shoulderFlexion' });
    expect(played.cues).toEqual([]);
    expect(played.coaching.phase).toBe('ready');
  });

  it('gets a cue once it is a third of the way', () => {
    const played = cheered([to(arm(70), 1200, 600), to(arm(0), 1500, 1500)], play);
    expect(played.cues).toEqual(['reach-up']);
  });

  it('of less than ten degrees is none', () => {
    const played = cheered([to(arm(7), 800, 600), to(arm(0), 800, 1500)], play);
    expect(eventsOf(played.events, 'attempt-opened')).toEqual([]);
  });

  it('that ends in another posture of rest closes there, without a cue, and the next lift counts', () => {
    const played = cheered([to(arm(13), 800, 6000), up(), back(13, 1500)], play);
    expect(played.attempts).toHaveLength(1);
    expect(played.attempts[0]?.reason).toMatchObject({ kind: 'range' });
    expect(played.cues).toEqual([]);
    expect(eventsOf(played.events, 'rep-completed').map(({ number, full }) => [number, full])).toEqual([[1, true]]);
  });
});

describe('the height of a repetition', () => {
  it('is graded: lower than the goal, it counts with the cue for its range', () => {
    const played = cheered([up(140), back(0, 1500)], play);
    expect(eventsOf(played.events, 'rep-completed')).toMatchObject([{ number: 1, full: false }]);
    expect(played.cues).toEqual(['reach-up']);
    expect(eventsOf(played.events, 'cue-given')[0]?.reason).toEqual({ kind: 'attempt', reason: 'range' });
  });

  it('is full at the goal, without a cue', () => {
    const played = cheered([up(165), back(0, 1500)], play);
    expect(eventsOf(played.events, 'rep-completed')).toMatchObject([{ number: 1, full: true }]);
    expect(played.cues).toEqual([]);
  });
});
