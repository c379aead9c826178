import { Mesh, type Material } from 'three';
import type { Body } from '../engine/figure/body.ts';
import { mix, worldAxes, type Vector3 } from '../engine/figure/vector.ts';
import { sides, type Side } from '../engine/pose/keypoints.ts';
import { createHand } from './hand.ts';
import type { Materials } from './materials.ts';
import { girthOf, layBetween, placeIn, type Part } from './part.ts';
import { ballGeometry, limbGeometry, type ProfilePoint } from './profile.ts';

/** Where the short sleeve ends, as a share of the upper arm. */
const sleeveEnd = 0.5;

const outlines = {
  sleeve: [
    [0, 0.0555],
    [0.25, 0.0565],
    [0.6, 0.055],
    [1, 0.0565],
    [1, 0.047],
  ],
  upperArm: [
    [0, 0.05],
    [0.3, 0.048],
    [0.7, 0.04],
    [1, 0.0355],
  ],
  forearm: [
    [0, 0.036],
    [0.22, 0.0435],
    [0.45, 0.037],
    [0.8, 0.027],
    [1, 0.0245],
  ],
  thigh: [
    [0, 0.083],
    [0.3, 0.08],
    [0.7, 0.067],
    [1, 0.057],
  ],
  shank: [
    [0, 0.057],
    [0.3, 0.06],
    [0.7, 0.053],
    [0.94, 0.051],
    [0.94, 0.04],
    [1, 0.04],
  ],
} as const satisfies Record<string, readonly ProfilePoint[]>;

const forward: Vector3 = [0, 0, 1];

/** A limb between two points of a body. */
const limb = (
  outline: readonly ProfilePoint[],
  material: Material,
  ends: (body: Body) => readonly [Vector3, Vector3],
): Part => {
  const mesh = new Mesh(limbGeometry(outline), material);
  return {
    objects: [mesh],
    follow: (body) => {
      const [from, to] = ends(body);
      layBetween(mesh, from, to, forward, girthOf(body));
    },
  };
};

const evenly = (stretch: number): Vector3 => [stretch, stretch, stretch];

/** A ball around a point of a body, radius in metres. */
const joint = (radius: number, material: Material, at: (body: Body) => Vector3): Part => {
  const mesh = new Mesh(ballGeometry(radius), material);
  return {
    objects: [mesh],
    follow: (body) => placeIn(mesh, { origin: at(body), ...worldAxes }, evenly(girthOf(body))),
  };
};

const createArm = (side: Side, { shirt, skin }: Materials): readonly Part[] => [
  joint(0.0555, shirt, ({ arms }) => arms[side].shoulder),
  limb(outlines.sleeve, shirt, ({ arms }) => [
    arms[side].shoulder,
    mix(arms[side].shoulder, arms[side].elbow, sleeveEnd),
  ]),
  limb(outlines.upperArm, skin, ({ arms }) => [mix(arms[side].shoulder, arms[side].elbow, 0.3), arms[side].elbow]),
  joint(0.0362, skin, ({ arms }) => arms[side].elbow),
  limb(outlines.forearm, skin, ({ arms }) => [arms[side].elbow, arms[side].wrist]),
  joint(0.0245, skin, ({ arms }) => arms[side].wrist),
  createHand(side, skin),
];

const createLeg = (side: Side, { trousers, shoes, skin }: Materials): readonly Part[] => {
  const shoe = new Mesh(ballGeometry(1), shoes);
  return [
    joint(0.083, trousers, ({ legs }) => legs[side].hip),
    limb(outlines.thigh, trousers, ({ legs }) => [legs[side].hip, legs[side].knee]),
    joint(0.0575, trousers, ({ legs }) => legs[side].knee),
    limb(outlines.shank, trousers, ({ legs }) => [legs[side].knee, legs[side].ankle]),
    joint(0.036, skin, ({ legs }) => legs[side].ankle),
    {
      objects: [shoe],
      follow: ({ legs }) => {
        const { ankle, toe } = legs[side];
        placeIn(
          shoe,
          { origin: [ankle[0], 0.035, (ankle[2] + toe[2]) / 2 - 0.03], ...worldAxes },
          [0.046, 0.042, 0.135],
        );
      },
    },
  ];
};

/** Arms in short sleeves that leave the elbows bare, hands, legs in trousers, and shoes. */
export const createLimbs = (materials: Materials): readonly Part[] =>
  sides.flatMap((side) => [...createArm(side, materials), ...createLeg(side, materials)]);
