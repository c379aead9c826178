import type { Palette, Stroke } from './stroke.ts';

/** The drawing context and its scale: lengths are in the picture's pixels, and `unit` is a thousandth of its height. */
export interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly palette: Palette;
  readonly unit: number;
}

/** Draws the current path with strokes on top of each other. */
export const strokePath = ({ context, palette, unit }: Pen, strokes: readonly Stroke[]): void => {
  for (const { colour, width, dash } of strokes) {
    context.strokeStyle = palette[colour];
    context.lineWidth = width * unit;
    context.setLineDash(dash.map((length) => length * unit));
    context.stroke();
  }
};

/** Draws a line through points. */
export const strokeLine = (
  pen: Pen,
  line: readonly { readonly x: number; readonly y: number }[],
  strokes: readonly Stroke[],
): void => {
  pen.context.beginPath();
  for (const { x, y } of line) pen.context.lineTo(x, y);
  strokePath(pen, strokes);
};
