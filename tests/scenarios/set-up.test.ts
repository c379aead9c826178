import { describe, expect, it } from 'vitest';
import type { Camera } from '../../src/engine/figure/camera.ts';
import { adult, proportionsOf, shoulderHeightOf, type Proportions } from '../../src/engine/figure/proportions.ts';
import { noKeypoints } from '../../src/engine/pose/keypoints.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { seconds } from '../../src/engine/units.ts';
import { butterfly } from '../../src/exercises/butterfly.ts';
import { cheer } from '../../src/exercises/cheer.ts';
import { flexionExtension } from '../../src/exercises/flexion-extension.ts';
import { headTilt } from '../../src/exercises/head-tilt.ts';
import { eventsOf, perform, type Play, type Played } from './play.ts';
import { hidden } from './staging.ts';

/** A user who sits before a camera and does only what set-up asks; what is outside the picture is not seen. */
const seated = (exercise: typeof cheer, camera: Partial<Camera>, play: Play = {}): Played =>
  perform(exercise, { repetitions: 0, calm: seconds(9) }, { framesPerSecond: 12, clip: true, camera, ...play });

/** The same from the front, for an exercise that is not judged at a desk. */
const facing = (camera: Partial<Camera>, play: Play = {}): Played => seated(cheer, camera, { view: 'front', ...play });

const isArmed = ({ events }: Played): boolean => eventsOf(events, 'armed').length > 0;

/** A level lens at the height of the shoulders. */
const level = (body: Proportions = adult): Partial<Camera> => ({ height: shoulderHeightOf(body) });

const higher = (by: number): Partial<Camera> => ({ height: shoulderHeightOf(adult) + by });

describe('a user who sits as the briefing asks gets no hint', () => {
  const statures = [1.5, 1.7, 1.95];
  const distances = [1.8, 2, 2.2];
  it.each(statures.flatMap((stature) => distances.map((distance) => [stature, distance] as const)))(
    'of %f m, %f m away, from the front and the side, through every lens, at its height or a hand above',
    (stature, distance) => {
      const proportions = proportionsOf(stature);
      for (const exercise of [headTilt, cheer])
        for (const fieldOfView of [50, 65, 80])
          for (const lens of [0, 0.18]) {
            const camera = { distance, fieldOfView, height: shoulderHeightOf(proportions) + lens };
            const played = seated(exercise, camera, { proportions });
            expect(played.hints.filter((hint) => hint !== 'show-hips')).toEqual([]);
            expect(isArmed(played)).toBe(true);
          }
    },
  );
});

it('finds which way a user faces from the side, and none from the front', () => {
  const facesOf = (exercise: typeof cheer, camera: Partial<Camera>) => seated(exercise, camera).coaching.faces;
  expect([facesOf(cheer, { facing: 'left' }), facesOf(cheer, { facing: 'right' })]).toEqual([-1, 1]);
  expect(facesOf(butterfly, {})).toBeUndefined();
});

describe('set-up waits for', () => {
  const expectWaiting = (played: Played, hint: string) => {
    expect(played.hints).toEqual([hint]);
    expect(eventsOf(played.events, 'armed')).toEqual([]);
    expect(played.events.map(({ type }) => type)).not.toContain('phase-changed');
  };

  it('a person to be seen', () => {
    expectWaiting(seated(cheer, {}, { through: hidden(/./) }), 'step-into-view');
  });

  it.each([
    [50, 0.8],
    [65, 0.6],
    [80, 0.45],
  ])('a user who is too near, at %i degrees of view and %f m', (fieldOfView, distance) => {
    for (const view of ['front', 'side'] as const)
      expectWaiting(seated(cheer, { ...level(), fieldOfView, distance }, { clip: false, view }), 'move-back');
  });

  it.each([
    [50, 1],
    [65, 0.75],
    [80, 0.6],
  ])('no user at %i degrees of view and %f m, where only the hips are hidden', (fieldOfView, distance) => {
    expect(isArmed(facing({ ...level(), fieldOfView, distance }))).toBe(true);
  });

  it.each([1, -1])('a user at the edge of the picture, on the side %i', (way) => {
    // In a picture that is 2.49 m wide the outer elbow is at the edge, then beyond it.
    for (const offset of [1.04, 1.1]) expectWaiting(facing({ offset: way * offset }), 'move-into-the-middle');
    expect(isArmed(facing({ offset: way * 0.7 }))).toBe(true);
  });

  it('hips that are needed, and asks for them before it asks to turn', () => {
    expectWaiting(seated(flexionExtension, { view: 'front' }, { through: hidden(/hip/) }), 'show-hips');
  });
});

