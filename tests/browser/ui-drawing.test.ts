import { describe, expect, it } from 'vitest';
import type { Sight } from '../../src/engine/coach/sight.ts';
import type { TargetMark } from '../../src/engine/coach/target-mark.ts';
import { keypointsFrom, noKeypoints } from '../../src/engine/pose/keypoints.ts';
import { degrees, millis, sessionTime } from '../../src/engine/units.ts';
import { boxOfSight, drawSight } from '../../src/ui/drawing/draw-sight.ts';
import type { Palette } from '../../src/ui/drawing/stroke.ts';

const palette: Palette = {
  casing: 'rgb(10, 10, 10)',
  bone: 'rgb(250, 250, 250)',
  ghost: 'rgba(200, 200, 200, 0.5)',
  aim: 'rgb(0, 0, 255)',
  met: 'rgb(0, 150, 0)',
  metLight: 'rgb(0, 250, 0)',
  notMet: 'rgb(250, 150, 0)',
  unjudged: 'rgb(120, 120, 120)',
};

/**
 * A limb that hangs from a joint and must become level, to the picture's right; in thousandths of the picture's height.
 */
const level: TargetMark = {
  measure: 'shoulderFlexion',
  side: 'right',
  share: 0.2,
  isMet: false,
  from: { x: 500, y: 700 },
  to: { x: 800, y: 400 },
  way: { is: 'turn', about: { x: 500, y: 400 }, by: degrees(-90) },
  ghost: [
    [
      { x: 500, y: 400 },
      { x: 800, y: 400 },
    ],
  ],
  radius: 30,
};

const scaled = ({ x, y }: { readonly x: number; readonly y: number }, by: number) => ({ x: x * by, y: y * by });

/** A square picture of this height with a target in it. */
const sightOf = (target: TargetMark, height: number): Sight => {
  const by = height / 1000;
  const way = target.way.is === 'turn' ? { ...target.way, about: scaled(target.way.about, by) } : target.way;
  return {
    at: millis(0),
    phase: 'working',
    pose: { at: sessionTime(0), frame: { width: height, height }, keypoints: noKeypoints },
    readings: new Map(),
    segments: [],
    targets: [
      {
        ...target,
        from: scaled(target.from, by),
        to: scaled(target.to, by),
        way,
        ghost: target.ghost.map((line) => line.map((point) => scaled(point, by))),
        radius: target.radius * by,
      },
    ],
    progress: 0,
    hold: undefined,
  };
};

const square = (height: number): CanvasRenderingContext2D => {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [height, height];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('There is no canvas.');
  return context;
};

/** Draws a target in a picture of this height; returns a function that reads the colour at a point, in thousandths. */
const drawn = (target: TargetMark, height = 1000, isMirrored = false) => {
  const by = height / 1000;
  const context = square(height);
  drawSight(context, sightOf(target, height), palette, isMirrored);
  return (x: number, y: number): string => {
    const [red, green, blue, alpha] = context.getImageData(Math.round(x * by), Math.round(y * by), 1, 1).data;
    return `${red},${green},${blue},${alpha}`;
  };
};

const aim = '0,0,255,255';
const met = '0,150,0,255';
const bone = '250,250,250,255';
const nothing = '0,0,0,0';

