import { describe, expect, it } from 'vitest';
import { recalibrate, skipPractice } from '../../src/engine/coach/coach.ts';
import { countedFromStart, needsPractice } from '../../src/engine/rules/targets.ts';
import { performanceOf, type PerformanceOptions } from '../../src/engine/figure/perform.ts';
import { concat } from '../../src/engine/figure/performance.ts';
import { seconds } from '../../src/engine/units.ts';
import { cheer } from '../../src/exercises/cheer.ts';
import { headTilt } from '../../src/exercises/head-tilt.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { coach, eventsOf, filmed, perform, type Play } from './play.ts';
import { askedFrom, askedOf, namedSides, rulesOf, jointAnglesOf, truly, waysOf } from './staging.ts';

const once: PerformanceOptions = { repetitions: 1, calm: seconds(5), hold: seconds(2) };
const practising: Play = { hold: seconds(1), framesPerSecond: 12, range: { is: 'practice' } };

describe.each(exercises.map((exercise) => [exercise.id, exercise] as const))('the own range in %s', (_, exercise) => {
  const rules = rulesOf(exercise);
  const ways = waysOf(exercise);
  const options: PerformanceOptions = { ...once, repetitions: 2, practice: true };
  const practised = perform(exercise, options, practising);
  const shown = namedSides(exercise).flatMap((side) => rules.ends.map(({ name }) => [name, side]));
  const numbers = [1, 2].flatMap((number) => namedSides(exercise).map(() => number));

  it('is set for each end and side before judging is armed, and its practice counts nothing', () => {
    const { events } = practised;
    const index = events.findIndex(({ type }) => type === 'armed');
    const [before, after] = [events.slice(0, index), events.slice(index + 1)];
    expect(eventsOf(before, 'range-set').map(({ end, side }) => [end, side])).toEqual(shown);
    expect(before.filter(({ type }) => /^(attempt|rep|hold|fault|cue)/.test(type))).toEqual([]);
    expect(events[index]).toMatchObject({ range: 'personal' });
    expect(eventsOf(after, 'range-set')).toEqual([]);
    expect(eventsOf(after, 'rep-completed').map(({ number }) => number)).toEqual(numbers);
    expect(practised.attempts).toEqual([]);
  });

  it.skipIf(needsPractice(rules))('is what the figure truly showed, within twice its error', () => {
    for (const practiceShare of [1, 0.9]) {
      const { ranges } = perform(exercise, { ...options, repetitions: 0, practiceShare }, practising);
      const angles = jointAnglesOf(exercise, practiceShare).sides.flat();
      for (const [index, range] of ranges.entries()) {
        const [jointAngles, end] = [angles[index], rules.ends[index % rules.ends.length]];
        if (!jointAngles || !end) throw new Error('Every range has an end.');
        expect(Math.abs(range.value - truly(exercise, range, jointAngles))).toBeLessThan(2 * range.error);
        expect(range.error).toBeLessThan(end.target.tolerance / 2);
      }
    }
  });

  it('is used by its usual share, and never beyond the goal', () => {
    for (const practiceShare of [1, 0.85]) {
      const { coaching, ranges } = perform(exercise, { ...options, repetitions: 0, practiceShare }, practising);
      expect(coaching.ranges).toHaveLength(shown.length);
      for (const [index, range] of ranges.entries()) {
        const [end, goal] = [rules.ends[index % rules.ends.length], coaching.ranges[index]?.target ?? NaN];
        if (!end) throw new Error('Every range has an end.');
        const { target } = countedFromStart(end, range.rest);
        expect(goal).toBeCloseTo(needsPractice(rules) ? target.value : askedOf(target, range), 6);
        expect((target.is === 'above' ? 1 : -1) * (goal - target.value)).toBeLessThan(1e-9);
      }
    }
  });

  it('can be saved: it arms without a practice and asks for the same', () => {
    const calm = seconds(exercise.motion.start ? 5 : 9);
    const range = { is: 'kept', ranges: practised.ranges } as const;
    const kept = perform(exercise, { ...once, calm }, { ...practising, range });
    expect(eventsOf(kept.events, 'range-set')).toEqual([]);
    expect(eventsOf(kept.events, 'phase-changed').map(({ to }) => to)).not.toContain('practice');
    expect(eventsOf(kept.events, 'armed')).toEqual([expect.objectContaining({ range: 'personal' })]);
    expect(kept.coaching.ranges).toEqual(practised.coaching.ranges);
    expect(kept.repetitions).toBe(ways);
  });

  it('can be skipped: then the norm judges, or only the time is kept where there is none', () => {
    const before: Play['before'] = (state) => skipPractice(state);
    const skipped = perform(exercise, { ...once, calm: seconds(9), practice: false }, { ...practising, before });
    const range = needsPractice(rules) ? 'timed' : 'norm';
    expect(eventsOf(skipped.events, 'armed')).toEqual([expect.objectContaining({ range })]);
    expect(eventsOf(skipped.events, 'range-set')).toEqual([]);
    expect(skipped.coaching).toMatchObject({ targets: range, ranges: [] });
    expect(skipped.repetitions).toBe(range === 'norm' ? ways : 0);
  });

  it('is measured again with neutral on request during training, and the count is kept', () => {
    const round = performanceOf(exercise.motion, { ...once, practice: true });
    const before = askedFrom(round.duration, recalibrate);
    const { events, coaching } = coach(exercise, filmed(exercise, concat(round, round), practising), {
      ...practising,
      before,
    });
    const phases = eventsOf(events, 'phase-changed');
    const again = phases.findIndex(({ from, to }) => from === 'ready' && to === 'looking');
    const setUp = phases.map(({ to }) => to).filter((to) => /neutral|start|practice|countdown/.test(to));
    expect(again).toBeGreaterThan(0);
    expect(setUp).toEqual([...setUp.slice(0, setUp.length / 2), ...setUp.slice(0, setUp.length / 2)]);
    expect(setUp).toContain('neutral');
    expect(setUp).toContain('practice');
    expect(eventsOf(events, 'range-set').map(({ end, side }) => [end, side])).toEqual([...shown, ...shown]);
    expect(eventsOf(events, 'rep-completed').map(({ number }) => number)).toEqual(numbers);
    expect(coaching.repetitions).toBe(2 * ways);
  });
});

