import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../../src/engine/exercise/exercise.ts';
import { viewOf } from '../../../src/engine/rules/plan.ts';
import { poseBody } from '../../../src/engine/figure/body.ts';
import { briefingCamera, posesThrough, type Camera } from '../../../src/engine/figure/camera.ts';
import type { Variation } from '../../../src/engine/figure/motion.ts';
import { easyRest, performanceOf } from '../../../src/engine/figure/perform.ts';
import { adult, proportionsOf, type Proportions } from '../../../src/engine/figure/proportions.ts';
import type { JointAngles } from '../../../src/engine/figure/joint-angles.ts';
import { frontOn, sideOn, type Orientation } from '../../../src/engine/pose/orientation.ts';
import { keypointsFrom, noKeypoints, type KeypointName, type Keypoints } from '../../../src/engine/pose/keypoints.ts';
import { isSamePerson, placeOf, type Place } from '../../../src/engine/pose/same-person.ts';
import { millis, seconds } from '../../../src/engine/units.ts';
import { exercises } from '../../../src/exercises/registry.ts';
import { views, type View } from '../../../src/engine/pose/view.ts';

/** Shoulder width over trunk length of the figure; replaces the shoulder width in side view. */
const widthOverTrunk = 0.72;

const orientationOf = (view: View): Orientation => (view === 'front' ? frontOn : sideOn(1));

const seen = (camera: Camera, jointAngles: JointAngles = easyRest, proportions: Proportions = adult): Keypoints =>
  posesThrough(poseBody(jointAngles, proportions), camera, millis(0)).keypoints;

const apart = (keypoints: Keypoints, a: KeypointName, b: KeypointName): number =>
  Math.hypot(keypoints[a].x - keypoints[b].x, keypoints[a].y - keypoints[b].y);

const placeFrom = (keypoints: Keypoints, view: View): Place => {
  const size =
    view === 'front'
      ? apart(keypoints, 'left_shoulder', 'right_shoulder')
      : widthOverTrunk * apart(keypoints, 'right_shoulder', 'right_hip');
  const place = placeOf(keypoints, orientationOf(view), size);
  if (!place) throw new Error('The figure shows its shoulders.');
  return place;
};

const without = (keypoints: Keypoints, hidden: RegExp): Keypoints =>
  keypointsFrom((name) => (hidden.test(name) ? { ...keypoints[name], score: 0 } : keypoints[name]));

/** The cameras that the briefing allows. */
const camerasFor = (view: View): readonly Camera[] =>
  [1.8, 2, 2.2].flatMap((distance) => [-15, 0, 15].map((yaw) => ({ ...briefingCamera(view), distance, yaw })));

const variationsOf = (exercise: Exercise): readonly (readonly [string, Variation | undefined])[] => [
  ['correctly', undefined],
  ...(exercise.views[viewOf(exercise)]?.faults ?? []).map(({ id, shownBy }) => [id, shownBy] as const),
];

describe.each(exercises.map((exercise) => [exercise.id, exercise] as const))('the user doing %s', (_, exercise) => {
  const view = viewOf(exercise);

  it.each(variationsOf(exercise))('stays the same: %s', (_name, variation) => {
    const performance = performanceOf(exercise.motion, { repetitions: 1, calm: seconds(0.5), variation });
    for (const camera of camerasFor(view)) {
      const at = (time: number): Keypoints => seen(camera, performance.jointAnglesAt(millis(time)));
      const place = placeFrom(at(0), view);
      for (let time = 0; time <= performance.duration; time += 100)
        expect(isSamePerson(at(time), place, orientationOf(view))).toBe(true);
    }
  });
});

/** How far the shoulders of a standing person are above those of a sitting one, metres: 0.82 of stature less 1.0 m. */
const standing = 0.35;

/** All directions that another person may face. */
const turns = (camera: Camera): readonly Camera[] => [
  { ...camera, view: 'front' },
  { ...camera, view: 'front', yaw: 40 },
  { ...camera, view: 'side', facing: 'left' },
  { ...camera, view: 'side', facing: 'right' },
];

const others = [proportionsOf(1.6), adult, proportionsOf(1.8)];

