import { describe, expect, it } from 'vitest';
import { advance, begin, recalibrate, type CoachState } from '../../src/engine/coach/coach.ts';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { resolve, viewOf, type Plan } from '../../src/engine/rules/plan.ts';
import type { RangeChoice } from '../../src/engine/rules/targets.ts';
import { performanceOf, type PerformanceOptions } from '../../src/engine/figure/perform.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { seconds } from '../../src/engine/units.ts';
import { cheer } from '../../src/exercises/cheer.ts';
import { headTilt } from '../../src/exercises/head-tilt.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { after, arm, cheered, to } from './keyframes.ts';
import { coach, eventsOf, filmed, rangeIn, type Play } from './play.ts';
import { askedFrom, hidden, inTurn } from './staging.ts';
import type { Rulebook } from '../../src/engine/rules/rulebook.ts';

const play: Play = { framesPerSecond: 12 };

/** Arms raised this far, one after the other, each lowered slowly enough. */
const raisedTo = (...tops: readonly number[]) =>
  cheered(
    tops.flatMap((top) => [to(arm(top), 1500, 300), to(arm(0), 4200, 500)]),
    play,
  );

/** What each lift was, in order: a repetition to the full height, one that is lower, or an attempt that fell short. */
const outcomesOf = (events: readonly CoachingEvent[]): readonly string[] =>
  events.flatMap((event) => {
    if (event.type === 'rep-completed') return [event.full === true ? 'full' : 'low'];
    return event.type === 'rep-attempted' ? ['short'] : [];
  });

const outcomes = (...tops: readonly number[]): readonly string[] => outcomesOf(raisedTo(...tops).events);

/**
 * The cheer counts from its floor of 120 degrees. It is full from 150 degrees, from 134 after a tenth of the way, and from
 * 120 after another.
 */
describe('the target', () => {
  it('is eased by a tenth of the way after three repetitions in a row that were short of the full height', () => {
    expect(outcomes(140, 140, 140, 140)).toEqual(['low', 'low', 'low', 'full']);
    expect(raisedTo(140, 140, 140).coaching.easeLevel).toBe(1);
    expect(raisedTo(140, 140).coaching.easeLevel).toBe(0);
  });

  it('is eased after three attempts in a row that fell short of the floor, too, and after both in any order', () => {
    expect(outcomes(110, 110, 110, 140)).toEqual(['short', 'short', 'short', 'full']);
    expect(outcomes(140, 110, 140, 140)).toEqual(['low', 'short', 'low', 'full']);
  });

  it('is eased by a tenth and no more', () => {
    expect(outcomes(128, 128, 128, 128)).toEqual(['low', 'low', 'low', 'low']);
  });

  it('is unchanged where a repetition to the full height came between', () => {
    const between = raisedTo(140, 140, 165, 140, 140);
    expect(between.coaching.easeLevel).toBe(0);
    expect(outcomesOf(between.events)).toEqual(['low', 'low', 'full', 'low', 'low']);
    expect(raisedTo(140, 140, 165, 140, 140, 140).coaching.easeLevel).toBe(1);
  });

  it('is eased at most three times, and never below the floor', () => {
    const played = raisedTo(...Array.from({ length: 13 }, () => 112));
    expect(outcomesOf(played.events)).toEqual(Array.from({ length: 13 }, () => 'short'));
    expect(played.coaching.easeLevel).toBe(3);
  });

  it('is not eased for repetitions that were lowered too fast', () => {
    const dropped = cheered(
      Array.from({ length: 4 }, () => [to(arm(165), 1500, 300), to(arm(0), 700, 900)]).flat(),
      play,
    );
    expect([dropped.repetitions, dropped.attempts]).toEqual([4, []]);
    expect(dropped.coaching.easeLevel).toBe(0);
  });

  it.each([140, 110])('is not eased where an attempt of another kind came between three lifts to %i degrees', (top) => {
    const bent = { ...arm(165), elbowFlexion: 110 };
    const posture = [to(arm(120), 1200, 200), to(bent, 1000, 1000), to(arm(120), 1000, 200), to(arm(0), 4000, 500)];
    const low = [to(arm(top), 1500, 300), to(arm(0), 4200, 500)];
    const between = cheered([...low, ...low, ...posture, ...low], play);
    const outcome = top === 140 ? 'low' : 'short';
    expect(outcomesOf(between.events)).toEqual([outcome, outcome, 'short', outcome]);
    expect(between.attempts.map(({ reason }) => reason.kind)).toContain('posture');
    expect(between.coaching.easeLevel).toBe(0);
  });

  it('is eased from the own range of each side where practice set it', () => {
    const whole = { repetitions: 0, practice: true, calm: seconds(5) };
    const short = { repetitions: 2, amplitude: 0.5, hold: seconds(2) };
    const own: Play = { ...play, hold: seconds(2), range: { is: 'practice' } };
    const coached = (...all: readonly PerformanceOptions[]) =>
      coach(headTilt, filmed(headTilt, inTurn(headTilt, ...all), own), own);
    const [before, afterwards] = [coached(whole), coached(whole, short)];
    expect(eventsOf(afterwards.events, 'rep-attempted')).toHaveLength(4);
    expect(afterwards.coaching.easeLevel).toBe(1);
    expect(afterwards.coaching.ranges).toHaveLength(2);
    for (const [index, { target }] of afterwards.coaching.ranges.entries())
      expect(target).toBeCloseTo(0.9 * (before.coaching.ranges[index]?.target ?? NaN), 6);
  });

  /** Eased once, then out of sight for this time, ms, then calm, then two raised to 140 degrees. */
  const eased = (away: number, before?: Play['before']) => {
    const raised = [to(arm(140), 1500, 300), to(arm(0), 4200, 500)];
    const calm = to(arm(0), 500, away + 16_000);
    const script = after(cheer, [...raised, ...raised, ...raised, calm, ...raised]);
    const from = 10_000 + 3 * 6500 + 1000;
    const through = hidden(/./, from, from + away);
    return coach(cheer, filmed(cheer, script, play), { ...play, through, ...(before ? { before } : {}) });
  };

  it('stays eased after the user was away', () => {
    for (const away of [0, 4000, 14_000]) {
      const played = eased(away);
      expect(played.coaching.easeLevel).toBe(1);
      expect(outcomesOf(played.events)).toEqual(['low', 'low', 'low', 'full']);
    }
  });

  it('is no longer eased once neutral is asked for again', () => {
    const played = eased(0, askedFrom(31_000, recalibrate));
    expect(played.coaching.easeLevel).toBe(0);
    expect(outcomesOf(played.events)).toEqual(['low', 'low', 'low', 'low']);
  });
});

