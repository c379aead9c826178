import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { briefingCamera } from '../../src/engine/figure/camera.ts';
import type { Variation } from '../../src/engine/figure/motion.ts';
import { keyframesOf } from '../../src/engine/figure/perform.ts';
import { seconds } from '../../src/engine/units.ts';
import type { Film } from '../../scripts/films/film.ts';
import { atDesk, filmIn } from '../../scripts/accuracy/setting.ts';
import { isHeld } from '../../scripts/films/rules-of.ts';
import type { View } from '../../src/engine/pose/view.ts';

/** The dose that every film is trained with. */
export const dose = { reps: 2, hold: seconds(3) } as const;

/** How long each held end is shown where the exercise is done correctly, and where a fault is shown, ms. */
export const shownFor = { correct: seconds(3.7), fault: seconds(3.3) } as const;

const framesPerSecond = 12;
/**
 * Calm for the half second of framing and the three of neutral; the start posture for its two seconds and the
 * countdown.
 */
const calm = seconds(4.6);
const settle = seconds(5.6);

/** What one film shows. */
export interface Take {
  readonly exercise: Exercise;
  readonly view: View;
  readonly name: string;
  readonly practice: boolean;
  readonly hold?: number;
  readonly repetitions?: number;
  readonly variation?: Variation;
  readonly amplitude?: number;
  readonly more?: Partial<Film>;
}

/** The film of a take. */
export const filmOf = ({ exercise, view, name, practice, variation, amplitude, more, ...take }: Take): Film => ({
  name: `${exercise.id}-${view}-${name}`,
  camera: briefingCamera(view),
  look: 'teal',
  framesPerSecond,
  keyframes: keyframesOf(exercise.motion, {
    repetitions: take.repetitions ?? dose.reps,
    practice,
    // Where start is rest, the countdown passes in the calm seconds.
    calm: !practice && exercise.motion.start === undefined ? seconds(calm / 1000 + 3.4) : calm,
    settle,
    ...(isHeld(exercise, view) ? { hold: seconds((take.hold ?? shownFor.correct) / 1000) } : {}),
    ...(variation ? { variation } : {}),
    ...(amplitude === undefined ? {} : { amplitude }),
  }),
  ...more,
});

/** Ways out and back of this duration, ms, each broken by three stops. */
export const stopping = { stops: 3, tempo: { out: 3500, back: 4000 } } as const;

/** A way out and a way back that take 0.8 s. */
export const hurried = { out: { tempo: { out: 800 } }, back: { tempo: { back: 800 } } } as const;

/** A desk before the user: it hides the hips and everything below. */
export const desk = { covered: { from: 0.76, to: 1 } } as const;

/** A user at a desk, before a laptop that stands on it as for work, at the distance in centimetres that a film's name ends with. */
export const atDeskIn = (name: string): Partial<Film> => {
  const [, centimetres] = /^at-desk-(\d+)$/.exec(name) ?? [];
  return centimetres === undefined ? {} : { camera: filmIn('front', atDesk(Number(centimetres) / 100)).camera };
};

/** How long a user stays where they stop on the way back, ms. */
const notBackFor = seconds(4);

/** The film of a user who goes to the end, stops at a share of the way on the way back, and then goes all the way. */
export const filmStoppedOnTheWayBack = (take: Take, share: number): Film => {
  const whole = filmOf(take);
  const partly = filmOf({ ...take, amplitude: share });
  // Calm, the start posture, the end; then the same end less far, and the start posture again.
  const [calmly, start, reached, back] = whole.keyframes;
  const partWay = partly.keyframes[2];
  const keyframes = [
    calmly,
    start,
    reached,
    partWay && back && { ...partWay, takes: back.takes, stays: notBackFor },
    back,
  ];
  return { ...whole, keyframes: keyframes.filter((frame) => frame !== undefined) };
};
