import { describe, expect, it } from 'vitest';
import { advance, begin, close, recalibrate, type CoachState } from '../../src/engine/coach/coach.ts';
import { correctCount } from '../../src/engine/coach/correct-count.ts';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { resolve, viewOf } from '../../src/engine/rules/plan.ts';
import { performanceOf } from '../../src/engine/figure/perform.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { butterfly } from '../../src/exercises/butterfly.ts';
import { cheer } from '../../src/exercises/cheer.ts';
import { headTilt } from '../../src/exercises/head-tilt.ts';
import { coach, eventsOf, filmed, millis, perform, seconds, type Play } from './play.ts';
import { after, to } from './keyframes.ts';
import { askedFrom, hidden } from './staging.ts';

/* Every opening event has its closing one, however a session goes; a session that ends closes a pause and a loss of sight. */

const closings: Partial<Record<CoachingEvent['type'], readonly CoachingEvent['type'][]>> = {
  'attempt-opened': ['rep-completed', 'rep-attempted'],
  'hold-started': ['hold-ended'],
  'hold-paused': ['hold-resumed', 'hold-ended'],
  'fault-noticed': ['fault-cleared'],
  'not-seen': ['seen-again', 'session-ended'],
  'session-paused': ['session-resumed', 'session-ended'],
};

/** The events opened and not closed, or closed without having been opened; each fault is paired separately. */
const unpaired = (events: readonly CoachingEvent[]): readonly string[] => {
  const open: CoachingEvent[] = [];
  const misframed: string[] = [];
  for (const event of events) {
    const isOf = (one: CoachingEvent): boolean =>
      (closings[one.type] ?? []).includes(event.type) &&
      (one.type !== 'fault-noticed' || (event.type === 'fault-cleared' && event.fault === one.fault));
    const mates = open.filter(isOf);
    const closesOnly = Object.values(closings).some((types) => types.includes(event.type)) && !(event.type in closings);
    if (closesOnly && event.type !== 'session-ended' && mates.length === 0)
      misframed.push(`${event.type} at ${event.at}`);
    for (const mate of mates) open.splice(open.indexOf(mate), 1);
    if (event.type in closings) {
      if (open.some(({ type }) => type === event.type && type !== 'fault-noticed'))
        misframed.push(`${event.type} twice`);
      open.push(event);
    }
  }
  return [...misframed, ...open.map(({ type, at }) => `${type} at ${at} stays open`)];
};

const slow: Play = { framesPerSecond: 12, hold: seconds(3) };

/** A film coached to its end, and then ended from outside, as by a user who leaves. */
const ended = (exercise: Exercise, film: readonly TimedPose[], play: Play = {}): readonly CoachingEvent[] => {
  const plan = resolve(exercise, viewOf(exercise), { reps: 99, hold: seconds(3) }, 1);
  let state = begin(plan);
  const events: CoachingEvent[] = [];
  for (const pose of film) {
    const passed = play.through?.(pose) ?? pose;
    const [next, , happened] = advance(plan, play.before?.(state, passed.at) ?? state, passed);
    state = next;
    events.push(...happened);
  }
  return [...events, ...close(plan, state, film.at(-1)?.at ?? millis(0))];
};

const reasonsIn = (events: readonly CoachingEvent[]) =>
  eventsOf(events, 'rep-attempted').map(({ reason }) => reason.kind);

