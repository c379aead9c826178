import { describe, expect, it } from 'vitest';
import { frame, trunkShareIn, viewIn } from '../../../src/engine/calibration/framing.ts';
import type { HintId } from '../../../src/engine/exercise/hints.ts';
import { poseBody } from '../../../src/engine/figure/body.ts';
import { briefingCamera, posesThrough, type Camera } from '../../../src/engine/figure/camera.ts';
import { completeJointAngles } from '../../../src/engine/figure/full-joint-angles.ts';
import { adult } from '../../../src/engine/figure/proportions.ts';
import { keypointsFrom, noKeypoints, type KeypointName } from '../../../src/engine/pose/keypoints.ts';
import type { Orientation } from '../../../src/engine/pose/orientation.ts';
import type { TimedPose } from '../../../src/engine/pose/pose.ts';
import type { JudgedAt } from '../../../src/engine/rules/plan.ts';
import { sessionTime } from '../../../src/engine/units.ts';
import type { View } from '../../../src/engine/pose/view.ts';

/** An adult who sits with hanging arms before the briefing's camera, with these camera changes. */
const seen = (view: View, camera: Partial<Camera> = {}, clip = false): TimedPose =>
  posesThrough(
    poseBody(completeJointAngles({ shoulderElevation: 6 }), adult),
    { ...briefingCamera(view), ...camera },
    sessionTime(0),
    {
      clip,
    },
  );

const without = (pose: TimedPose, part: RegExp): TimedPose => ({
  ...pose,
  keypoints: keypointsFrom((name) => (part.test(name) ? noKeypoints[name] : pose.keypoints[name])),
});

type Needs = (orientation: Orientation) => readonly KeypointName[];
const none: Needs = () => [];
const elbows: Needs = ({ view, near }) => (view === 'side' ? [`${near}_elbow`] : ['left_elbow', 'right_elbow']);
const framed = (view: View, pose: TimedPose, needs = none, at?: JudgedAt) => frame(view, pose, needs, at);
const hintIn = (view: View, pose: TimedPose, needs = none, at?: JudgedAt): HintId | 'framed' => {
  const framing = framed(view, pose, needs, at);
  return framing.is === 'framed' ? 'framed' : framing.hint;
};

describe('a user who shows the back', () => {
  it('is asked to face the camera, or to turn sideways', () => {
    const behind = seen('front');
    const back: TimedPose = {
      ...behind,
      keypoints: keypointsFrom((name) => ({
        ...behind.keypoints[name],
        x: behind.frame.width - behind.keypoints[name].x,
      })),
    };
    expect(hintIn('front', back)).toBe('face-the-camera');
    expect(hintIn('side', back)).toBe('turn-sideways');
  });
});

describe('a user who sits as the briefing asks', () => {
  it('is framed, in either view and facing either way', () => {
    expect(framed('front', seen('front'))).toMatchObject({ is: 'framed', orientation: { view: 'front' } });
    expect(framed('side', seen('side', { facing: 'right' }))).toMatchObject({
      orientation: { near: 'right', forward: 1 },
    });
    expect(framed('side', seen('side', { facing: 'left' }))).toMatchObject({
      orientation: { near: 'left', forward: -1 },
    });
  });

  it('is framed at either end of the briefing’s distance and turned by its 15 degrees', () => {
    for (const view of ['front', 'side'] as const)
      for (const distance of [1.8, 2.2])
        for (const yaw of [-15, 15]) expect(hintIn(view, seen(view, { distance, yaw }))).toBe('framed');
  });

  it('is framed without a head, hips or elbows that nothing needs', () => {
    expect(hintIn('front', without(seen('front'), /elbow|wrist/))).toBe('framed');
    expect(hintIn('side', without(seen('side'), /elbow|wrist/))).toBe('framed');
    expect(hintIn('front', without(seen('front'), /nose|eye|ear/))).toBe('framed');
    expect(hintIn('front', without(seen('front'), /hip|knee|ankle/))).toBe('framed');
    expect(hintIn('side', without(seen('side'), /hip|knee|ankle/))).toBe('framed');
  });
});

describe('the advice that helps most', () => {
  it('is to step into the view where no person is seen', () => {
    const { frame: size } = seen('front');
    expect(framed('front', { at: sessionTime(0), frame: size, keypoints: noKeypoints }, elbows)).toMatchObject({
      hint: 'step-into-view',
      missing: ['left_shoulder', 'right_shoulder', 'left_elbow', 'right_elbow'],
    });
  });

  it('is to move back where only a face is seen or the trunk fills the picture', () => {
    expect(hintIn('front', without(seen('front'), /shoulder|elbow|wrist|hip|knee|ankle/))).toBe('move-back');
    expect(hintIn('front', seen('front', { distance: 0.8 }))).toBe('move-back');
  });

  it('is to move into the middle where an arm is cut off or hidden at the side', () => {
    expect(hintIn('front', seen('front', { offset: 1.1 }, true))).toBe('move-into-the-middle');
  });

  it('is to make the arms easier to see, not to move, where an elbow that must be in the picture is not seen', () => {
    expect(hintIn('front', without(seen('front'), /elbow/), elbows)).toBe('arms-hard-to-see');
    expect(hintIn('side', without(seen('side'), /right_elbow/), elbows)).toBe('arms-hard-to-see');
    // Without hips nothing shows how near the user is.
    expect(hintIn('front', without(seen('front'), /elbow|hip/), elbows)).toBe('move-back');
  });

  it('is to turn where the other view is seen', () => {
    expect(hintIn('front', seen('side'))).toBe('face-the-camera');
    expect(hintIn('side', seen('front'))).toBe('turn-sideways');
  });

  it.each([48, 54, 62])('is to turn a little more where the body is turned by %i degrees, to either hand', (yaw) => {
    for (const turned of [-yaw, yaw]) {
      expect(hintIn('front', seen('front', { yaw: turned }))).toBe('turn-more-to-the-camera');
      expect(hintIn('side', seen('front', { yaw: turned }))).toBe('turn-more-sideways');
    }
  });

  it('is the same with hips that are hidden', () => {
    const half = without(seen('front', { yaw: 54 }), /hip|knee|ankle/);
    expect(hintIn('front', half)).toBe('turn-more-to-the-camera');
    expect(hintIn('side', half)).toBe('turn-more-sideways');
  });

  it('is to show the hips or the head where judging needs them, and names which', () => {
    const needs = (part: KeypointName) => () => [part];
    expect(framed('side', without(seen('side'), /hip/), needs('right_hip'))).toEqual({
      is: 'misframed',
      hint: 'show-hips',
      missing: ['right_hip'],
    });
    expect(framed('front', without(seen('front'), /ear/), needs('left_ear'))).toEqual({
      is: 'misframed',
      hint: 'show-head',
      missing: ['left_ear'],
    });
  });

  it('is to show the head where the facing direction is unknown', () => {
    expect(hintIn('side', without(seen('side'), /nose|ear|eye|knee|wrist/))).toBe('show-head');
  });
});

