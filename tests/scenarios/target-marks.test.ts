import { describe, expect, it } from 'vitest';
import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import type { Sight } from '../../src/engine/coach/sight.ts';
import { needsPractice } from '../../src/engine/rules/targets.ts';
import type { Facing } from '../../src/engine/figure/camera.ts';
import { distance } from '../../src/engine/kinematics/plane.ts';
import { seconds } from '../../src/engine/units.ts';
import { butterfly } from '../../src/exercises/butterfly.ts';
import { cheer } from '../../src/exercises/cheer.ts';
import { headTilt } from '../../src/exercises/head-tilt.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { perform, type Played } from './play.ts';
import { hidden } from './staging.ts';
import { views, type View } from '../../src/engine/pose/view.ts';

/** Every exercise in every view that can be judged without a practice, facing either way. */
const ways = exercises.flatMap((exercise) =>
  views.flatMap((view) => {
    const rules = exercise.views[view];
    if (!rules || needsPractice(rules)) return [];
    const facings: readonly Facing[] = view === 'front' ? ['right'] : ['right', 'left'];
    return facings.map((facing): [string, Exercise, View, Facing] => [exercise.id, exercise, view, facing]);
  }),
);

const filmedSo = (exercise: Exercise, view: View, facing: Facing): Played => {
  // Slow, so that the lag of the filters is small; the marks belong to the raw picture.
  const tempo = { out: 8000, back: 8000 };
  const options = { repetitions: 1, hold: seconds(4), variation: { tempo } };
  return perform(exercise, options, { view, camera: { facing }, hold: seconds(2) });
};

const working = ({ sights }: Played): readonly Sight[] => sights.filter(({ phase }) => phase === 'working');

/** How far the marked points still have to go, as a share of the picture's height. */
const missing = ({ pose, targets }: Sight): number =>
  Math.max(...targets.map(({ from, to }) => distance(from, to))) / pose.frame.height;

describe.each(ways)('the target of %s', (_, exercise, view, facing) => {
  const played = filmedSo(exercise, view, facing);

  it(`is marked on the way to each end in ${view} view, facing ${facing}`, () => {
    const measures = new Set(working(played).flatMap(({ targets }) => targets.map(({ measure }) => measure)));
    expect([...measures]).toEqual([...new Set(exercise.views[view]?.ends.map(({ target }) => target.measure))]);
    const seen = working(played).filter(({ targets }) => targets.length > 0);
    expect(seen.length).toBeGreaterThan(0.95 * working(played).length);
  });

  it(`is reached when the verdict turns to met in ${view} view, facing ${facing}`, () => {
    const turns = working(played).filter((sight, index, all) => {
      const next = all[index + 1];
      return sight.targets.some(({ isMet }) => !isMet) && next?.targets.every(({ isMet }) => isMet);
    });
    const ends = (exercise.views[view]?.ends.length ?? 0) * (exercise.sides === 'each' ? 2 : 1);
    expect(turns).toHaveLength(ends);
    for (const sight of turns) expect(missing(sight)).toBeLessThan(0.02);
    const before = played.sights.filter(({ phase, targets }) => phase === 'ready' && targets.length > 0);
    expect(Math.max(...before.map(missing))).toBeGreaterThan(0.04);
  });

  it(`is met where the segments are met in ${view} view, facing ${facing}`, () => {
    for (const { targets, segments } of working(played)) {
      for (const { isMet, share } of targets) {
        expect(segments.some(({ verdict }) => verdict === (isMet ? 'met' : 'not-met'))).toBe(true);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        if (isMet) expect(share).toBe(1);
      }
    }
  });

  it(`is marked neither while it is held nor on the way back in ${view} view, facing ${facing}`, () => {
    const others = played.sights.filter(({ phase }) => /holding|returning|neutral|countdown|ended/.test(phase));
    expect(others.length).toBeGreaterThan(0);
    for (const { targets } of others) expect(targets).toEqual([]);
  });
});

describe('target marks', () => {
  it('belong to the side that moves, and before it does to either', () => {
    const { sights } = perform(headTilt, { repetitions: 1, hold: seconds(3) }, { hold: seconds(2) });
    const of = (phase: string) =>
      new Set(
        sights
          .filter((sight) => sight.phase === phase)
          .filter(({ targets }) => targets.length > 0)
          .map(({ targets }) => targets.map(({ side }) => side).join(' ')),
      );
    expect([...of('ready')]).toEqual(['left right']);
    expect([...of('working')]).toEqual(['left', 'right']);
  });

  it('show a start posture one thing after the other until it is held', () => {
    const { sights } = perform(butterfly, { repetitions: 0 });
    const start = sights.filter(({ phase }) => phase === 'start');
    const measures = start.flatMap(({ targets }) => targets.slice(0, 1).map(({ measure }) => measure));
    expect(measures[0]).toBe('handOnShoulder');
    const held = start.filter(({ progress }) => progress > 0 && progress < 1);
    expect(held.length).toBeGreaterThan(20);
    for (const { targets } of held) expect(targets).toEqual([]);
  });

  it('are not drawn for what is not seen', () => {
    const { sights } = perform(cheer, { repetitions: 1 }, { through: hidden(/elbow/, 11_200, 11_900) });
    const blind = sights.filter(({ pose }) => pose.keypoints.right_elbow.score === 0 && pose.at > 11_500);
    expect(blind.length).toBeGreaterThan(5);
    for (const { targets } of blind) expect(targets).toEqual([]);
  });

  it('do not show in practice how far to go', () => {
    const { sights } = perform(cheer, { repetitions: 0, practice: true }, { range: { is: 'practice' } });
    const practice = sights.filter(({ phase }) => phase === 'practice');
    expect(practice.length).toBeGreaterThan(30);
    for (const { targets } of practice) expect(targets).toEqual([]);
  });

  it('do not exist for a similarity, which has no place', () => {
    const squeeze = exercises.find(({ id }) => id === 'shoulder-blade-squeeze');
    if (!squeeze) throw new Error('There is a squeeze.');
    const { sights } = perform(squeeze, { repetitions: 2, hold: seconds(6) });
    expect(sights.some(({ phase }) => phase === 'working')).toBe(true);
    const led = sights.filter(({ phase }) => phase === 'working').flatMap(({ targets }) => targets);
    expect(led).toEqual([]);
  });
});
