import { describe, expect, it } from 'vitest';
import type { JointAngles } from '../../src/engine/figure/joint-angles.ts';
import type { Keyframe } from '../../src/engine/figure/performance.ts';
import { middle, turnedAbout } from '../../src/engine/kinematics/plane.ts';
import { otherSide, sides, type Side } from '../../src/engine/pose/keypoints.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { headTilt } from '../../src/exercises/head-tilt.ts';
import { after, to } from './keyframes.ts';
import { coach, eventsOf, filmed, seconds, type Play, type Played } from './play.ts';

/*
 * What belongs to the head tilt alone. Shoulders are moved as MoveNet Thunder reads them on stills of people, by the
 * median of each class against the centre of the same session.
 */

const play: Play = { framesPerSecond: 12, hold: seconds(2), reps: 2 };

const sign = (side: Side): 1 | -1 => (side === 'left' ? 1 : -1);
const tilted = (side: Side, more: JointAngles = {}): JointAngles => ({ neckSideBend: 34 * sign(side), ...more });

/** Lowers the left end of the line of the shoulders by this many degrees; negative values lower the right end. */
const lowered = <At extends number>(pose: TimedPose<At>, by: number): TimedPose<At> => {
  const { left_shoulder: left, right_shoulder: right } = pose.keypoints;
  const about = middle(left, right);
  return {
    ...pose,
    keypoints: {
      ...pose.keypoints,
      left_shoulder: { ...left, ...turnedAbout(left, about, by) },
      right_shoulder: { ...right, ...turnedAbout(right, about, by) },
    },
  };
};

/** A tilt of 34 degrees to a side, held for four seconds. */
const tilt = (side: Side, more?: JointAngles): readonly Keyframe[] => [
  to(tilted(side, more), 2000, 4000),
  to({}, 2000, 2000),
];

/** The duration of such a tilt, ms. */
const tiltTakes = 10_000;

/**
 * Plays a tilt whose line of shoulders is lowered to its left by these degrees while `isThen` holds, ms since the tilt
 * began.
 */
const playTilt = (
  side: Side,
  by: number,
  { isThen = (at) => at > 1000 && at < 6800, bend = 34 }: { isThen?: (at: number) => boolean; bend?: number } = {},
): Played => {
  const poses = filmed(headTilt, after(headTilt, tilt(side, { neckSideBend: bend * sign(side) })), play);
  const begins = (poses.at(-1)?.at ?? 0) - tiltTakes;
  return coach(
    headTilt,
    poses.map((pose) => (isThen(pose.at - begins) ? lowered(pose, by) : pose)),
    play,
  );
};

const noticed = ({ events }: Played) =>
  eventsOf(events, 'fault-noticed').map(({ fault, side }) => (side ? `${fault} ${side}` : fault));

it('a shoulder that rises to the ear is told, and the head is not told to ease off, whose neck is bent by 40', () => {
  // The shoulder adds 11 degrees to the bend between head and shoulders, and none to the neck's.
  const risen = tilt('left', { neckSideBend: 40, left: { clavicleElevation: 26 } });
  const played = coach(headTilt, filmed(headTilt, after(headTilt, risen), play), play);
  expect(noticed(played)).toEqual(['shoulder-rises left']);
});

it('a trunk that leans to the left, its head kept more upright, raises no shoulder', () => {
  const leaning = [to({ sideLean: 16, neckSideBend: -11 }, 2000, 4000), to({}, 2000, 2000)];
  const played = coach(headTilt, filmed(headTilt, after(headTilt, leaning), play), play);
  expect(noticed(played)).toContain('leans-trunk left');
  expect(noticed(played)).not.toContain('shoulder-rises right');
});