describe('non-blocking advice is given', () => {
  /** Expects this advice, and arming as early as for a user who sits as asked. */
  const expectAdvice = (played: Played, ...hints: readonly string[]) => {
    const usual = facing({});
    expect(played.hints).toEqual(hints);
    expect(eventsOf(played.events, 'armed')[0]?.at).toBe(eventsOf(usual.events, 'armed')[0]?.at);
  };

  it.each([
    [50, 5],
    [65, 3.8],
    [80, 3],
  ])('to a user too far away: at %i degrees of view and %f m', (fieldOfView, distance) => {
    expectAdvice(facing({ ...level(), fieldOfView, distance }), 'come-closer');
  });

  it.each([
    [50, 4],
    [65, 3],
    [80, 2.4],
  ])('but not at %i degrees of view and %f m', (fieldOfView, distance) => {
    expectAdvice(facing({ ...level(), fieldOfView, distance }));
  });

  it('where hips are hidden that are not needed', () => {
    expectAdvice(facing({}, { through: hidden(/hip|knee|ankle/) }), 'show-hips');
  });

  it('where the head is out of the picture and not needed', () => {
    const played = seated(butterfly, {}, { through: hidden(/nose|eye|ear/) });
    expect(played.hints[0]).toBe('show-head');
    expect(isArmed(played)).toBe(true);
  });

  it.each([
    ['raise-the-camera', higher(-0.35)],
    // Through a wide lens the hips stay in the picture.
    ['lower-the-camera', { ...higher(0.68), fieldOfView: 65 }],
    // A tilted lens shows the same.
    ['raise-the-camera', { ...level(), pitch: -10 }],
    ['lower-the-camera', { ...level(), pitch: 24, fieldOfView: 80 }],
  ] as const)('%s', (hint, camera) => {
    expectAdvice(facing(camera, { clip: false }), hint);
  });

  it('to a user in the dark', () => {
    const lit = (light: number): Play => ({ through: (pose) => ({ ...pose, light }) });
    expectAdvice(facing({}, lit(0.12)), 'more-light');
    // A dim evening, as filmed.
    expectAdvice(facing({}, lit(0.27)));
  });

  it('first of all where it is so dark that no person is seen', () => {
    const dark: Play['through'] = (pose) => {
      const unseen = hidden(/./)(pose);
      return unseen && { ...unseen, light: 0.05 };
    };
    expect(facing({}, { through: dark }).hints).toEqual(['more-light']);
  });

  it('where the picture comes too slowly', () => {
    const slow = facing({}, { framesPerSecond: 6 });
    expect(slow.hints).toEqual(['too-slow']);
    expect(isArmed(slow)).toBe(true);
    expect(facing({}, { framesPerSecond: 9 }).hints).toEqual([]);
  });

  it('about the light where a slow camera shows few pictures, about the computer where the detector is late', () => {
    // At six poses a second, a camera of 6 or 30 pictures a second shows 1 or 5 from one to the next.
    const showing = (arrived: number) =>
      facing({}, { framesPerSecond: 6, through: (pose) => ({ ...pose, arrived }) }).hints;
    expect(showing(1)).toEqual(['slow-camera']);
    expect(showing(5)).toEqual(['too-slow']);
  });

  it('but not where pictures are left out on purpose', () => {
    const spared = (pose: TimedPose): TimedPose => ({ ...pose, arrived: 5, hasSpared: true });
    expect(facing({}, { framesPerSecond: 6, through: spared }).hints).toEqual([]);
  });
});

describe('a picture of one colour', () => {
  const plainUntil =
    (until: number): NonNullable<Play['through']> =>
    (pose) =>
      pose.at < until ? { ...pose, keypoints: noKeypoints, light: 0.02, isPlain: true } : pose;

  it('is reported after two seconds, and set-up goes on by itself once it is over', () => {
    const covered = facing({}, { through: plainUntil(5000) });
    expect(covered.hints.slice(-1)).toEqual(['uncover-the-camera']);
    expect(isArmed(covered)).toBe(true);
    expect(facing({}, { through: plainUntil(1500) }).hints).not.toContain('uncover-the-camera');
  });

  it('is the reason of a pause in training, which ends by itself', () => {
    const from = 12_000;
    const played = perform(
      cheer,
      { repetitions: 3, calm: seconds(9) },
      {
        framesPerSecond: 12,
        range: { is: 'norm' },
        through: (pose) =>
          pose.at >= from && pose.at < from + 8000 ? { ...pose, keypoints: noKeypoints, isPlain: true } : pose,
      },
    );
    expect(played.hints).toContain('uncover-the-camera');
    expect(played.events.map(({ type }) => type)).toContain('session-resumed');
    expect(played.coaching.hint).toBeUndefined();
  });
});
