import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import type { Camera } from '../../src/engine/figure/camera.ts';
import { performanceOf, type PerformanceOptions } from '../../src/engine/figure/perform.ts';
import type { Performance } from '../../src/engine/figure/performance.ts';
import { proportionsOf } from '../../src/engine/figure/proportions.ts';
import { keypointsFrom, otherSide, type KeypointName, type Side } from '../../src/engine/pose/keypoints.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { millis, seconds } from '../../src/engine/units.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { coach, eventsOf, filmed, rangeIn, type Play } from './play.ts';
import { inTurn, waysOf } from './staging.ts';

const usual: Play = { hold: seconds(1), framesPerSecond: 12 };

/** Armed, a repetition, some seconds of rest, and another repetition. */
const resting = 8000;
const scriptFor = (exercise: Exercise): Performance => {
  const practice = rangeIn(exercise, {}).is === 'practice';
  const calm = seconds(exercise.motion.start || practice ? 5 : 9);
  const one: PerformanceOptions = { repetitions: 1, hold: seconds(2), settle: seconds(5) };
  return inTurn(exercise, { ...one, calm, practice }, { ...one, repetitions: 0, settle: seconds(resting / 1000) }, one);
};

/** Where another person is: a metre beside the user, or a metre and a half behind, smaller. */
const elsewhere: readonly (readonly [string, Partial<Camera>, number])[] = [
  ['beside', { offset: 1 }, 1.75],
  ['behind', { distance: 3.5, offset: 0.2 }, 1.6],
];

/** Another person who does the same all the time. */
const busy = ({ motion }: Exercise): Performance =>
  performanceOf(motion, { repetitions: 12, calm: millis(0), settle: millis(0), hold: seconds(1) });

/** The poses of a film, replaced for a while by those of another one at the same times. */
const replaced = (
  poses: readonly TimedPose[],
  others: readonly TimedPose[],
  from: number,
  until: number,
): readonly TimedPose[] =>
  poses.map((pose, index) => (pose.at >= from && pose.at < until ? (others[index] ?? pose) : pose));