describe.each([
  ['butterfly', butterfly],
  ['head-tilt', headTilt],
  ['cheer', cheer],
] as const)('the %s', (_, exercise) => {
  const film = filmed(exercise, performanceOf(exercise.motion, { repetitions: 2, hold: seconds(4) }), slow);
  const whole = ended(exercise, film);
  const changes = eventsOf(whole, 'phase-changed');
  /** The start of the first phase of each kind within an attempt that lasts longer than a frame. */
  const moments = (['working', 'holding', 'returning'] as const).flatMap((phase) => {
    const index = changes.findIndex(({ to, at }, nth) => to === phase && at !== changes[nth + 1]?.at);
    const at = changes[index]?.at;
    return at === undefined ? [] : [[phase, at] as const];
  });

  it('closes all that it opens when done to its end', () => {
    const { events } = coach(exercise, film, { ...slow, reps: 2 });
    expect(events.at(-1)).toMatchObject({ type: 'session-ended', why: 'completed' });
    expect(unpaired(events)).toEqual([]);
    expect(moments.length).toBeGreaterThan(1);
  });

  it.each(moments)('closes the attempt without a miss when calibrated again while %s', (_phase, at) => {
    const events = ended(exercise, film, { before: askedFrom(at + 1, recalibrate) });
    expect(reasonsIn(events)[0]).toBe('interrupted');
    expect(unpaired(events)).toEqual([]);
    expect(coach(exercise, film, { ...slow, before: askedFrom(at + 1, recalibrate) }).coaching.attempts).toBe(0);
  });

  it.each(moments)('closes the attempt without a miss when the user completes the set while %s', (_phase, at) => {
    const plan = resolve(exercise, viewOf(exercise), { reps: 1, hold: slow.hold ?? seconds(3) }, 1);
    const addOne = (state: CoachState): CoachState => correctCount(plan, state, 1, millis(at))[0];
    // One for each side, where the sides count apart.
    const before = askedFrom(at + 1, (state) => addOne(addOne(state)));
    const { events, coaching } = coach(exercise, film, { ...slow, reps: 1, before });
    expect(reasonsIn(events)).toEqual(['interrupted']);
    expect(unpaired(events)).toEqual([]);
    expect(events.at(-1)).toMatchObject({ type: 'session-ended', why: 'completed' });
    expect(coaching.attempts).toBe(0);
  });

  it.each(moments)('closes what is open when ended from outside while %s', (_phase, at) => {
    const events = ended(
      exercise,
      film.filter((pose) => pose.at <= at),
    );
    expect(reasonsIn(events)).toEqual(['interrupted']);
    expect(unpaired(events)).toEqual([]);
  });

  it.each([3000, 13_000])('closes the attempt when out of sight for %i ms, and reports for how long', (forMs) => {
    const seen = filmed(exercise, performanceOf(exercise.motion, { repetitions: 4, hold: seconds(4) }), slow);
    const from = (eventsOf(whole, 'attempt-opened')[0]?.at ?? 0) + 200;
    const events = ended(exercise, seen, { through: hidden(/./, from, from + forMs) });
    expect(reasonsIn(events)).toContain('unseen');
    expect(unpaired(events)).toEqual([]);
    const [again, ...more] = eventsOf(events, 'seen-again');
    expect(more).toEqual([]);
    expect(Math.abs((again?.forMs ?? 0) - forMs)).toBeLessThan(250);
  });
});

it('an active fault is cleared when the session ends', () => {
  const low = butterfly.views.front?.faults.find(({ id }) => id === 'elbows-low');
  const options = { repetitions: 1, hold: seconds(4), variation: low?.shownBy ?? {} };
  const { events, faults } = perform(butterfly, options, { ...slow, reps: 1 });
  expect(faults).toContain('elbows-low');
  expect(events.at(-1)?.type).toBe('session-ended');
  expect(unpaired(events)).toEqual([]);
});

it.each([
  ['the user is out of sight', { through: hidden(/./, 14_000, 20_000) }],
  ['neutral is taken again', { before: askedFrom(14_000, recalibrate) }],
] as const)('clears a fault that is still noticed when %s', (_, play) => {
  const still = after(cheer, [to(cheer.motion.start ?? {}, 300, 20_000)]);
  const turned = filmed(cheer, still, { ...slow, camera: { yaw: 40 } });
  const film = filmed(cheer, still, slow).map((pose, index) => (pose.at < 8000 ? pose : (turned[index] ?? pose)));
  const events = ended(cheer, film, play);
  expect(eventsOf(events, 'fault-noticed').map(({ fault }) => fault)).toContain('turned-to-lens');
  expect(unpaired(events)).toEqual([]);
});
