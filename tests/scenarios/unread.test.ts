import { describe, expect, it } from 'vitest';
import { scriptOf } from '../../src/engine/figure/performance.ts';
import { noKeypoints } from '../../src/engine/pose/keypoints.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { seconds } from '../../src/engine/units.ts';
import { cheer } from '../../src/exercises/cheer.ts';
import { arm, to } from './keyframes.ts';
import { coach, eventsOf, filmed, type Play, type Played } from './play.ts';

/* A detector that fails for good: the pictures still come, and no one reads them. */

const play: Play = { framesPerSecond: 10, view: 'front', reps: 4, sets: 1, range: { is: 'norm' } };

/** Nothing is read from then on, until a time, ms. */
const unreadFrom =
  (from: number, until = Infinity) =>
  <At extends number>(pose: TimedPose<At>): TimedPose<At> =>
    pose.at < from || pose.at >= until ? pose : { ...pose, keypoints: noKeypoints, isUnread: true };

/** Two repetitions after nine calm seconds, then the arms hang. */
const twice = (change: Play): Played => {
  const lift = [to(arm(165), 1800, 600), to(arm(0), 4000, 600)];
  const asked = { ...play, ...change };
  return coach(
    cheer,
    filmed(cheer, scriptOf([to(arm(0), 0, 9000), ...lift, ...lift, to(arm(0), 0, 60_000)]), asked),
    asked,
  );
};

describe('an exercise whose detector has failed for good', () => {
  const failed = twice({ through: unreadFrom(24_500) });

  it('goes on by time, with the reason, and ends with the rest of its dose', () => {
    expect(eventsOf(failed.events, 'rep-completed')).toHaveLength(2);
    expect(eventsOf(failed.events, 'begun-by-time')).toMatchObject([{ missing: 'unread' }]);
    expect(eventsOf(failed.events, 'repetition-timed').map(({ number }) => number)).toEqual([3, 4]);
    expect(failed.events.at(-1)).toMatchObject({ type: 'session-ended', why: 'completed' });
    expect(failed.coaching).toMatchObject({ phase: 'ended', repetitions: 4 });
  });

  it('shows the reason for four seconds, and that only the time is kept all the time', () => {
    const shownAt: number[] = [];
    const { coaching } = twice({
      through: unreadFrom(24_500),
      before: (state, at) => {
        if (state.coaching.hint === 'unread') shownAt.push(at);
        return state;
      },
    });
    expect((shownAt.at(-1) ?? NaN) - (shownAt[0] ?? NaN)).toBeGreaterThan(3000);
    expect((shownAt.at(-1) ?? NaN) - (shownAt[0] ?? NaN)).toBeLessThan(5500);
    expect(coaching).toMatchObject({ targets: 'timed', isUnread: true });
  });

  it('does not count what was under way, and closes it', () => {
    // The first repetition is on its way from 9 s on, and back at 15.4 s.
    const { events } = twice({ through: unreadFrom(12_000) });
    expect(eventsOf(events, 'rep-completed')).toEqual([]);
    expect(eventsOf(events, 'rep-attempted')).toMatchObject([{ reason: { kind: 'interrupted' } }]);
    expect(eventsOf(events, 'repetition-timed')).toHaveLength(4);
  });

  it.each([
    ['before anything is seen', 0],
    ['while neutral is taken', 2000],
    ['in the countdown', 5000],
  ])('begins by time %s', (_, from) => {
    const { events, coaching } = twice({ through: unreadFrom(from) });
    expect(eventsOf(events, 'begun-by-time')).toHaveLength(1);
    expect(eventsOf(events, 'repetition-timed')).toHaveLength(4);
    expect(coaching.phase).toBe('ended');
  });

  it('goes on after the rest between two sets', () => {
    const { events } = twice({ through: unreadFrom(0), sets: 2, reps: 2, rest: seconds(5) });
    expect(eventsOf(events, 'set-completed')).toHaveLength(1);
    expect(eventsOf(events, 'repetition-timed')).toHaveLength(4);
    expect(events.at(-1)).toMatchObject({ type: 'session-ended', why: 'completed' });
  });

  it('resumes a pause in which the user was not seen', () => {
    const through: Play['through'] = (pose) =>
      unreadFrom(30_000)(pose.at > 24_500 ? { ...pose, keypoints: noKeypoints } : pose);
    const { events } = twice({ through });
    const types = events.map(({ type }) => type);
    expect(types.indexOf('session-resumed')).toBeGreaterThan(types.indexOf('session-paused'));
    expect(types.at(-1)).toBe('session-ended');
  });

  it('is judged again once a detector reads', () => {
    const { events } = twice({ through: unreadFrom(0, 4000) });
    expect(eventsOf(events, 'armed')).toHaveLength(1);
    expect(eventsOf(events, 'rep-completed').length).toBeGreaterThan(0);
  });
});