describe('saved ranges', () => {
  it('lead to a practice where a side is missing', () => {
    const { ranges } = perform(headTilt, { ...once, practice: true }, practising);
    const range = { is: 'kept', ranges: ranges.filter(({ side }) => side === 'left') } as const;
    const played = perform(headTilt, { ...once, practice: true }, { ...practising, range });
    expect(eventsOf(played.events, 'range-set').map(({ side }) => side)).toEqual(['left', 'right']);
  });

  it('lead to a practice where the other side is next to the lens', () => {
    const { ranges } = perform(cheer, { ...once, practice: true }, practising);
    const play: Play = { ...practising, range: { is: 'kept', ranges }, camera: { facing: 'left' } };
    const played = perform(cheer, { ...once, practice: true }, play);
    expect(eventsOf(played.events, 'range-set').map(({ side }) => side)).toEqual(['left']);
  });
});

describe('a request for neutral and practice again', () => {
  const askedAt = (from: number) => {
    const before = askedFrom(from, recalibrate);
    return perform(cheer, { ...once, calm: seconds(6 + from / 1000), practice: true }, { ...practising, before });
  };

  it.each([
    ['while neutral is taken', 2000],
    ['while practice is awaited', 5000],
  ])('is granted %s', (_, from) => {
    const played = askedAt(from);
    const phases = eventsOf(played.events, 'phase-changed').map(({ to }) => to);
    expect(phases.filter((phase) => phase === 'looking')).toHaveLength(1);
    expect(phases.filter((phase) => phase === 'neutral')).toHaveLength(2);
    expect(played.repetitions).toBe(1);
  });

  it('does nothing once the session has ended', () => {
    const before: Play['before'] = (state) => (state.coaching.phase === 'ended' ? recalibrate(state) : state);
    const played = perform(cheer, { ...once, practice: true }, { ...practising, reps: 1, before });
    expect(played.events.at(-1)?.type).toBe('session-ended');
  });

  it('leads to no practice where the norm was asked for', () => {
    const before = askedFrom(9000, recalibrate);
    const played = perform(
      cheer,
      { ...once, calm: seconds(18) },
      { framesPerSecond: 12, range: { is: 'norm' }, before },
    );
    expect(eventsOf(played.events, 'armed').map(({ range }) => range)).toEqual(['norm', 'norm']);
    expect(played.repetitions).toBe(1);
  });
});