/** A plan that begins eased this many times, as pain asks. */
const planned = (exercise: Exercise, eased: number, range: RangeChoice = rangeIn(exercise, {})): Plan =>
  resolve(exercise, viewOf(exercise), { reps: 99 }, 1, range, eased);

/** The events of poses judged by a plan, and the final state of the coach. */
const judged = (
  plan: Plan,
  poses: readonly TimedPose[],
  before = begin(plan),
): readonly [readonly CoachingEvent[], CoachState] => {
  let state = before;
  const events: CoachingEvent[] = [];
  for (const pose of poses) {
    const [next, , happened] = advance(plan, state, pose);
    state = next;
    events.push(...happened);
  }
  return [events, state];
};

describe('the target with pain', () => {
  const raised = (...tops: readonly number[]) =>
    filmed(
      cheer,
      after(
        cheer,
        tops.flatMap((top) => [to(arm(top), 1500, 300), to(arm(0), 4200, 500)]),
      ),
      play,
    );
  const outcomesIn = (eased: number, ...tops: readonly number[]): readonly string[] =>
    outcomesOf(judged(planned(cheer, eased), raised(...tops))[0]);

  it('is a tenth of the way less from the first repetition on', () => {
    expect(outcomesIn(0, 140)).toEqual(['low']);
    expect(outcomesIn(1, 140)).toEqual(['full']);
    expect(outcomesIn(1, 128)).toEqual(['low']);
  });

  it('is never below the floor', () => {
    expect(outcomesIn(5, 112, 124)).toEqual(['short', 'full']);
  });

  it('is eased further by failures, and both are shown', () => {
    const [, state] = judged(planned(cheer, 1), raised(128, 128, 128));
    expect(begin(planned(cheer, 1)).coaching.easeLevel).toBe(1);
    expect(state.coaching.easeLevel).toBe(2);
    expect(outcomesIn(1, 128, 128, 128, 128)).toEqual(['low', 'low', 'low', 'full']);
  });

  it('stays eased once neutral is asked for again', () => {
    const plan = planned(cheer, 1);
    const [, state] = judged(plan, raised(140));
    const [, again] = judged(plan, raised(), recalibrate(state));
    expect(again.coaching.easeLevel).toBe(1);
  });

  /** The rules after arming. */
  const rulebookIn = (exercise: Exercise, eased: number): Rulebook => {
    const plan = planned(exercise, eased);
    const practice = plan.range.is === 'practice';
    const options = { repetitions: 0, practice, calm: seconds(9), hold: seconds(2) };
    const { stage } = judged(plan, filmed(exercise, performanceOf(exercise.motion, options), play))[1];
    if (!('calibration' in stage)) throw new Error(`${exercise.id} was not armed.`);
    return stage.calibration.rulebook;
  };

  it.each(exercises.map((exercise) => [exercise.id, exercise] as const))(
    'is nearer to rest in %s, and every limit is unchanged',
    (_, exercise) => {
      const [usual, eased] = [rulebookIn(exercise, 0), rulebookIn(exercise, 1)];
      for (const [index, { ends }] of usual.repPaths.entries())
        for (const [nth, { goal, direction }] of ends.entries())
          expect((goal - (eased.repPaths[index]?.ends[nth]?.goal ?? NaN)) * direction).toBeGreaterThan(0);
      expect(eased.faults).toEqual(usual.faults);
      expect(eased.requires).toEqual(usual.requires);
      expect(eased.start).toEqual(usual.start);
    },
  );
});