describe('a target in the picture', () => {
  it.each([1000, 500])('is a ring, with the way there and the limb at its goal, %i pixels high', (height) => {
    const at = drawn(level, height);
    // The smallest ring, 34 thousandths.
    expect(at(800, 400 - 34)).toBe(aim);
    expect(at(800, 400 + 15)).not.toBe(aim);
    // The arc half-way, at the limb's own length from the joint.
    expect(at(500 + 300 * Math.SQRT1_2, 400 + 300 * Math.SQRT1_2)).toBe(aim);
    expect(at(500 - 300 * Math.SQRT1_2, 400 + 300 * Math.SQRT1_2)).toBe(nothing);
    const alongGhost = Array.from({ length: 200 }, (_, step) => at(500 + step, 400));
    expect(alongGhost).toContain(bone);
    expect(alongGhost.some((colour) => colour !== bone && colour !== nothing)).toBe(true);
    expect(at(600, 400 + 25)).toBe('199,199,199,128');
  });

  it('is filled and checked once it is met, without way and limb', () => {
    const at = drawn({ ...level, isMet: true, to: level.from });
    expect(at(500, 700 - 22)).toBe(met);
    expect(at(500 - 4, 700 + 12)).toBe(bone);
    expect(at(500 + 300 * Math.SQRT1_2, 400 + 300 * Math.SQRT1_2)).toBe(nothing);
    expect(at(600, 400)).toBe(nothing);
  });

  it('has a check that is not reversed in a mirrored picture', () => {
    const isMet = { ...level, isMet: true, to: level.from };
    expect(drawn(isMet)(500 + 16, 700 - 12)).toBe(bone);
    expect(drawn(isMet, 1000, true)(500 - 16, 700 - 12)).toBe(bone);
    expect(drawn(isMet, 1000, true)(500 + 16, 700 - 12)).toBe(met);
  });

  it('does not cover the face: its ring is open when met, too', () => {
    const at = drawn({ ...level, isMet: true, to: level.from, radius: 90 });
    expect(at(500, 700)).toBe(nothing);
    expect(at(500 - 90, 700)).toBe(met);
    expect(at(500 - 4, 700 - 90 + 12)).toBe(bone);
  });

  it('has a straight way where nothing turns, and no arrow when it is near', () => {
    const straight = { ...level, way: { is: 'straight' }, from: { x: 300, y: 400 }, ghost: [] } as const;
    expect(drawn(straight)(500, 400)).toBe(aim);
    expect(drawn({ ...straight, from: { x: 740, y: 400 } })(745, 400)).toBe(nothing);
  });
});

describe('the box of a sight', () => {
  const straight = { ...level, way: { is: 'straight' }, from: { x: 300, y: 400 }, ghost: [] } as const;
  const body = keypointsFrom((name) => ({
    x: name.startsWith('left') ? 640 : 420,
    y: /hip/.test(name) ? 620 : /shoulder/.test(name) ? 330 : /elbow/.test(name) ? 480 : 250,
    score: 0.9,
  }));
  it.each<readonly [string, readonly TargetMark[], boolean]>([
    ['an arc', [level], false],
    ['an arc the other way', [{ ...level, way: { is: 'turn', about: { x: 500, y: 400 }, by: degrees(170) } }], false],
    ['a straight way', [straight], false],
    ['a target that is met', [{ ...level, isMet: true, to: level.from }], false],
    ['a large ring that is met', [{ ...level, isMet: true, to: level.from, radius: 90 }], false],
    ['a body', [], true],
    ['a body and targets', [level, { ...straight, to: { x: 200, y: 250 } }], true],
  ])('contains everything that is drawn, and not much more: %s', (_, targets, hasBody) => {
    const alone = sightOf(level, 1000);
    const sight: Sight = {
      ...alone,
      targets,
      pose: { ...alone.pose, keypoints: hasBody ? body : noKeypoints },
      segments: hasBody ? [{ keypoints: ['left_shoulder', 'left_elbow'], verdict: 'met' }] : [],
    };
    const context = square(1000);
    drawSight(context, sight, palette, false);
    const { data } = context.getImageData(0, 0, 1000, 1000);
    const painted = { left: 1000, top: 1000, right: 0, bottom: 0 };
    for (let at = 3; at < data.length; at += 4) {
      if (data[at] === 0) continue;
      const [x, y] = [((at - 3) / 4) % 1000, Math.floor((at - 3) / 4000)];
      painted.left = Math.min(painted.left, x);
      painted.top = Math.min(painted.top, y);
      painted.right = Math.max(painted.right, x + 1);
      painted.bottom = Math.max(painted.bottom, y + 1);
    }
    const box = boxOfSight(sight);
    if (!box) throw new Error('There is no box.');
    for (const [edge, most] of [
      [painted.left - box.left, 75],
      [painted.top - box.top, 75],
      [box.right - painted.right, 75],
      [box.bottom - painted.bottom, 75],
    ] as const) {
      // A pixel at the edge may be painted by a part.
      expect(edge).toBeGreaterThanOrEqual(-1);
      expect(edge).toBeLessThan(most);
    }
  });

  it('is none where nothing is drawn', () => {
    expect(boxOfSight({ ...sightOf(level, 1000), targets: [] })).toBeUndefined();
  });
});
