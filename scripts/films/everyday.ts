import fc from 'fast-check';
import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { keyframesOf } from '../../src/engine/figure/perform.ts';
import type { Keyframe } from '../../src/engine/figure/performance.ts';
import type { JointAngles } from '../../src/engine/figure/joint-angles.ts';
import { millis, seconds } from '../../src/engine/units.ts';

/*
 * What people do between repetitions that is no exercise: drinking, scratching the head, reaching, typing, standing up
 * and sitting down, leaving and coming back, looking about, stretching their legs.
 */

/** The posture of a person who sits and does nothing in particular. */
export const everydayRest: JointAngles = { shoulderElevation: 5, elevationPlane: 60, elbowFlexion: 12 };

const rest = everydayRest;

/** One movement: its stances, each with the duration of the way to it and of the stay in it, in seconds. */
type Movement = readonly (readonly [JointAngles, number, number])[];

const share = fc.double({ min: 0, max: 1, noNaN: true });
const within = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const side = fc.constantFrom('left' as const, 'right' as const);

const drinking = fc
  .record({ with: side, height: within(25, 55), stays: within(0.4, 2.5) })
  .map(({ with: hand, height, stays }): Movement => [
    [{ ...rest, [hand]: { shoulderElevation: 30, elevationPlane: 75, elbowFlexion: 60 } }, 0.9, 0.2],
    [
      { ...rest, neckFlexion: -8, [hand]: { shoulderElevation: height, elevationPlane: 70, hand: 'mouth' } },
      0.9,
      stays,
    ],
    [rest, 1.3, 0.5],
  ]);

const scratching = fc
  .record({ with: side, top: fc.boolean(), height: within(80, 115), stays: within(0.4, 3) })
  .map(({ with: hand, top, height, stays }): Movement => [
    [
      {
        ...rest,
        neckFlexion: 6,
        [hand]: { shoulderElevation: height, elevationPlane: 35, hand: top ? 'top-of-head' : 'back-of-head' },
      },
      1,
      stays,
    ],
    [rest, 1.1, 0.5],
  ]);

const reaching = fc
  .record({
    with: side,
    height: within(35, 85),
    plane: within(0, 90),
    bend: within(15, 60),
    lean: within(5, 30),
    stays: within(0.2, 1.5),
  })
  .map(({ with: hand, height, plane, bend, lean, stays }): Movement => [
    [{ ...rest, lean, [hand]: { shoulderElevation: height, elevationPlane: plane, elbowFlexion: bend } }, 0.9, stays],
    [rest, 0.9, 0.5],
  ]);

const typing = fc
  .record({ height: within(15, 35), lean: within(0, 12), stays: within(1, 4) })
  .map(({ height, lean, stays }): Movement => [
    [{ lean, neckFlexion: 12, shoulderElevation: height, elevationPlane: 80, elbowFlexion: 85 }, 1.1, stays],
    [rest, 1, 0.5],
  ]);

const standing = fc
  .record({ lean: within(25, 38), pace: within(0.8, 1.4), stays: within(0.5, 3) })
  .map(({ lean, pace, stays }): Movement => [
    [{ ...rest, lean }, pace * 0.6, 0],
    [{ ...rest, lean: lean * 0.6, rise: 0.5 }, pace * 0.5, 0],
    [{ ...rest, rise: 1 }, pace * 0.6, stays],
    [{ ...rest, lean: lean * 0.6, rise: 0.5 }, pace * 0.7, 0],
    [rest, pace * 0.8, 0.6],
  ]);

const leaving = fc
  .record({ to: fc.constantFrom(1, -1), pace: within(1, 1.8), stays: within(1, 5) })
  .map(({ to, pace, stays }): Movement => [
    [{ ...rest, lean: 20, rise: 0.5 }, pace, 0],
    [{ ...rest, rise: 1 }, pace * 0.5, 0.2],
    [{ ...rest, rise: 1, aside: to * 2.6 }, pace * 1.6, stays],
    [{ ...rest, rise: 1 }, pace * 1.6, 0.2],
    [{ ...rest, lean: 20, rise: 0.5 }, pace * 0.6, 0],
    [rest, pace, 1],
  ]);

const looking = fc
  .record({ turn: within(-45, 45), down: within(-10, 30), tilt: within(-8, 8), stays: within(0.3, 2) })
  .map(({ turn, down, tilt, stays }): Movement => [
    [{ ...rest, neckRotation: turn, neckFlexion: down, neckSideBend: tilt, spineRotation: turn / 4 }, 0.7, stays],
    [rest, 0.7, 0.4],
  ]);

const shifting = fc
  .record({ lean: within(-8, 30), sideways: within(-9, 9), bend: within(0, 15), stays: within(0.3, 2.5) })
  .map(({ lean, sideways, bend, stays }): Movement => [
    [{ ...rest, lean, sideLean: sideways, spineFlexion: bend }, 1.1, stays],
    [rest, 1.1, 0.4],
  ]);

const movement = fc.oneof(drinking, scratching, reaching, typing, standing, leaving, looking, shifting);

/** Some movements one after the other, each at its own pace. */
export const everydayMovements: fc.Arbitrary<readonly Keyframe[]> = fc
  .record({ movements: fc.array(movement, { minLength: 1, maxLength: 3 }), slower: share })
  .map(({ movements, slower }) =>
    movements.flat().map(([jointAngles, takes, stays]): Keyframe => ({
      jointAngles,
      takes: seconds(takes * (0.8 + 0.6 * slower)),
      stays: seconds(stays),
    })),
  );

/** A user who arms as the exercise asks, and then rests. */
export const armedFor = (exercise: Exercise, practice: boolean): readonly Keyframe[] => {
  const calm = seconds(exercise.motion.start === undefined && !practice ? 8.2 : 4.8);
  const armed = keyframesOf(exercise.motion, { repetitions: 0, practice, calm, settle: seconds(5.8) }).slice(0, -1);
  return [...armed, { jointAngles: rest, takes: millis(1300), stays: millis(700) }];
};