describe.each(views)('other people, from the %s', (view) => {
  const orientation = orientationOf(view);
  const isKept = (camera: Camera, place: Place, hidden = /^$/): readonly boolean[] =>
    turns(camera).flatMap((turned) =>
      others.map((proportions) =>
        isSamePerson(without(seen(turned, easyRest, proportions), hidden), place, orientation),
      ),
    );

  it.each([-1, 1])('rejects a passer-by 1.5 m behind and 0.8 m aside (%d)', (side) => {
    for (const camera of camerasFor(view)) {
      const place = placeFrom(seen(camera), view);
      const { distance, height } = camera;
      const passing = { ...camera, yaw: 0, distance: distance + 1.5, height: height - standing, offset: 0.8 * side };
      expect(isKept(passing, place)).not.toContain(true);
    }
  });

  it('rejects a passer-by straight behind by scale alone', () => {
    const camera = briefingCamera(view);
    const place = placeFrom(seen(camera), view);
    expect(isKept({ ...camera, distance: 3.5 }, place)).not.toContain(true);
  });

  it('rejects a passer-by close to the lens by scale alone', () => {
    const camera = briefingCamera(view);
    const place = placeFrom(seen(camera), view);
    expect(isKept({ ...camera, distance: 1.1 }, place)).not.toContain(true);
  });

  it.each([
    ['stands', standing, -1],
    ['stands', standing, 1],
    ['sits', 0, -1],
    ['sits', 0, 1],
  ])('rejects a person who %s (%d) 1 m beside at the same distance (%d)', (_, up, side) => {
    for (const camera of camerasFor(view)) {
      const place = placeFrom(seen(camera), view);
      const beside = { ...camera, yaw: 0, height: camera.height - up, offset: side };
      expect(isKept(beside, place)).not.toContain(true);
      expect(isKept(beside, place, /elbow|hip/)).not.toContain(true);
    }
  });
});

describe.each(views)('from the %s, the user is still recognized', (view) => {
  const camera = briefingCamera(view);
  const neutral = seen(camera);
  const place = placeFrom(neutral, view);
  const orientation = orientationOf(view);

  it('where no shoulder is seen', () => {
    expect(isSamePerson(noKeypoints, place, orientation)).toBe(true);
    expect(isSamePerson(without(seen({ ...camera, offset: 1 }), /shoulder/), place, orientation)).toBe(true);
  });

  it('where only one shoulder is seen', () => {
    const angles: readonly JointAngles[] = view === 'front' ? [{ sideLean: 25 }] : [{ lean: 50 }, { lean: -40 }];
    for (const jointAngles of angles)
      for (const hidden of [/left_/, /right_/])
        expect(isSamePerson(without(seen(camera, jointAngles), hidden), place, orientation)).toBe(true);
  });

  it('after moving the chair by a hand, or leaning to the lens', () => {
    expect(isSamePerson(seen({ ...camera, offset: 0.15 }), place, orientation)).toBe(true);
    expect(isSamePerson(seen({ ...camera, distance: 1.6 }), place, orientation)).toBe(true);
    expect(isSamePerson(seen({ ...camera, distance: 2.5 }), place, orientation)).toBe(true);
  });

  it('where neither hips nor elbows were seen, neither at neutral nor now', () => {
    const hidden = /hip|elbow/;
    const bare = placeOf(without(neutral, hidden), orientation, place.size);
    expect(bare && isSamePerson(without(neutral, hidden), bare, orientation)).toBe(true);
    expect(bare && isSamePerson(neutral, bare, orientation)).toBe(true);
  });
});

it('the user is still recognized from the front when the model narrows raised shoulders to 0.7 and sees nothing else', () => {
  const neutral = seen(briefingCamera('front'));
  const place = placeFrom(neutral, 'front');
  const centre = briefingCamera('front').frame.width / 2;
  const narrow = keypointsFrom((name) => ({ ...neutral[name], x: centre + 0.7 * (neutral[name].x - centre) }));
  expect(isSamePerson(without(narrow, /hip|elbow/), place, frontOn)).toBe(true);
});

it('a pose without shoulders has no place', () => {
  expect(placeOf(noKeypoints, frontOn, 100)).toBeUndefined();
});
