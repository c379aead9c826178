import { CapsuleGeometry, Mesh, SphereGeometry, type BufferGeometry, type Material } from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { adult } from '../engine/figure/proportions.ts';
import type { Side } from '../engine/pose/keypoints.ts';
import { placeIn, type Part } from './part.ts';

/** One finger of a left hand: its base on the palm, its length, and its spread, metres and radians. */
interface Finger {
  readonly x: number;
  readonly y: number;
  readonly length: number;
  readonly spread: number;
}

const fingers: readonly Finger[] = [
  { x: -0.029, y: 0.085, length: 0.07, spread: 0.1 },
  { x: -0.01, y: 0.09, length: 0.078, spread: 0.03 },
  { x: 0.01, y: 0.087, length: 0.072, spread: -0.04 },
  { x: 0.028, y: 0.08, length: 0.056, spread: -0.12 },
];

const fingerRadius = 0.0088;
const curl = 0.22;

const fingerGeometry = ({ x, y, length, spread }: Finger): BufferGeometry =>
  new CapsuleGeometry(fingerRadius, length - 2 * fingerRadius, 3, 8)
    .translate(0, length / 2, 0)
    .rotateX(curl)
    .rotateZ(spread)
    .translate(x, y, 0.002);

/** A left hand: fingers along y, palm towards z, thumb towards -x. */
const handGeometry = (): BufferGeometry => {
  const palm = new SphereGeometry(1, 14, 10).scale(0.043, 0.056, 0.0165).translate(0, 0.05, 0);
  const thumb = new CapsuleGeometry(0.0105, 0.05, 3, 8)
    .translate(0, 0.03, 0)
    .rotateZ(0.48)
    .rotateX(0.25)
    .translate(-0.026, 0.026, 0.004);
  return mergeGeometries([palm, thumb, ...fingers.map(fingerGeometry)]);
};

/** A hand with a thumb and four slightly bent fingers; the right one is the left one mirrored. */
export const createHand = (side: Side, skin: Material): Part => {
  const mesh = new Mesh(handGeometry(), skin);
  return {
    objects: [mesh],
    follow: ({ arms, proportions }) => {
      const size = proportions.hand / adult.hand;
      placeIn(mesh, arms[side].hand, [side === 'left' ? size : -size, size, size]);
    },
  };
};