describe('a shoulder', () => {
  // The whole tilts of people: the median, and the furthest that any of them reads.
  it.each([
    ['left', 2.3],
    ['left', 4.8],
    ['right', -1.1],
    ['right', -4.2],
  ] as const)('that a correct tilt to the %s lowers by %f degrees is not corrected', (side, by) => {
    const played = playTilt(side, by);
    expect(played.repetitions).toBe(1);
    expect({ faults: noticed(played), cues: played.cues }).toEqual({ faults: [], cues: [] });
  });

  it.each([
    ['left', -6.7],
    ['right', 4.2],
  ] as const)('raised toward the ear in a tilt to the %s is told, on its own side', (side, by) => {
    const played = playTilt(side, by);
    expect(noticed(played)).toEqual([`shoulder-rises ${side}`]);
    expect(played.cues).toEqual(['shoulder-drop']);
  });

  it.each(sides)('that stays behind in a tilt to the %s is told, too', (side) => {
    expect(noticed(playTilt(side, 11 * sign(side)))).toEqual([`other-shoulder-rises ${otherSide(side)}`]);
  });

  it('is judged on the way to the end and while it is held, and in neither rest', () => {
    // A raised shoulder adds to the angle between head and shoulders: these ten degrees stay short of the target.
    const onTheWay = playTilt('left', -8, { bend: 10, isThen: (at) => at > 1000 && at < 6000 });
    const inTheHold = playTilt('left', -8, { isThen: (at) => at > 3000 && at < 5500 });
    const atRest = playTilt('left', -4.5, { isThen: (at) => at > 8200 });
    const phaseAt = ({ events }: Played) => {
      const at = eventsOf(events, 'fault-noticed')[0]?.at ?? NaN;
      return eventsOf(events, 'phase-changed').findLast((change) => change.at <= at)?.to;
    };
    expect([noticed(onTheWay), phaseAt(onTheWay)]).toEqual([['shoulder-rises left'], 'working']);
    expect([noticed(inTheHold), phaseAt(inTheHold)]).toEqual([['shoulder-rises left'], 'holding']);
    expect(noticed(atRest)).toEqual([]);
  });
});

/** Plays movements after the exercise was armed. */
const played = (...movements: readonly Keyframe[]): Played =>
  coach(headTilt, filmed(headTilt, after(headTilt, movements), play), play);

describe('in place of a tilt', () => {
  it.each(sides)('leaning the whole trunk to the %s gets a word, and is no attempt', (side) => {
    const leaning = played(to({ sideLean: 16 * sign(side) }, 2000, 3000), to({}, 2000, 1500));
    expect(eventsOf(leaning.events, 'attempt-opened')).toEqual([]);
    expect(leaning.cues).toEqual(['only-the-head']);
  });

  it.each([
    ['sitting up', { lean: -4, spineFlexion: -8 }],
    ['shifting on the seat', { sideLean: 8, aside: 0.03 }],
    ['leaning over the desk', { lean: 25, sideLean: 6 }],
    ['leaning aside for a moment', { sideLean: 14 }],
    ['leaning with both arms held up', { sideLean: 20, shoulderElevation: 150 }],
    ['raising an arm, its shoulder with it', { left: { shoulderElevation: 120, clavicleElevation: 30 } }],
  ] satisfies readonly (readonly [string, JointAngles])[])('%s gets none', (name, jointAngles) => {
    const stays = name.endsWith('moment') ? 300 : 4000;
    const { cues, events } = played(to(jointAngles, 1200, stays), to({}, 1200, 1500));
    expect({ cues, repetitions: eventsOf(events, 'rep-completed') }).toEqual({ cues: [], repetitions: [] });
  });
});

describe('a tilt with a raised arm', () => {
  it.each(sides.flatMap((side) => sides.map((arm) => [side, arm] as const)))(
    'to the %s with the %s arm asks for hanging arms, and does not count',
    (side, arm) => {
      const { cues, repetitions } = played(
        to({ [arm]: { shoulderElevation: 80 } }, 1200, 500),
        to(tilted(side, { [arm]: { shoulderElevation: 80 } }), 2000, 3000),
        to({}, 2000, 1500),
      );
      expect(cues).toEqual(['arms-hang']);
      expect(repetitions).toBe(0);
    },
  );

  it('asks for it, too, where the arm comes up with the head', () => {
    const { cues } = played(to(tilted('left', { left: { shoulderElevation: 80 } }), 2000, 3000), to({}, 2000, 1500));
    expect(cues).toContain('arms-hang');
  });
});

describe('the chin', () => {
  it.each(sides)('that drops with a tilt to the %s is told', (side) => {
    expect(played(...tilt(side, { neckFlexion: 30 })).cues).toEqual(['chin-up']);
  });

  it.each([-6, 6])('may move by %i degrees', (neckFlexion) => {
    expect(played(...tilt('left', { neckFlexion })).cues).toEqual([]);
  });

  it('is not judged at rest, where people look at their keyboard', () => {
    expect(played(to({ neckFlexion: 30 }, 1000, 4000), to({}, 1000, 1500)).cues).toEqual([]);
  });
});
