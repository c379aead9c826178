import { faceShape } from '../../../src/engine/figure/face.ts';
import { pointIn, type Frame, type Vector3 } from '../../../src/engine/figure/vector.ts';

/** The head's dimensions in the figure: its frame between the ears, and its height, metres. */
export interface MeasuredHead {
  readonly frame: Frame;
  readonly height: number;
}

/** Ear, nose and eye of a face that looks forward, on its left where they have a side, metres. */
export type FacePlaces = Readonly<Record<(typeof names)[number], Vector3>>;

const names = ['ear', 'nose', 'eye'] as const;

/** The weight of each place: the engine measures most by ears and nose. */
const weights = { ear: 2, nose: 2, eye: 1 } as const;

const sumOf = (of: (name: (typeof names)[number]) => number): number =>
  names.reduce((sum, name) => sum + weights[name] * of(name), 0);

const middleOf = (places: FacePlaces, axis: 1 | 2): number => sumOf((name) => places[name][axis]) / sumOf(() => 1);

/** Fits the figure's ears, nose and eyes to a face: place, pitch and size with the smallest weighted sum of squares. */
export const fitHead = (seen: FacePlaces): MeasuredHead => {
  const middle = {
    seen: [middleOf(seen, 1), middleOf(seen, 2)],
    own: [middleOf(faceShape, 1), middleOf(faceShape, 2)],
  };
  const offset = (places: FacePlaces, of: readonly number[], name: (typeof names)[number], axis: 1 | 2): number =>
    places[name][axis] - (of[axis - 1] ?? 0);
  const own = (name: (typeof names)[number], axis: 1 | 2): number => offset(faceShape, middle.own, name, axis);
  const met = (name: (typeof names)[number], axis: 1 | 2): number => offset(seen, middle.seen, name, axis);
  // In profile the best turn is that of the two sums; the width then only changes the size.
  const along = sumOf((name) => own(name, 1) * met(name, 1) + own(name, 2) * met(name, 2));
  const tipped = sumOf((name) => own(name, 1) * met(name, 2) - own(name, 2) * met(name, 1));
  const reach = Math.hypot(along, tipped);
  const height =
    (reach + sumOf((name) => faceShape[name][0] * seen[name][0])) /
    sumOf((name) => own(name, 1) ** 2 + own(name, 2) ** 2 + faceShape[name][0] ** 2);
  const [cosine, sine] = [along / reach, tipped / reach];
  const axes = { x: [1, 0, 0], y: [0, cosine, sine], z: [0, -sine, cosine] } as const;
  const [, up, ahead] = pointIn({ origin: [0, 0, 0], ...axes }, [
    0,
    height * (middle.own[0] ?? 0),
    height * (middle.own[1] ?? 0),
  ]);
  return { frame: { origin: [0, (middle.seen[0] ?? 0) - up, (middle.seen[1] ?? 0) - ahead], ...axes }, height };
};
