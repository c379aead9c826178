import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import { lensOf, type Camera } from '../../src/engine/figure/camera.ts';
import type { FullJointAngles } from '../../src/engine/figure/full-joint-angles.ts';
import type { Keyframe } from '../../src/engine/figure/performance.ts';
import {
  hipHeightOf,
  kneesAheadOf,
  standingHipHeightOf,
  type Proportions,
} from '../../src/engine/figure/proportions.ts';
import { dot, type Vector3 } from '../../src/engine/figure/vector.ts';
import { views, type View } from '../../src/engine/pose/view.ts';
import { millis, seconds } from '../../src/engine/units.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { performerAt } from '../films/avatars.ts';
import type { Half } from './half.ts';
import { readKinectMotion } from './kinect-joints.ts';
import { fitMotion } from './motion-fit.ts';
import { peopleIn, type Person } from '../people/people-folder.ts';
import type { Truth } from '../people/truth.ts';
import type { Case } from './plan.ts';
import { chanceFrom } from './random.ts';
import { anySetting, filmIn, type Setting } from './setting.ts';

/*
 * Rigged bodies that move as people did: joint angles fitted to recorded joints, each person on other bodies, once from
 * the front and once from the side.
 */

/** One set of a person's motion on a rigged body. */
export interface MotionCase {
  /** The film as a correct performance; its repetitions are those that people counted. */
  readonly one: Case;
  /** What people noted about the recording, at the times of the film and in its view. */
  readonly truth: Truth;
  /** People with an even number are held out. */
  readonly half: Half;
}

/** A person whose joints were recorded in this file. */
interface Moved extends Pick<Person, 'name' | 'half' | 'truth'> {
  readonly joints: string;
}

/** How many people of each group are taken in each half: the first by their number. */
const peopleOfAKind = 3;

/** How long the person stands in the first posture before the movement, and in the last one after it. */
const [calm, afterwards] = [seconds(8), seconds(1.5)];

/** Repetitions that end later than this after the movement begins are left out, but for the first two, ms. */
const longestMovement = 20_000;

/** The distance at which a standing body is seen from the hips to the raised hands, metres, and a usual lens, degrees. */
const standing: Pick<Setting, 'distance' | 'fieldOfView' | 'facing' | 'hasDesk'> = {
  distance: 2.2,
  fieldOfView: 50,
  facing: 'right',
  hasDesk: false,
};

/** Skins take several times as long to draw as the figure. */
const framesPerSecond = 10;

/** The seed of the cameras and the rooms. */
const seed = 1303;

/** The people in a folder whose joints are there, in the order of their files. */
const movedIn = (folder: string): readonly Moved[] =>
  peopleIn(folder)
    .map(({ name, half, truth }) => ({ name, half, truth, joints: join(folder, `${name}.joints.json.gz`) }))
    .filter(({ joints }) => existsSync(joints));

/** The first people of each group in each half. */
const chosenFrom = (people: readonly Moved[]): readonly Moved[] => {
  const kindOf = ({ half, truth }: Moved): string => `${half} ${truth.group}`;
  return people.filter((person, index) => {
    const before = people.slice(0, index).filter((other) => kindOf(other) === kindOf(person));
    return before.length < peopleOfAKind;
  });
};

/** The exercises that a recording shows, and the views in which they are trained. */
const trainedIn = ({ truth }: Moved): readonly (readonly [Exercise, View])[] =>
  exercises
    .filter(({ id }) => (truth.counts?.[id] ?? 0) > 0)
    .flatMap((exercise) =>
      views.filter((view) => exercise.views[view]).map((view): readonly [Exercise, View] => [exercise, view]),
    );

/** Rounds to a thousandth of a degree, and of a metre, which keeps films small. */
const round = (value: number): number => Math.round(value * 1000) / 1000;

const rounded = (value: unknown): unknown =>
  typeof value === 'number'
    ? round(value)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, rounded(part)]))
      : value;

/** A motion as one keyframe for each of the film's frames, the first and the last one held. */
const keyframesOf = (motion: readonly FullJointAngles[]): readonly Keyframe[] =>
  motion.map((angles, index) => ({
    jointAngles: rounded(angles) as FullJointAngles,
    takes: millis(index === 0 ? 0 : 1000 / framesPerSecond),
    stays: index === 0 ? calm : index === motion.length - 1 ? afterwards : millis(0),
  }));

/** A camera of a sitting body as one of the same body that stands before its seat: as far away, as much to the side. */
const forStanding = (camera: Camera, proportions: Proportions): Camera => {
  const { right, forward } = lensOf({ ...camera, pitch: 0 });
  const feet: Vector3 = [0, 0, kneesAheadOf(proportions)];
  return {
    ...camera,
    height: camera.height + standingHipHeightOf(proportions) - hipHeightOf(proportions),
    distance: camera.distance - dot(feet, forward),
    offset: -dot(feet, right),
  };
};

/** A person's movement as it is filmed, and when people saw its repetitions, in the film's time, ms. */
interface Movement {
  readonly keyframes: readonly Keyframe[];
  readonly repetitions: [from: number, to: number][];
}

const movementOf = ({ joints, truth }: Moved): Movement => {
  const motion = readKinectMotion(joints);
  const { from } = motion;
  const shown = (truth.repetitions ?? []).filter(([, to], index) => index < 2 || to - from <= longestMovement);
  const lasts = (shown.at(-1)?.[1] ?? from) - from;
  const frames = fitMotion(motion, framesPerSecond).slice(0, Math.ceil((lasts * framesPerSecond) / 1000) + 1);
  return {
    keyframes: keyframesOf(frames),
    repetitions: shown.map(([first, last]) => [first - from + calm, last - from + calm]),
  };
};

const caseOf = (
  { name, half, truth }: Moved,
  { keyframes, repetitions }: Movement,
  [exercise, view]: readonly [Exercise, View],
  [file, proportions]: readonly [string, Proportions],
  setting: Setting,
): MotionCase => {
  const filmed = filmIn(view, setting, proportions);
  return {
    one: {
      film: {
        ...filmed,
        name: `motion-${basename(name)}-${exercise.id}-${view}-${basename(file, '.glb')}`,
        camera: forStanding(filmed.camera, proportions),
        framesPerSecond,
        keyframes,
        performer: performerAt(file),
      },
      exercise,
      view,
      range: 'norm',
      hold: undefined,
      shown: { is: 'correct' },
      repetitions: repetitions.length,
      factor: 'real motion',
      isInside: true,
    },
    truth: { ...truth, view, calmUntil: calm, counts: { [exercise.id]: repetitions.length }, repetitions },
    half: half === 'even' ? 'held-out' : 'tuned',
  };
};

/** The sets of the people in a folder, on the bodies in turn. */
export const motionCases = (folder: string, bodies: ReadonlyMap<string, Proportions>): readonly MotionCase[] => {
  const chance = chanceFrom(seed);
  const all = [...bodies];
  let turn = 0;
  return chosenFrom(movedIn(folder)).flatMap((person) => {
    const movement = movementOf(person);
    return trainedIn(person).map((trained) => {
      const body = all[turn % all.length];
      turn += 1;
      if (!body) throw new Error('There are no rigged bodies.');
      return caseOf(person, movement, trained, body, { ...anySetting(trained[1], chance), ...standing });
    });
  });
};
