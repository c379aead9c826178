import { CatmullRomCurve3, Mesh, SphereGeometry, TubeGeometry, Vector3 as ThreeVector, type Material } from 'three';
import { faceShape } from '../engine/figure/face.ts';
import { adult } from '../engine/figure/proportions.ts';
import type { Vector3 } from '../engine/figure/vector.ts';
import { faceDepth } from './head-shape.ts';
import type { Materials } from './materials.ts';

/** A point on the face, metres left of and above the midpoint of the ears. */
type Spot = readonly [x: number, y: number];

const spotOf = ([x, y]: Vector3): Spot => [x * adult.head, y * adult.head];

/**
 * An ellipsoid whose centre is `out` metres in front of the face's surface, turned outwards with it by `turn` radians.
 */
const blob = (radii: Vector3, [x, y]: Spot, out: number, material: Material, turn = 0): Mesh => {
  const mesh = new Mesh(new SphereGeometry(1, 12, 8), material);
  mesh.scale.set(...radii);
  mesh.position.set(x, y, faceDepth(x, y) + out);
  mesh.rotation.y = turn;
  return mesh;
};

/** A soft stroke on the face's surface through the spots. */
const stroke = (spots: readonly Spot[], thickness: number, out: number, material: Material): Mesh => {
  const path = new CatmullRomCurve3(spots.map(([x, y]) => new ThreeVector(x, y, faceDepth(x, y) + out)));
  const mesh = new Mesh(new TubeGeometry(path, 10, thickness, 5), material);
  const ends = [spots[0], spots.at(-1)].flatMap((spot) =>
    spot === undefined ? [] : [blob([thickness, thickness, thickness], spot, out, material)],
  );
  return mesh.add(...ends);
};

/** The left half of the paired features: the eye with lid and lashes, and the brow; mirrored it is the right half. */
export const createHalfFace = ({ eyeWhite, iris, pupil, brow: browColor, skin }: Materials): readonly Mesh[] => {
  const [x, y] = spotOf(faceShape.eye);
  const outwards = 0.3;
  const sight: Spot = [x - 0.0006, y];
  const lash: readonly Spot[] = [
    [x - 0.0145, y - 0.0005],
    [x - 0.008, y + 0.0075],
    [x, y + 0.0098],
    [x + 0.009, y + 0.0088],
    [x + 0.0158, y + 0.003],
  ];
  const brow: readonly Spot[] = [
    [x - 0.015, y + 0.0215],
    [x - 0.004, y + 0.0245],
    [x + 0.009, y + 0.0243],
    [x + 0.0195, y + 0.0195],
  ];
  return [
    blob([0.0178, 0.0135, 0.006], [x, y + 0.001], -0.0025, skin, outwards),
    blob([0.0152, 0.0102, 0.0058], [x, y], 0.0002, eyeWhite, outwards),
    blob([0.0079, 0.0083, 0.0035], sight, 0.0033, iris, outwards),
    blob([0.0042, 0.0046, 0.003], sight, 0.0049, pupil, outwards),
    blob([0.0016, 0.0016, 0.001], [x + 0.002, y + 0.003], 0.0078, eyeWhite),
    stroke(lash, 0.0014, 0.0042, browColor),
    stroke(brow, 0.0026, 0.0004, browColor),
  ];
};

const createNose = ({ skin }: Materials): readonly Mesh[] => {
  const [, y] = spotOf(faceShape.nose);
  const tip = faceShape.nose[2] * adult.head - faceDepth(0, y);
  const bridge = blob([0.0082, 0.03, 0.012], [0, y + 0.017], tip - 0.0185, skin);
  bridge.rotation.x = -0.34;
  const wings = [-1, 1].map((side) => blob([0.0066, 0.006, 0.009], [side * 0.0094, y - 0.003], tip - 0.017, skin));
  return [bridge, blob([0.0106, 0.0092, 0.0122], [0, y], tip - 0.0122, skin), ...wings];
};

const createMouth = ({ lips }: Materials): readonly Mesh[] => {
  const [, y] = spotOf(faceShape.mouth);
  const upper: readonly Spot[] = [
    [-0.0265, y + 0.0065],
    [-0.014, y - 0.0002],
    [0, y - 0.0022],
    [0.014, y - 0.0002],
    [0.0265, y + 0.0065],
  ];
  const lower: readonly Spot[] = [
    [-0.014, y - 0.0035],
    [0, y - 0.0075],
    [0.014, y - 0.0035],
  ];
  return [stroke(upper, 0.0024, 0.0004, lips), stroke(lower, 0.0036, -0.001, lips)];
};

/** The single features: nose and smiling mouth. */
export const createFeatures = (materials: Materials): readonly Mesh[] => [
  ...createNose(materials),
  ...createMouth(materials),
];
