import type { JudgedSegment, Sight } from '../../engine/coaching/sight.ts';
import type { Keypoint, KeypointName, Keypoints } from '../../engine/pose/keypoints.ts';
import { bones, facePoints, joints } from './bones.ts';
import { plain, strokesOf, type Palette, type Stroke } from './stroke.ts';

type Context = CanvasRenderingContext2D;

const seen = (keypoints: Keypoints, names: readonly KeypointName[]): readonly Keypoint[] =>
  names.map((name) => keypoints[name]).filter(({ score }) => score > 0);

const drawLine = (
  context: Context,
  line: readonly Keypoint[],
  strokes: readonly Stroke[],
  palette: Palette,
  unit: number,
): void => {
  for (const { colour, width, dash } of strokes) {
    context.strokeStyle = palette[colour];
    context.lineWidth = width * unit;
    context.setLineDash(dash.map((length) => length * unit));
    context.beginPath();
    for (const { x, y } of line) context.lineTo(x, y);
    context.stroke();
  }
};

const drawDots = (context: Context, dots: readonly Keypoint[], radius: number, palette: Palette): void => {
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

/** Draws a skeleton, dark-edged and light, with the judged segments over it, in the pixels of the picture. */
export const drawSight = (context: Context, { pose, segments }: Sight, palette: Palette): void => {
  const { frame, keypoints } = pose;
  const unit = frame.height / 1000;
  context.clearRect(0, 0, frame.width, frame.height);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const bone of bones) {
    const line = seen(keypoints, bone);
    if (line.length === 2) drawLine(context, line, plain, palette, unit);
  }
  drawDots(context, seen(keypoints, facePoints), 4 * unit, palette);
  drawDots(context, seen(keypoints, joints), 9 * unit, palette);
  for (const segment of segments.toSorted(byVerdict)) {
    const line = seen(keypoints, segment.keypoints);
    if (line.length > 1) drawLine(context, line, strokesOf[segment.verdict], palette, unit);
  }
  context.setLineDash([]);
};
