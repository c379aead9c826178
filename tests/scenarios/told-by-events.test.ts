import { describe, expect, it } from 'vitest';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import { keyframesOf } from '../../src/engine/figure/perform.ts';
import { scriptOf } from '../../src/engine/figure/performance.ts';
import { headTilt } from '../../src/exercises/head-tilt.ts';
import { cheer } from '../../src/exercises/cheer.ts';
import { summarise } from '../../src/session/summary/summary.ts';
import { planFor } from '../../src/session/planning/plan-for.ts';
import { after, to } from './keyframes.ts';
import { coach, eventsOf, filmed, perform, seconds, type Play } from './play.ts';
import { hidden } from './staging.ts';

const play: Play = { framesPerSecond: 12, hold: seconds(2) };

/** A head tilted this far to the left (+) or right (-), as joint angles. */
const tilted = (headTiltAngle: number) => ({ ...headTilt.motion.start, neckSideBend: headTiltAngle });

const outcomesOf = (events: readonly CoachingEvent[]): readonly string[] =>
  events.flatMap((event) => {
    if (event.type === 'rep-completed') return [`${event.side} ${event.number}`];
    return event.type === 'rep-attempted' ? [`${event.side} ${event.reason.kind}`] : [];
  });

describe('a dose for each side', () => {
  it('is the most that is counted for a side; more is reported, and is no miss', () => {
    const tilts = [1, 1, 1, -1, -1].flatMap((side) => [to(tilted(36 * side), 2000, 3000), to(tilted(0), 2000, 1500)]);
    const poses = filmed(headTilt, after(headTilt, tilts), play);
    const { events, coaching } = coach(headTilt, poses, { ...play, reps: 2 });
    const [own, other] = [outcomesOf(events)[0]?.split(' ')[0], outcomesOf(events).at(-1)?.split(' ')[0]];
    expect(outcomesOf(events)).toEqual([`${own} 1`, `${own} 2`, `${own} dose`, `${other} 1`, `${other} 2`]);
    expect(coaching).toMatchObject({ repetitions: 4, ofRepetitions: 4, attempts: 0, phase: 'ended' });
  });
});

describe('the urgency of a cue', () => {
  /** Goes to the end, stops half-way back for this time, and goes on. */
  const restsHalfWay = filmed(
    headTilt,
    after(headTilt, [to(tilted(36), 2000, 3000), to(tilted(12), 2000, 40_000), to(tilted(0), 1500, 2000)]),
    play,
  );

  it('is not safety where the user rests half-way back, and the cue is given at most three times', () => {
    const cues = eventsOf(coach(headTilt, restsHalfWay, { ...play, reps: 2 }).events, 'cue-given');
    const back = cues.filter(({ cue }) => cue === 'ease-off');
    expect(back.length).toBeGreaterThan(0);
    expect(back.length).toBeLessThanOrEqual(3);
    for (const one of back) expect(one).toMatchObject({ urgency: 'range', reason: { kind: 'stopped', on: 'back' } });
  });

  it('is that of safety where the same cue is given for a fault', () => {
    const fault = headTilt.views.front?.faults.find(({ cue }) => cue === 'ease-off');
    if (!fault) throw new Error('The head tilt warns of going too far.');
    const { events } = perform(headTilt, { repetitions: 1, hold: seconds(3), variation: fault.shownBy }, play);
    const given = eventsOf(events, 'cue-given').find(({ cue }) => cue === 'ease-off');
    expect(given).toMatchObject({ urgency: 'safety', reason: { kind: 'fault', fault: fault.id } });
  });
});

describe('the time out of sight', () => {
  it.each([3000, 8000, 13_000, 30_000])('is reported as it was: %i ms', (forMs) => {
    const options = { repetitions: 4, settle: seconds(8), hold: seconds(2) };
    const still = keyframesOf(cheer.motion, { ...options, repetitions: 1 });
    const long = scriptOf(still.map((one, index) => (index === 1 ? { ...one, stays: seconds(60) } : one)));
    const poses = filmed(cheer, long, play);
    const { events } = coach(cheer, poses, { ...play, through: hidden(/./, 14_000, 14_000 + forMs) });
    expect(eventsOf(events, 'armed').length).toBeGreaterThan(0);
    expect(Math.abs(summarise(planFor(cheer, { range: 'norm' }), events).unseenMs - forMs)).toBeLessThan(200);
    expect(eventsOf(events, 'not-seen')).toHaveLength(1);
  });
});

describe('a measure that could not be judged', () => {
  it('is reported with its time, and only for the time in which something was judged', () => {
    const { events } = perform(cheer, { repetitions: 2 }, { ...play, reps: 2, through: hidden(/hip|knee|ankle/) });
    const told = eventsOf(events, 'not-judged');
    expect(told.map(({ measure }) => measure)).toContain('trunkLean');
    const armedAt = eventsOf(events, 'armed')[0]?.at ?? 0;
    for (const { forMs, at } of told) expect(forMs).toBeLessThanOrEqual(at - armedAt);
  });
});
