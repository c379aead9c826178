import type { JudgedSegment, Sight } from '../../engine/coach/sight.ts';
import type { Keypoint, KeypointName, Keypoints } from '../../engine/pose/keypoints.ts';
import { bones, facePoints, joints } from './bones.ts';
import { drawGhost, drawTarget } from './draw-target.ts';
import { strokeLine, type Pen } from './pen.ts';
import { plain, strokesOf } from './stroke.ts';

const seen = (keypoints: Keypoints, names: readonly KeypointName[]): readonly Keypoint[] =>
  names.map((name) => keypoints[name]).filter(({ score }) => score > 0);

const drawDots = ({ context, palette }: Pen, dots: readonly Keypoint[], radius: number): void => {
  for (const [colour, r] of [
    [palette.casing, radius * 1.6],
    [palette.bone, radius],
  ] as const) {
    context.fillStyle = colour;
    for (const { x, y } of dots) {
      context.beginPath();
      context.arc(x, y, r, 0, 2 * Math.PI);
      context.fill();
    }
  }
};

const verdictOrder = ['not-judged', 'not-met', 'met'] as const;
const byVerdict = (one: JudgedSegment, other: JudgedSegment): number =>
  verdictOrder.indexOf(one.verdict) - verdictOrder.indexOf(other.verdict);

/**
 * Draws the skeleton (light with dark edges), the judged segments over it, and the target, in pixels of the picture.
 */
export const drawSight = (
  context: CanvasRenderingContext2D,
  { pose, segments, targets }: Sight,
  palette: Pen['palette'],
  isMirrored: boolean,
): void => {
  const { frame, keypoints } = pose;
  const unit = frame.height / 1000;
  const pen: Pen = { context, palette, unit };
  context.clearRect(0, 0, frame.width, frame.height);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const target of targets) drawGhost(pen, target);
  for (const bone of bones) {
    const line = seen(keypoints, bone);
    if (line.length === 2) strokeLine(pen, line, plain);
  }
  drawDots(pen, seen(keypoints, facePoints), 4 * unit);
  drawDots(pen, seen(keypoints, joints), 9 * unit);
  for (const segment of segments.toSorted(byVerdict)) {
    const line = seen(keypoints, segment.keypoints);
    if (line.length > 1) strokeLine(pen, line, strokesOf[segment.verdict]);
  }
  for (const target of targets) drawTarget(pen, target, isMirrored);
  context.setLineDash([]);
};
