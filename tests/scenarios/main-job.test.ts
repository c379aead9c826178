import { describe, expect, it } from 'vitest';
import type { CoachingEvent } from '../../src/engine/coaching/events.ts';
import type { Exercise, Fault } from '../../src/engine/coaching/exercise.ts';
import { viewOf } from '../../src/engine/coaching/plan.ts';
import { performanceOf } from '../../src/engine/figure/perform.ts';
import { scriptOf } from '../../src/engine/figure/performance.ts';
import { butterfly } from '../../src/exercises/butterfly.ts';
import { cheer } from '../../src/exercises/cheer.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { coach, eventsOf, filmed, perform, seconds } from './play.ts';
import { idleFront, idleSide } from './idle.ts';

const fiveButterflies = () => perform(butterfly, { repetitions: 5, hold: seconds(6) }, { reps: 5, hold: seconds(5) });
const fiveCheers = () => perform(cheer, { repetitions: 5 }, { reps: 5 });

describe('correct repetitions', () => {
  it('counts five butterflies held for five seconds, and corrects nothing', () => {
    const played = fiveButterflies();
    expect(played.repetitions).toBe(5);
    expect(played.attempts).toEqual([]);
    expect(played.cues).toEqual([]);
    expect(played.faults).toEqual([]);
    expect(eventsOf(played.events, 'hold-completed')).toHaveLength(5);
    for (const heldMs of played.held) expect(heldMs).toBeGreaterThan(6000);
    for (const heldMs of played.held) expect(heldMs).toBeLessThan(7000);
  });

  it('counts five cheers, and corrects nothing', () => {
    const played = fiveCheers();
    expect(played.repetitions).toBe(5);
    expect(played.attempts).toEqual([]);
    expect(played.cues).toEqual([]);
    expect(played.faults).toEqual([]);
    for (const { peak } of eventsOf(played.events, 'rep-completed')) expect(peak).toBeCloseTo(165, -1);
  });

  it('ends the session with the last repetition, and says nothing after', () => {
    const { events } = fiveCheers();
    expect(events.at(-1)).toMatchObject({ type: 'session-ended', why: 'completed' });
    expect(eventsOf(events, 'session-ended')).toHaveLength(1);
  });

  it('numbers repetitions from one and keeps time monotone', () => {
    const { events } = fiveButterflies();
    expect(eventsOf(events, 'rep-completed').map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    const times = events.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  it('announces every change of phase from the one before', () => {
    const changes = eventsOf(fiveButterflies().events, 'phase-changed');
    for (const [index, { from }] of changes.entries()) expect(from).toBe(changes[index - 1]?.to ?? 'looking');
    expect(changes.at(-1)?.to).toBe('ended');
  });

  it('gives identical events when the same poses are replayed', () => {
    const poses = filmed(butterfly, performanceOf(butterfly.motion, { repetitions: 2, hold: seconds(4) }));
    const again = JSON.parse(JSON.stringify(poses)) as typeof poses;
    expect(coach(butterfly, again, { hold: seconds(3) }).events).toEqual(
      coach(butterfly, poses, { hold: seconds(3) }).events,
    );
  });
});

describe('what is no repetition', () => {
  it('calls cheers to 95 degrees attempts that are short of the range', () => {
    const played = perform(cheer, { repetitions: 2, variation: { end: { shoulderElevation: 95 } } });
    expect(played.repetitions).toBe(0);
    expect(played.attempts.map(({ reason }) => reason.kind)).toEqual(['range', 'range']);
    expect(played.attempts[0]?.reason).toMatchObject({ measure: 'shoulderFlexion', shortBy: expect.closeTo(55, -1) });
    expect(played.cues).toEqual(['reach-up']);
  });

  it('calls arms dropped within 0.8 s an attempt and asks for slow lowering', () => {
    const played = perform(cheer, { repetitions: 2, variation: { tempo: { back: 800 } } });
    expect(played.repetitions).toBe(0);
    expect(played.attempts.map(({ reason }) => reason.kind)).toEqual(['return', 'return']);
    expect(played.cues).toEqual(['lower-slowly']);
  });

  it('counts a somewhat quick lowering, and gives the cue', () => {
    const played = perform(cheer, { repetitions: 1, variation: { tempo: { back: 3000 } } });
    expect(played.repetitions).toBe(1);
    expect(played.cues).toEqual(['lower-slowly']);
  });

  it('says how long a hold was that was left too early', () => {
    const played = perform(butterfly, { repetitions: 1, hold: seconds(2) }, { hold: seconds(5) });
    expect(played.repetitions).toBe(0);
    const [attempt] = played.attempts;
    expect(attempt?.reason).toMatchObject({ kind: 'hold', ofMs: 5000, heldMs: played.held[0] });
    expect(played.held[0]).toBeGreaterThan(2000);
    expect(played.held[0]).toBeLessThan(3000);
  });

  it('keeps drinking, head-scratching and leaning forward out of both exercises', () => {
    for (const [exercise, keyframes] of [
      [butterfly, idleFront],
      [cheer, idleSide],
    ] as const) {
      const played = coach(exercise, filmed(exercise, scriptOf(keyframes)));
      expect(eventsOf(played.events, 'armed')).toHaveLength(1);
      expect(eventsOf(played.events, 'phase-changed').at(-1)?.to).toBe('ready');
      expect(played.repetitions).toBe(0);
      expect(played.attempts).toEqual([]);
      expect(eventsOf(played.events, 'attempt-opened')).toEqual([]);
    }
  });
});

const faultsOf = (exercise: Exercise): readonly Fault[] => exercise.views[viewOf(exercise)]?.faults ?? [];

describe.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
  'every rule of %s is reachable',
  (_, exercise) => {
    const showing = (fault: Fault) =>
      perform(exercise, { repetitions: 2, hold: seconds(3), variation: fault.shownBy }, { hold: seconds(2) });

    it.each(faultsOf(exercise).map((fault) => [fault.id, fault] as const))('notices %s', (id, fault) => {
      const { faults } = showing(fault);
      expect(faults).toContain(id);
      const along = (fault.alongWith ?? []).filter((other) => other !== 'range');
      expect(new Set(faults)).toEqual(new Set([id, ...along]));
    });

    it.each(faultsOf(exercise).map((fault) => [fault.id, fault] as const))(
      'says the cue of %s, unless it is a hint',
      (_id, fault) => {
        const { cues } = showing(fault);
        if (fault.confidence === 'low') expect(cues).not.toContain(fault.cue);
        else expect(cues).toContain(fault.cue);
      },
    );
  },
);

describe('cues', () => {
  const elbowsLow = faultsOf(butterfly)[0]?.shownBy;

  it('leaves six seconds between corrections and fifteen before the same one', () => {
    const { events } = perform(
      butterfly,
      { repetitions: 5, hold: seconds(6), variation: elbowsLow },
      { hold: seconds(5) },
    );
    const given: readonly CoachingEvent[] = eventsOf(events, 'cue-given');
    expect(given.length).toBeGreaterThan(1);
    for (const [index, cue] of given.entries())
      if (index > 0) expect(cue.at - (given[index - 1]?.at ?? 0)).toBeGreaterThanOrEqual(15_000);
  });

  it('stops saying what was said three times without a change', () => {
    const { cues } = perform(
      butterfly,
      { repetitions: 9, hold: seconds(6), variation: elbowsLow },
      { hold: seconds(5) },
    );
    expect(cues).toEqual(['elbows-up', 'elbows-up', 'elbows-up']);
  });

  it('names the side of a one-sided fault', () => {
    const variation = { start: { left: { shoulderElevation: 50 } }, end: { left: { shoulderElevation: 50 } } };
    const { events } = perform(butterfly, { repetitions: 1, hold: seconds(3), variation }, { hold: seconds(2) });
    expect(eventsOf(events, 'fault-noticed')[0]).toMatchObject({ fault: 'elbows-low', side: 'left' });
  });
});
