import type { TargetMark } from '../../engine/coach/target-mark.ts';
import { between, distance, lengthOf, turnedAbout, type Point } from '../../engine/kinematics/plane.ts';
import { degreesOf, radiansOf } from '../../engine/units.ts';
import { boxAround, boxAroundAll, type Box } from './box.ts';
import { strokeLine, strokePath, type Pen } from './pen.ts';
import { checkMark, ghostly, goalRing, reachOf, strokesOf, wayThere } from './stroke.ts';

/*
 * The target of a movement: the body at the target, dashed; an arrow that shows the way; and an open ring at its end,
 * which is filled and checked when the target is met. Lengths are in thousandths of the picture's height.
 */

/**
 * The least radius of the ring, and the largest radius that is filled. A head's ring is larger and stays open, since it
 * surrounds the face.
 */
const leastRing = 34;
const mostFilled = 38;
/** The arrow's length and half of its width. */
const arrow = { length: 46, half: 30, edge: 11 } as const;
/** The shortest way that gets an arrow, in arrow lengths. */
const shortestWay = 1.2;

/** Draws the body at the target; nothing once the target is met. */
export const drawGhost = (pen: Pen, { ghost, isMet }: TargetMark): void => {
  if (!isMet) for (const line of ghost) strokeLine(pen, line, ghostly);
};

/** Draws a target and the way to it; in a mirrored picture the check is mirrored too. */
export const drawTarget = (pen: Pen, mark: TargetMark, isMirrored: boolean): void => {
  if (!mark.isMet) drawWay(pen, mark);
  drawGoal(pen, mark, isMirrored ? -1 : 1);
};

/** The part of the picture in which a target is drawn, given a thousandth of the picture's height. */
export const boxOfTarget = (mark: TargetMark, unit: number): Box | undefined => {
  const { to, radius, isMet } = mark;
  const ring = Math.max(radius, leastRing * unit);
  // A large ring has its filled circle on its edge.
  const goal = boxAround([to], ring + (isMet ? mostFilled + reachOf(strokesOf.met) : reachOf(goalRing)) * unit);
  if (isMet) return goal;
  const way = boxAround(pointsOfWay(mark), Math.max(arrow.half + arrow.edge, reachOf(wayThere)) * unit);
  return boxAroundAll([goal, way, boxAround(mark.ghost.flat(), reachOf(ghostly) * unit)]);
};

/** Points along the way that are so near to each other that its box contains the arc between two. */
const pointsOfWay = ({ way, from, to }: TargetMark): readonly Point[] => {
  if (way.is === 'straight') return [from, to];
  const steps = Math.max(1, Math.ceil(Math.abs(way.by) / 10));
  return Array.from({ length: steps + 1 }, (_, step) => turnedAbout(from, way.about, (way.by * step) / steps));
};

const drawWay = (pen: Pen, { way, from, to, radius }: TargetMark): void => {
  const ring = Math.max(radius, leastRing * pen.unit);
  if (way.is === 'straight') return drawStraight(pen, from, to, ring);
  const { about } = way;
  const limb = distance(about, from);
  const length = arrow.length * pen.unit;
  const gone = Math.abs(radiansOf(way.by)) * limb - ring;
  if (gone < shortestWay * length) return;
  const direction = Math.sign(way.by);
  /** The point of the arc this many pixels from its start. */
  const pointAt = (onward: number): Point => turnedAbout(from, about, direction * degreesOf(onward / limb));
  const begins = between(about, from);
  const at = Math.atan2(begins.y, begins.x);
  pen.context.beginPath();
  pen.context.arc(about.x, about.y, limb, at, at + (direction * (gone - length)) / limb, direction < 0);
  strokePath(pen, wayThere);
  drawArrow(pen, pointAt(gone - length), pointAt(gone));
};

const drawStraight = (pen: Pen, from: Point, to: Point, ring: number): void => {
  const way = between(from, to);
  const whole = lengthOf(way);
  const length = arrow.length * pen.unit;
  const gone = whole - ring;
  if (gone < shortestWay * length) return;
  const pointAt = (share: number): Point => ({ x: from.x + way.x * share, y: from.y + way.y * share });
  const neck = pointAt((gone - length) / whole);
  strokeLine(pen, [from, neck], wayThere);
  drawArrow(pen, neck, pointAt(gone / whole));
};

/** An arrow's head, from the middle of its base to its tip. */
const drawArrow = (pen: Pen, back: Point, tip: Point): void => {
  const { context, palette, unit } = pen;
  const way = between(back, tip);
  const half = (arrow.half * unit) / Math.max(1, lengthOf(way));
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  context.lineTo(back.x - way.y * half, back.y + way.x * half);
  context.lineTo(back.x + way.y * half, back.y - way.x * half);
  context.closePath();
  context.setLineDash([]);
  context.strokeStyle = palette.casing;
  context.lineWidth = arrow.edge * unit;
  context.stroke();
  context.fillStyle = palette.aim;
  context.fill();
};

const drawGoal = (pen: Pen, { to, radius, isMet }: TargetMark, rightward: 1 | -1): void => {
  const { context, palette, unit } = pen;
  const ring = Math.max(radius, leastRing * unit);
  context.beginPath();
  context.arc(to.x, to.y, ring, 0, 2 * Math.PI);
  if (!isMet) return strokePath(pen, goalRing);
  const most = mostFilled * unit;
  if (ring > most) strokePath(pen, strokesOf.met);
  const centre = { x: to.x, y: ring > most ? to.y - ring : to.y };
  context.beginPath();
  context.arc(centre.x, centre.y, Math.min(ring, most), 0, 2 * Math.PI);
  strokePath(pen, strokesOf.met);
  context.fillStyle = palette.met;
  context.fill();
  drawCheck(pen, centre, rightward);
};

const drawCheck = (pen: Pen, { x, y }: Point, rightward: 1 | -1): void => {
  const at = (right: number, down: number): Point => ({ x: x + rightward * right * pen.unit, y: y + down * pen.unit });
  strokeLine(pen, [at(-15, 1), at(-4, 12), at(16, -12)], checkMark);
};
