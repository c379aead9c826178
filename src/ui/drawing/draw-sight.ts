import type { JudgedSegment, Sight } from '../../engine/coach/sight.ts';
import { keypointNames, type Keypoint, type KeypointName, type Keypoints } from '../../engine/pose/keypoints.ts';
import { bones, facePoints, joints } from './bones.ts';
import { boxAround, boxAroundAll, type Box } from './box.ts';
import { boxOfTarget, drawGhost, drawTarget } from './draw-target.ts';
import { strokeLine, type Pen } from './pen.ts';
import { plain, reachOf, strokesOf } from './stroke.ts';

const seen = (keypoints: Keypoints, names: readonly KeypointName[]): readonly Keypoint[] =>
  names.map((name) => keypoints[name]).filter(({ score }) => score > 0);

/** The radii of the dots, in thousandths of the picture's height, and how much larger their dark edge is. */
const dots = { face: 4, joint: 9, edge: 1.6 } as const;

const drawDots = ({ context, palette }: Pen, places: readonly Keypoint[], radius: number): void => {
  for (const [colour, r] of [
    [palette.casing, radius * dots.edge],
    [palette.bone, radius],
  ] as const) {
    context.fillStyle = colour;
    for (const { x, y } of places) {
      context.beginPath();
      context.arc(x, y, r, 0, 2 * Math.PI);
      context.fill();
    }
  }
};

const verdictOrder = ['not-judged', 'not-met', 'met'] as const;
const byVerdict = (one: JudgedSegment, other: JudgedSegment): number =>
  verdictOrder.indexOf(one.verdict) - verdictOrder.indexOf(other.verdict);

const unitOf = ({ pose }: Sight): number => pose.frame.height / 1000;

/** How far the skeleton and its judged segments reach from the keypoints, in thousandths of the picture's height. */
const bodyReach = Math.max(dots.joint * dots.edge, reachOf(plain), ...Object.values(strokesOf).map(reachOf));

/** The part of the picture in which a sight is drawn, in pixels of the picture; `undefined` if nothing is drawn. */
export const boxOfSight = (sight: Sight): Box | undefined => {
  const { keypoints } = sight.pose;
  const unit = unitOf(sight);
  const body = boxAround(seen(keypoints, keypointNames), bodyReach * unit);
  return boxAroundAll([body, ...sight.targets.map((target) => boxOfTarget(target, unit))]);
};

/**
 * Draws the skeleton (light with dark edges), the judged segments over it, and the target, in pixels of the picture, on a
 * canvas that is clear.
 */
export const drawSight = (
  context: CanvasRenderingContext2D,
  sight: Sight,
  palette: Pen['palette'],
  isMirrored: boolean,
): void => {
  const { segments, targets } = sight;
  const { keypoints } = sight.pose;
  const unit = unitOf(sight);
  const pen: Pen = { context, palette, unit };
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const target of targets) drawGhost(pen, target);
  for (const bone of bones) {
    const line = seen(keypoints, bone);
    if (line.length === 2) strokeLine(pen, line, plain);
  }
  drawDots(pen, seen(keypoints, facePoints), dots.face * unit);
  drawDots(pen, seen(keypoints, joints), dots.joint * unit);
  for (const segment of segments.toSorted(byVerdict)) {
    const line = seen(keypoints, segment.keypoints);
    if (line.length > 1) strokeLine(pen, line, strokesOf[segment.verdict]);
  }
  for (const target of targets) drawTarget(pen, target, isMirrored);
  context.setLineDash([]);
};
