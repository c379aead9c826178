import { describe, expect, it } from 'vitest';
import type { Sight } from '../../src/engine/coach/sight.ts';
import type { TargetMark } from '../../src/engine/coach/target-mark.ts';
import { noKeypoints } from '../../src/engine/pose/keypoints.ts';
import { degrees, millis, sessionTime } from '../../src/engine/units.ts';
import { drawSight } from '../../src/ui/drawing/draw-sight.ts';
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

/** Draws a target in a picture of this height; returns a function that reads the colour at a point, in thousandths. */
const drawn = (target: TargetMark, height = 1000, isMirrored = false) => {
  const by = height / 1000;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [height, height];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('There is no canvas.');
  const way = target.way.is === 'turn' ? { ...target.way, about: scaled(target.way.about, by) } : target.way;
  const sight: Sight = {
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
  drawSight(context, sight, palette, isMirrored);
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