describe('for an exercise that is judged at a desk', () => {
  const hintAtDesk = (pose: TimedPose) => hintIn('front', pose, none, 'desk');
  const moved = (pose: TimedPose, by: (place: { x: number; y: number }) => { x: number; y: number }): TimedPose => ({
    ...pose,
    keypoints: keypointsFrom((name) => ({ ...pose.keypoints[name], ...by(pose.keypoints[name]) })),
  });
  const armless = without(seen('front'), /elbow|wrist|hip|knee|ankle/);

  it('head and shoulders are enough, however much of the picture they fill', () => {
    expect(hintAtDesk(armless)).toBe('framed');
    expect(hintIn('front', armless, elbows)).toBe('move-back');
    expect(hintAtDesk(without(seen('front', { distance: 0.6, pitch: 15 }), /elbow|wrist|hip|knee|ankle/))).toBe(
      'framed',
    );
  });

  it('a shoulder beside the picture asks into the middle, one below it for a lid that is tilted down', () => {
    const oneShoulder = without(armless, /left_shoulder/);
    expect(hintAtDesk(oneShoulder)).toBe('move-into-the-middle');
    expect(hintAtDesk(moved(oneShoulder, ({ x, y }) => ({ x, y: y + 140 })))).toBe('lower-the-camera');
    const atTheEdge = armless.keypoints.left_shoulder.x;
    expect(hintAtDesk(moved(armless, ({ x, y }) => ({ x: x + 478 - atTheEdge, y })))).toBe('move-into-the-middle');
  });

  it('a face low in the picture asks for a lid that is tilted down, a high one, or both shoulders at the edges, to move back', () => {
    const face = without(armless, /shoulder/);
    expect(hintAtDesk(moved(face, ({ x }) => ({ x, y: 300 })))).toBe('lower-the-camera');
    expect(hintAtDesk(moved(face, ({ x }) => ({ x, y: 60 })))).toBe('move-back');
    const wide = keypointsFrom((name) => ({
      ...armless.keypoints[name],
      ...(name === 'left_shoulder' ? { x: 476 } : name === 'right_shoulder' ? { x: 3 } : {}),
    }));
    expect(hintAtDesk({ ...armless, keypoints: wide })).toBe('move-back');
  });

  it('a turned user is still asked to face the camera, a hidden head to be shown', () => {
    expect(hintAtDesk(seen('side'))).toBe('face-the-camera');
    expect(hintIn('front', without(armless, /ear/), () => ['left_ear'], 'desk')).toBe('show-head');
  });
});

describe('the detected view', () => {
  it('is front, side or in between', () => {
    expect(viewIn(seen('front').keypoints)).toBe('front');
    expect(viewIn(seen('side').keypoints)).toBe('side');
    expect(viewIn(seen('side', { yaw: 15 }).keypoints)).toBe('side');
    expect(viewIn(seen('side', { yaw: 30 }).keypoints)).toBe('between');
    expect(viewIn(seen('front', { yaw: 52 }).keypoints)).toBe('between');
    expect(viewIn(noKeypoints)).toBe('empty');
  });

  it('follows from the height of the nose where hips are hidden, and is unknown without the nose', () => {
    const hipless = (view: View) => without(seen(view), /hip/);
    expect(viewIn(hipless('front').keypoints)).toBe('front');
    expect(viewIn(hipless('side').keypoints)).toBe('side');
    expect(viewIn(without(hipless('front'), /nose/).keypoints)).toBeUndefined();
  });
});

describe('the share of the picture that the trunk fills', () => {
  /** The share that a trunk of half a metre fills at two metres, for the camera's vertical angle of view. */
  const expected = (view: View): number => {
    const { fieldOfView, distance } = briefingCamera(view);
    return 0.5 / (2 * distance * Math.tan((fieldOfView * Math.PI) / 360));
  };

  it('matches the projection of half a metre, from the front and from the side', () => {
    for (const view of ['front', 'side'] as const) expect(trunkShareIn(seen(view))).toBeCloseTo(expected(view), 1);
  });

  it('comes from the shoulders in front view where the hips are hidden, and is unknown without both', () => {
    expect(trunkShareIn(without(seen('front'), /hip/))).toBeCloseTo(expected('front'), 1);
    expect(trunkShareIn(without(seen('front'), /hip|shoulder/))).toBe(0);
  });
});
