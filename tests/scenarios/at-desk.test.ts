import { describe, expect, it } from 'vitest';
import type { Camera } from '../../src/engine/figure/camera.ts';
import type { JointAngles } from '../../src/engine/figure/joint-angles.ts';
import { easyRest, keyframesOf } from '../../src/engine/figure/perform.ts';
import { scriptOf, type Keyframe } from '../../src/engine/figure/performance.ts';
import { proportionsOf, shoulderHeightOf } from '../../src/engine/figure/proportions.ts';
import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { headTilt } from '../../src/exercises/head-tilt.ts';
import { shoulderBladeSqueeze } from '../../src/exercises/shoulder-blade-squeeze.ts';
import { atDesk, deskDistances, filmIn } from '../../scripts/accuracy/setting.ts';
import { coach, eventsOf, filmed, millis, perform, seconds, type Play, type Played } from './play.ts';
import { hidden } from './staging.ts';

/*
 * A user at a desk, before the laptop that stands there for work: the lens is half a metre to a metre away and a quarter
 * of a metre above the desk, the lid is tilted back. Head and shoulders are in the picture, and little else.
 */

const atTheDesk = (distance: number, play: Play = {}): Play => ({
  framesPerSecond: 12,
  clip: true,
  ...play,
  camera: { ...filmIn('front', atDesk(distance)).camera, ...play.camera },
});

const armedAt = ({ events }: Played): number => eventsOf(events, 'armed')[0]?.at ?? Infinity;

describe('a user who stays at the desk', () => {
  const statures = [1.5, 1.7, 1.95];
  /** Lenses 0.25 m above a desk at the elbows, the lid tilted back by these angles. */
  const lenses = (stature: number, pitches: readonly number[]): readonly Partial<Camera>[] =>
    [50, 65, 80].flatMap((fieldOfView) =>
      pitches.map((pitch) => ({ fieldOfView, pitch, height: shoulderHeightOf(proportionsOf(stature)) - 0.04 })),
    );

  it.each([
    // With less, the head of a tall user is above the picture.
    [0.5, [15]],
    [0.6, [10, 15]],
    [0.95, [10, 15]],
  ])('is armed within ten seconds and gets no hint at %f m, with the lid at %j degrees', (distance, pitches) => {
    for (const stature of statures)
      for (const camera of lenses(stature, pitches)) {
        const play = atTheDesk(distance, { camera, proportions: proportionsOf(stature), range: { is: 'norm' } });
        const played = perform(headTilt, { repetitions: 0, practice: false, calm: seconds(9) }, play);
        expect(played.hints).toEqual([]);
        expect(armedAt(played)).toBeLessThanOrEqual(10_000);
      }
  });

  it.each(deskDistances)('is counted exactly at %f m, and hears no correction', (distance) => {
    for (const [exercise, repetitions] of [
      [headTilt, 4],
      [shoulderBladeSqueeze, 2],
    ] as const) {
      const hold = seconds(3);
      const played = perform(
        exercise,
        { repetitions: 2, practice: true, hold: seconds(3.7) },
        atTheDesk(distance, { hold, range: { is: 'practice' } }),
      );
      expect(played.repetitions).toBe(repetitions);
      expect(played.attempts).toEqual([]);
      expect(played.cues).toEqual([]);
      expect(played.hints.filter((hint) => !hint.startsWith('practise'))).toEqual([]);
    }
  });

  it('sees on the screen what is not judged: the arms, and whether the trunk leans', () => {
    const played = perform(headTilt, { repetitions: 0, practice: false, calm: seconds(9) }, atTheDesk(0.75));
    expect(played.notJudged).toEqual(expect.arrayContaining(['armElevation', 'trunkSideLean']));
    expect(played.notJudged).not.toContain('headSideBend');
  });

  it.each(deskDistances)('sees both targets in the picture at %f m', (distance) => {
    const play = atTheDesk(distance, { range: { is: 'norm' } });
    const { sights } = perform(headTilt, { repetitions: 0, practice: false, calm: seconds(9) }, play);
    const targets = sights.at(-1)?.targets ?? [];
    expect(targets).toHaveLength(2);
    for (const { to } of targets) expect(to.y).toBeGreaterThan(10);
  });

  it('is counted after more than ten seconds without an arm in the picture', () => {
    const play = atTheDesk(0.75, { range: { is: 'norm' }, hold: seconds(2) });
    const played = perform(headTilt, { repetitions: 1, practice: false, calm: seconds(25), hold: seconds(2.7) }, play);
    expect(played.repetitions).toBe(2);
  });

  it('is counted where arms and hips that were in the picture have left it, and is not sent back', () => {
    const leaves = 8000;
    const play: Play = {
      framesPerSecond: 12,
      range: { is: 'norm' },
      hold: seconds(2),
      through: (pose) => (pose.at > leaves ? hidden(/elbow|wrist|hip/)(pose) : pose),
    };
    const played = perform(headTilt, { repetitions: 1, practice: false, calm: seconds(25), hold: seconds(2.7) }, play);
    expect(played.repetitions).toBe(2);
    expect(played.cues).toEqual([]);
  });
});

