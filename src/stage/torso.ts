import { BufferAttribute, BufferGeometry, DynamicDrawUsage, Mesh } from 'three';
import { signOf } from '../engine/figure/arm.ts';
import type { Body } from '../engine/figure/body.ts';
import { forSides } from '../engine/figure/full-joint-angles.ts';
import {
  add,
  mix,
  normalize,
  pointIn,
  scale,
  seenFrom,
  subtract,
  type Frame,
  type Vector3,
} from '../engine/figure/vector.ts';
import type { Materials } from './materials.ts';
import { girthOf, placeIn, type Part } from './part.ts';
import { ballGeometry } from './profile.ts';

/**
 * One ring of the shirt: its height as a share of the trunk, its half-width and its depth in front of and behind the
 * spine, metres.
 */
type Ring = readonly [height: number, halfWidth: number, front: number, back: number];

const rings: readonly Ring[] = [
  [-0.1, 0.155, 0.12, 0.118],
  [0, 0.163, 0.125, 0.118],
  [0.12, 0.158, 0.122, 0.108],
  [0.26, 0.148, 0.116, 0.1],
  [0.4, 0.145, 0.113, 0.1],
  [0.54, 0.15, 0.117, 0.105],
  [0.68, 0.162, 0.122, 0.112],
  [0.8, 0.174, 0.12, 0.114],
  [0.9, 0.182, 0.106, 0.11],
  [0.98, 0.184, 0.09, 0.1],
  [1.05, 0.182, 0.074, 0.09],
  [1.09, 0.172, 0.062, 0.084],
  [1.118, 0.145, 0.054, 0.082],
  [1.143, 0.105, 0.047, 0.081],
  [1.165, 0.071, 0.041, 0.079],
  [1.168, 0.061, 0.034, 0.074],
];

const around = 28;

/** The exponent of a ring's outline: 2 is an ellipse. */
const squareness = 2.5;

/** Rings from this height on, as a share of the trunk, follow the shoulders. */
const followsFrom = 0.62;

const roundness = (value: number): number => Math.sign(value) * Math.abs(value) ** (2 / squareness);

const smooth = (value: number): number => {
  const share = Math.min(1, Math.max(0, value));
  return share * share * (3 - 2 * share);
};

/** The frame of the trunk at a height, as a share of it; beyond its ends in line with them. */
const frameAt = ({ pelvis, spine, chest, proportions }: Body, height: number): Frame => {
  const rigid = proportions.pelvis / proportions.trunk;
  if (height <= rigid) return { ...pelvis, origin: pointIn(pelvis, [0, height * proportions.trunk, 0]) };
  if (height >= 1) return { ...chest, origin: pointIn(chest, [0, (height - 1) * proportions.trunk, 0]) };
  const place = ((height - rigid) / (1 - rigid)) * (spine.length - 1);
  const below = spine[Math.floor(place)] ?? pelvis;
  const above = spine[Math.floor(place) + 1] ?? chest;
  const share = place - Math.floor(place);
  const between = (axis: 'x' | 'y' | 'z'): Vector3 => normalize(mix(below[axis], above[axis], share));
  return { origin: mix(below.origin, above.origin, share), x: between('x'), y: between('y'), z: between('z') };
};

const indices = (): number[] =>
  rings.slice(1).flatMap((_, row) =>
    Array.from({ length: around }, (_unused, column) => {
      const next = (column + 1) % around;
      const [a, b, c, d] = [
        row * around + column,
        row * around + next,
        (row + 1) * around + column,
        (row + 1) * around + next,
      ];
      return [a, b, c, b, d, c];
    }).flat(),
  );

/** The displacement of each shoulder from rest, in the chest's axes, metres. */
const shoulderShifts = ({ chest, arms, proportions }: Body) =>
  forSides((side) => {
    const now = seenFrom(chest, subtract(arms[side].shoulder, chest.origin));
    return subtract(now, [signOf(side) * proportions.shoulderHalfWidth, 0, 0]);
  });

const writeRings = (body: Body, position: BufferAttribute): void => {
  const shifts = shoulderShifts(body);
  const girth = girthOf(body);
  rings.forEach(([height, halfWidth, front, back], row) => {
    const frame = frameAt(body, height);
    const following = smooth((height - followsFrom) / (0.95 - followsFrom));
    for (let column = 0; column < around; column += 1) {
      const angle = (2 * Math.PI * column) / around;
      const x = roundness(Math.cos(angle)) * halfWidth * girth;
      const z = roundness(Math.sin(angle)) * (Math.sin(angle) > 0 ? front : back) * girth;
      const shift = x >= 0 ? shifts.left : shifts.right;
      const outwards = smooth((Math.abs(x) - 0.05) / 0.11) * following;
      const local = add([x, 0, z], scale(shift, outwards));
      position.setXYZ(row * around + column, ...pointIn(frame, local));
    }
  });
  position.needsUpdate = true;
};

const createShirt = ({ shirt }: Materials): Part => {
  const geometry = new BufferGeometry();
  const position = new BufferAttribute(new Float32Array(rings.length * around * 3), 3).setUsage(DynamicDrawUsage);
  geometry.setAttribute('position', position).setIndex(indices());
  const mesh = new Mesh(geometry, shirt);
  mesh.frustumCulled = false;
  return {
    objects: [mesh],
    follow: (body) => {
      writeRings(body, position);
      geometry.computeVertexNormals();
    },
  };
};

const createSeatOfTrousers = ({ trousers }: Materials): Part => {
  const mesh = new Mesh(ballGeometry(1), trousers);
  return { objects: [mesh], follow: (body) => placeIn(mesh, body.pelvis, scale([0.16, 0.1, 0.118], girthOf(body))) };
};

/** The shirt, lofted along the spine so that it bends and follows the shoulders, and the seat of the trousers. */
export const createTorso = (materials: Materials): readonly Part[] => [
  createShirt(materials),
  createSeatOfTrousers(materials),
];
