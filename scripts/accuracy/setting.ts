import { briefingCamera, project, type Camera, type Facing } from '../../src/engine/figure/camera.ts';
import { hipHeightOf, proportionsOf, shoulderHeightOf, type Proportions } from '../../src/engine/figure/proportions.ts';
import type { Film, lights } from '../films/film.ts';
import type { looks } from '../../src/stage/look.ts';
import type { Chance } from './random.ts';
import type { View } from '../../src/engine/pose/view.ts';

/** The performer, the camera and the room: everything of a film except the movement. */
export interface Setting {
  readonly stature: number;
  /** The shoulder width as a multiple of the usual one. */
  readonly breadth: number;
  readonly look: keyof typeof looks;
  /** The distance from the lens, metres. */
  readonly distance: number;
  /** The height of the lens above the shoulders, metres. */
  readonly lens: number;
  /** The rotation away from the view, degrees. */
  readonly yaw: number;
  /** The upward tilt of the lens, degrees. */
  readonly pitch: number;
  /** The vertical angle of view, degrees. */
  readonly fieldOfView: number;
  readonly facing: Facing;
  readonly light: (typeof lights)[number];
  readonly isCluttered: boolean;
  /** Whether a desk hides the hips and everything below. */
  readonly hasDesk: boolean;
}

/** How high above the shoulders the briefing asks for the lens, metres: in front view a hand's width. */
const lensFor: Readonly<Record<View, number>> = { front: 0.1, side: 0 };

/** An adult as the briefing asks, in even light and a plain room. */
export const reference = (view: View): Setting => {
  const { distance, yaw, pitch, fieldOfView } = briefingCamera(view);
  return {
    stature: 1.7,
    breadth: 1,
    look: 'teal',
    distance,
    lens: lensFor[view],
    yaw,
    pitch,
    fieldOfView,
    facing: 'right',
    light: 'day',
    isCluttered: false,
    hasDesk: false,
  };
};

/** One factor: its name and its change to the reference. */
export interface Factor {
  readonly name: string;
  readonly change: (setting: Setting) => Partial<Setting>;
}

const factor = (name: string, change: Partial<Setting>): Factor => ({ name, change: () => change });
const lensBy = (name: string, by: number): Factor => ({ name, change: ({ lens }) => ({ lens: lens + by }) });

/** Each factor alone, within the briefing's range. */
export const factors: readonly Factor[] = [
  factor('small body', { stature: 1.55, breadth: 0.94 }),
  factor('tall body', { stature: 1.9 }),
  factor('broad shoulders', { breadth: 1.1 }),
  factor('dark skin, light shirt', { look: 'sand' }),
  factor('fair skin, dark shirt', { look: 'plum' }),
  factor('grey hair, olive shirt', { look: 'olive' }),
  factor('1.8 m away', { distance: 1.8 }),
  factor('2.2 m away', { distance: 2.2 }),
  lensBy('lens 10 cm lower', -0.1),
  lensBy('lens 10 cm higher', 0.1),
  factor('turned 15 degrees one way', { yaw: 15 }),
  factor('turned 15 degrees the other', { yaw: -15 }),
  factor('lens tilted 5 degrees up', { pitch: 5 }),
  factor('narrow lens', { fieldOfView: 42 }),
  factor('wide lens', { fieldOfView: 55 }),
  factor('light from a window', { light: 'window' }),
  factor('dim evening light', { light: 'evening' }),
  factor('cluttered room', { isCluttered: true }),
  factor('hips behind a desk', { hasDesk: true }),
  factor('facing left', { facing: 'left' }),
];

/** A little beyond the briefing's range. */
export const beyond: readonly Factor[] = [
  factor('1.5 m away', { distance: 1.5 }),
  factor('2.6 m away', { distance: 2.6 }),
  lensBy('lens 30 cm higher', 0.3),
  lensBy('lens 30 cm lower', -0.3),
  factor('turned 25 degrees', { yaw: 25 }),
];

/** A random setting within the briefing's range. */
export const anySetting = (view: View, { within, oneOf }: Chance): Setting => ({
  stature: within(1.52, 1.92),
  breadth: within(0.93, 1.08),
  look: oneOf(['teal', 'sand', 'plum', 'olive']),
  distance: within(1.8, 2.2),
  lens: lensFor[view] + within(-0.1, 0.1),
  yaw: within(-15, 15),
  pitch: within(-5, 5),
  fieldOfView: within(42, 55),
  facing: oneOf(['left', 'right']),
  light: oneOf(['day', 'window', 'evening']),
  isCluttered: oneOf([true, false]),
  hasDesk: oneOf([true, false, false, false]),
});

/** How high a laptop's lens is above the desk, and the length of an upper arm, whose elbow is level with it, metres. */
const [lensAboveDesk, upperArm] = [0.25, 0.29];
/** How far a laptop's lid is tilted back: the nearer the user, the further, degrees. */
const lidAt: Readonly<Record<number, number>> = { 0.6: 15, 0.75: 12, 0.95: 10 };

/** The distances of a user who sits at a desk from the laptop's lens, metres. */
export const deskDistances: readonly number[] = Object.keys(lidAt)
  .map(Number)
  .toSorted((one, other) => one - other);

/** A lens that is nearer than this stands on the user's desk, metres: beyond the furthest desk, short of any room. */
export const nearestInRoom = 1.2;

/** A user at a desk of the height of their elbows, with a laptop on it, at one of `deskDistances`. */
export const atDesk = (distance: number): Setting => ({
  ...reference('front'),
  distance,
  lens: lensAboveDesk - upperArm,
  pitch: lidAt[distance] ?? 0,
});

/** The body of a setting. */
export const bodyIn = ({ stature, breadth }: Setting): Proportions =>
  proportionsOf(stature, { shoulderHalfWidth: breadth });

/** How much of the trunk above the hips a desk leaves in sight, metres. */
const deskAboveHips = 0.03;

/** A setting as the fields of a film; a performer's own proportions replace the body. */
export const filmIn = (
  view: View,
  setting: Setting,
  proportions: Proportions = bodyIn(setting),
): Pick<Film, 'camera' | 'look' | 'proportions' | 'light' | 'isCluttered' | 'covered'> => {
  const { distance, lens, yaw, pitch, fieldOfView, facing, look, light, isCluttered } = setting;
  const camera: Camera = {
    distance,
    height: shoulderHeightOf(proportions) + lens,
    yaw,
    pitch,
    fieldOfView,
    frame: { width: 480, height: 360 },
    view,
    ...(view === 'side' ? { facing } : {}),
  };
  const edge = project(camera, [0, hipHeightOf(proportions) + deskAboveHips, 0.3]).y / camera.frame.height;
  return {
    camera,
    look,
    proportions,
    light,
    isCluttered,
    ...(setting.hasDesk ? { covered: { from: Math.round(edge * 1000) / 1000, to: 1 } } : {}),
  };
};