describe('set-up at the desk asks', () => {
  const hintsOf = (camera: Partial<Camera>): Played['hints'] =>
    perform(headTilt, { repetitions: 0, practice: false, calm: seconds(9) }, atTheDesk(0.6, { camera })).hints;

  it('to move into the middle where a shoulder is cut off', () => {
    for (const offset of [0.25, -0.25]) expect(hintsOf({ offset })).toEqual(['move-into-the-middle']);
  });

  it('for a lid that is tilted down where the shoulders are below the picture', () => {
    expect(hintsOf({ pitch: 32 })).toEqual(['lower-the-camera']);
  });

  it.each([0.5, 0.6, 0.75, 0.95])('no user to move back or to show the hips: %f m', (distance) => {
    for (const pitch of [0, 5, 10, 15, 20])
      for (const fieldOfView of [50, 65, 80]) {
        const hints = hintsOf({ distance, pitch, fieldOfView });
        expect(hints).not.toContain('move-back');
        expect(hints).not.toContain('show-hips');
      }
  });
});

describe('a squeeze at the desk', () => {
  /** How much of the figure's squeeze the user shows: that of rigged bodies narrows the shoulders by two fifths of it. */
  const ownShare = 0.4;
  const squeezed: JointAngles = { ...easyRest, protraction: -20 * ownShare, clavicleElevation: -3 * ownShare };

  /** The user practises, rests, takes a posture for four seconds, and rests again. */
  const shows = (exercise: Exercise, posture: JointAngles, distance: number): Played => {
    const practised = keyframesOf(exercise.motion, { repetitions: 0, practice: true, amplitude: ownShare }).slice(
      0,
      -1,
    );
    const moves: readonly Keyframe[] = [
      { jointAngles: { ...easyRest, ...posture }, takes: millis(1500), stays: seconds(4) },
      { jointAngles: easyRest, takes: millis(2000), stays: seconds(3) },
    ];
    const play = atTheDesk(distance, { hold: seconds(2.5), range: { is: 'practice' } });
    return coach(exercise, filmed(exercise, scriptOf([...practised, ...moves]), play), play);
  };

  it.each(deskDistances)('is counted where it is small, at %f m', (distance) => {
    expect(shows(shoulderBladeSqueeze, squeezed, distance)).toMatchObject({ repetitions: 1, cues: [] });
  });

  it.each(deskDistances)('is not what leaning back looks like, nor is that a shrug, at %f m', (distance) => {
    for (const lean of [-5, -10, -15])
      expect(shows(shoulderBladeSqueeze, { lean }, distance)).toMatchObject({ repetitions: 0, attempts: [], cues: [] });
  });
});
