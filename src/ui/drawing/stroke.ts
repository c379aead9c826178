import type { Verdict } from '../../engine/coach/sight.ts';

/** The colours of the overlay. */
export interface Palette {
  readonly casing: string;
  readonly bone: string;
  /** Translucent light. */
  readonly ghost: string;
  readonly aim: string;
  readonly met: string;
  readonly metLight: string;
  readonly notMet: string;
  readonly unjudged: string;
}

/** How a line is drawn: strokes on top of each other, with lengths in thousandths of the picture's height. */
export interface Stroke {
  readonly colour: keyof Palette;
  readonly width: number;
  readonly dash: readonly number[];
}

/** How far strokes reach from their line, in thousandths of the picture's height. */
export const reachOf = (strokes: readonly Stroke[]): number => Math.max(...strokes.map(({ width }) => width)) / 2;

/** An unjudged bone: light, with a dark edge, so that it is visible on any picture. */
export const plain: readonly Stroke[] = [
  { colour: 'casing', width: 14, dash: [] },
  { colour: 'bone', width: 7, dash: [] },
];

/**
 * The style of each judgement, by shape as well as by colour: met is solid and thick, not met is dashed, not judged is
 * dotted and thin.
 */
export const strokesOf: Readonly<Record<Verdict, readonly Stroke[]>> = {
  met: [
    { colour: 'casing', width: 32, dash: [] },
    { colour: 'metLight', width: 24, dash: [] },
    { colour: 'met', width: 15, dash: [] },
  ],
  'not-met': [
    { colour: 'casing', width: 24, dash: [] },
    { colour: 'notMet', width: 15, dash: [30, 26] },
  ],
  'not-judged': [
    { colour: 'casing', width: 12, dash: [] },
    { colour: 'unjudged', width: 6, dash: [1, 16] },
  ],
};

/** The body at the target: a broad pale limb with light dashes along it, unlike a bone or a judgement. */
export const ghostly: readonly Stroke[] = [
  { colour: 'ghost', width: 62, dash: [] },
  { colour: 'casing', width: 21, dash: [18, 32] },
  { colour: 'bone', width: 12, dash: [18, 32] },
];

/** The way to the target. */
export const wayThere: readonly Stroke[] = [
  { colour: 'casing', width: 30, dash: [] },
  { colour: 'aim', width: 19, dash: [] },
];

/** The open ring at the target. */
export const goalRing: readonly Stroke[] = [
  { colour: 'casing', width: 24, dash: [] },
  { colour: 'aim', width: 13, dash: [] },
];

/** The check in a target that is met. */
export const checkMark: readonly Stroke[] = [{ colour: 'bone', width: 13, dash: [] }];