describe.each(exercises.map((exercise) => [exercise.id, exercise] as const))('in %s', (_, exercise) => {
  const ways = waysOf(exercise);
  const script = scriptFor(exercise);
  const poses = filmed(exercise, script, usual);
  const undisturbed = coach(exercise, poses, usual);
  const counted = eventsOf(undisturbed.events, 'rep-completed');
  const opened = eventsOf(undisturbed.events, 'attempt-opened');
  /** A time in the rest between the two repetitions, and one in the middle of the second. */
  const atRest = ((counted[ways - 1]?.at ?? NaN) + (opened[ways]?.at ?? NaN)) / 2 - 3000;
  const inTheMiddle = (opened[ways]?.at ?? NaN) + 1200;

  it('counts two repetitions while no other person comes by', () => {
    expect(undisturbed.repetitions).toBe(2 * ways);
    expect((opened[ways]?.at ?? 0) - (counted[ways - 1]?.at ?? 0)).toBeGreaterThan(7500);
  });

  describe.each(elsewhere)('another person %s', (_where, camera, stature) => {
    const seen = { ...usual, camera, proportions: proportionsOf(stature) };
    const others = filmed(exercise, busy(exercise), seen);

    it('is not judged in place of the user, who continues', () => {
      const disturbed = replaced(poses, others, atRest, atRest + 1500);
      const { repetitions, attempts, events } = coach(exercise, disturbed, usual);
      expect(repetitions).toBe(2 * ways);
      expect(attempts).toEqual([]);
      expect(eventsOf(events, 'attempt-opened').map(({ at }) => at)).toEqual(opened.map(({ at }) => at));
      expect(eventsOf(events, 'session-paused')).toEqual([]);
    });

    it('causes no message to the user', () => {
      const { faults, cues } = coach(exercise, replaced(poses, others, atRest, atRest + 1500), usual);
      expect({ faults, cues }).toEqual({ faults: [], cues: [] });
    });

    it('makes the session wait after two seconds, until the user is back', () => {
      const played = coach(exercise, replaced(poses, others, atRest, atRest + 3000), usual);
      const [notSeen, again] = [eventsOf(played.events, 'not-seen'), eventsOf(played.events, 'seen-again')];
      expect(notSeen).toHaveLength(1);
      expect((notSeen[0]?.at ?? NaN) - atRest).toBeGreaterThan(2000);
      expect((notSeen[0]?.at ?? NaN) - atRest).toBeLessThan(2500);
      expect(eventsOf(played.events, 'session-paused')).toHaveLength(1);
      expect(again).toHaveLength(1);
      expect(again[0]?.at).toBeGreaterThan(atRest + 3000);
      expect(eventsOf(played.events, 'session-resumed')).toHaveLength(1);
      expect(played.attempts).toEqual([]);
      expect(played.repetitions).toBe(2 * ways);
    });

    it('in the middle of a repetition at most leaves it uncounted, because it was not seen', () => {
      const played = coach(exercise, replaced(poses, others, inTheMiddle, inTheMiddle + 1500), usual);
      expect(played.attempts.map(({ reason }) => reason.kind).filter((kind) => kind !== 'unseen')).toEqual([]);
      expect(played.repetitions + played.attempts.length).toBe(2 * ways);
      expect(played.faults).toEqual([]);
    });
  });

  const offsets: Readonly<Record<string, number>> = {
    butterfly: 0.6,
    'flexion-extension': -0.6,
    cheer: -0.7,
    'shoulder-flexion': -0.7,
  };
  it('a user who comes back to another place after a long time is set up again, and keeps the count', () => {
    const away = counted[ways - 1]?.at ?? NaN;
    const there = filmed(
      exercise,
      performanceOf(exercise.motion, { repetitions: 1, calm: seconds(20), hold: seconds(2) }),
      {
        ...usual,
        // As far as leaves all that is judged in the picture, and a user who sits sideways seen as such.
        camera: { offset: offsets[exercise.id] ?? 0.8 },
      },
    );
    const before = poses.filter(({ at }) => at <= away + 500);
    const from = before.at(-1)?.at ?? 0;
    const moved = there.map((pose) => ({ ...pose, at: (pose.at + from + 66) as typeof pose.at }));
    const played = coach(exercise, [...before, ...moved], usual);
    const phases = eventsOf(played.events, 'phase-changed').map(({ to: phase }) => phase);
    expect(phases.filter((phase) => phase === 'neutral')).toHaveLength(2);
    expect(phases.filter((phase) => phase === 'practice')).toHaveLength(
      rangeIn(exercise, {}).is === 'practice' ? 1 : 0,
    );
    expect(played.attempts).toEqual([]);
    expect(played.coaching.repetitions).toBe(2 * ways);
    expect(eventsOf(played.events, 'rep-completed').map(({ number }) => number)).toEqual(
      counted.map(({ number }) => number),
    );
  });

  it('sides swapped by the model for some frames, and elbows that jump for two, do not change the count', () => {
    const swappedName = (name: KeypointName): KeypointName => {
      const [side, part] = name.split('_') as [Side, string | undefined];
      return part ? (`${otherSide(side)}_${part}` as KeypointName) : name;
    };
    const armed = eventsOf(undisturbed.events, 'armed')[0]?.at ?? NaN;
    const disturbed = poses.map((pose, index): TimedPose => {
      if (index < 15) return pose;
      if (index % 40 < 4) return { ...pose, keypoints: keypointsFrom((name) => pose.keypoints[swappedName(name)]) };
      if (![20, 21].includes(index % 40) || pose.at < armed) return pose;
      const { left_elbow: left, right_elbow: right } = pose.keypoints;
      const jumped = { left_elbow: { ...left, x: left.x + 90 }, right_elbow: { ...right, y: right.y - 90 } };
      return { ...pose, keypoints: { ...pose.keypoints, ...jumped } };
    });
    const { repetitions, attempts } = coach(exercise, disturbed, usual);
    expect({ repetitions, attempts }).toEqual({ repetitions: 2 * ways, attempts: [] });
  });
});
