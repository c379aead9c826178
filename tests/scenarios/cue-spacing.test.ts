import { describe, expect, it } from 'vitest';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import type { Variation } from '../../src/engine/figure/motion.ts';
import type { PerformanceOptions } from '../../src/engine/figure/perform.ts';
import { proportionsOf, shoulderHeightOf } from '../../src/engine/figure/proportions.ts';
import { briefingCamera } from '../../src/engine/figure/camera.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { performanceOf } from '../../src/engine/figure/perform.ts';
import { rulesOf, viewsOf } from '../../scripts/films/rules-of.ts';
import { hurried, isSafety } from './hurried.ts';
import { seenByMoveNet } from './movenet.ts';
import { coach, eventsOf, filmed, perform, rangeIn, seconds, type Play } from './play.ts';
import { recordedOf } from './recorded-of.ts';
import { inTurn } from './staging.ts';
import type { View } from '../../src/engine/pose/view.ts';

/*
 * The rules of speaking, over everything that the exercises can cause: a user who does it right is not corrected, and a
 * user who does it wrong is not corrected too often. recordings.test.ts checks the same on the recordings of MoveNet.
 */

const inEveryView = exercises.flatMap((exercise) =>
  viewsOf(exercise).map((view) => [`${exercise.id} from the ${view}`, exercise, view] as const),
);

const play = (view: View): Play => ({ view, framesPerSecond: 12, hold: seconds(2) });

describe.each(inEveryView)('%s, done correctly', (_, exercise, view) => {
  const cuesOf = (options: Partial<PerformanceOptions>, more: Play): readonly string[] =>
    perform(exercise, { repetitions: 3, hold: seconds(3), ...options }, { ...play(view), ...more }).cues;

  // Each stature at each distance and by each range, each distance by each range.
  it.each([
    [1.5, 1.8, 2.2],
    [1.7, 2.2, 1.8],
    [1.95, 1.8, 2.2],
  ])('by a body of %f m, brings no cue', (stature, byNorm, byPractice) => {
    const proportions = proportionsOf(stature);
    const lens = briefingCamera(view).height - briefingCamera('side').height;
    const height = shoulderHeightOf(proportions) + lens;
    const from = (distance: number): Play => ({ proportions, camera: { distance, height } });
    expect(cuesOf({}, from(byNorm))).toEqual([]);
    expect(cuesOf({ practice: true }, { ...from(byPractice), range: { is: 'practice' } })).toEqual([]);
  });
});

describe.each(exercises.map((exercise) => [exercise.id, exercise] as const))('%s as MoveNet sees it', (_, exercise) => {
  const recorded = recordedOf(exercise);
  const asked: Play = { ...play(exercise.view), range: { is: 'practice' } };
  const options = { repetitions: 3, hold: seconds(3), practice: true, calm: seconds(6) };
  const poses = filmed(exercise, performanceOf(exercise.motion, options), asked);

  it.each([1, 2])('done correctly brings no cue (seed %i)', (seed) => {
    expect(coach(exercise, seenByMoveNet(recorded, poses, seed, false), asked).cues).toEqual([]);
  });
});

/** Every way to do it wrong, each as a variation of the motion or a share of its way. */
const wrongWays = (exercise: Exercise, view: View): readonly (readonly [string, Partial<PerformanceOptions>])[] => {
  const varied = (name: string, variation: Variation) => [name, { variation }] as const;
  return [
    ...rulesOf(exercise, view).faults.map(({ id, shownBy }) => varied(id, shownBy)),
    varied('too fast out', { tempo: { out: 500 } }),
    varied('dropped', { tempo: { back: 500 } }),
    varied('in stops', { stops: 3, tempo: { out: 3500, back: 4000 } }),
    ['too short', { amplitude: 0.6 }],
    ['much too short', { amplitude: 0.4 }],
  ];
};

/** How many times each wrong way is performed: often enough for its cue to be due again. */
const often = 4;

const told = new Map<string, readonly CoachingEvent[]>();

/** The events of a wrong way performed so often; each is performed once in this file. */
const toldOf = (exercise: Exercise, view: View, [name, options]: ReturnType<typeof wrongWays>[number]) => {
  const key = `${exercise.id} ${view} ${name}`;
  const events =
    told.get(key) ?? perform(exercise, { repetitions: often, hold: seconds(3), ...options }, play(view)).events;
  told.set(key, events);
  return events;
};

describe.each(inEveryView)('%s, done wrong', (_, exercise, view) => {
  const ways = wrongWays(exercise, view);
  const practice = rangeIn(exercise, { view }).is === 'practice';

  it.each(ways)('%s, again and again: corrections are spaced', (...way) => {
    expect(hurried(toldOf(exercise, view, way))).toEqual([]);
  });

  it('in every wrong way, one after the other: corrections are spaced', () => {
    const once = ways.map(([, options]) => ({ repetitions: 1, hold: seconds(3), settle: seconds(1), ...options }));
    const first = { repetitions: 1, hold: seconds(3), practice };
    const poses = filmed(exercise, inTurn(exercise, first, ...once, ...once), play(view));
    const { events } = coach(exercise, poses, play(view));
    expect(eventsOf(events, 'cue-given').length).toBeGreaterThan(2);
    expect(hurried(events)).toEqual([]);
  });
});

it('the checks are not empty: cues recur, and safety breaks in', { timeout: 240_000 }, () => {
  const all = inEveryView.flatMap(([, exercise, view]) =>
    wrongWays(exercise, view).map((way) => eventsOf(toldOf(exercise, view, way), 'cue-given')),
  );
  const recurring = all.filter((given) => new Set(given.map(({ cue }) => cue)).size < given.length);
  expect(recurring.length).toBeGreaterThan(10);
  expect(all.flat().some(isSafety)).toBe(true);
});
