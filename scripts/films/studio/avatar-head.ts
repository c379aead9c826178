import { Vector3 as ThreeVector, type Object3D } from 'three';
import type { Vector3 } from '../../../src/engine/figure/vector.ts';
import { fitHead, type FacePlaces, type MeasuredHead } from './avatar-face-fit.ts';
import { boneOf, placeOf, skinsOf } from './avatar-load.ts';

/** The part of a vertex's weight from which the head alone is taken to carry it. */
const carriedFrom = 0.5;

/** The vertices in the T-pose of the skin that the head carries; eyes, and hair of its own, are other skins. */
const headVertices = (root: Object3D): readonly Vector3[] => {
  const countOf = (skin: (typeof skins)[number]): number => skin.geometry.getAttribute('position').count;
  const skins = skinsOf(root);
  const body = skins.reduce((largest, skin) => (countOf(skin) > countOf(largest) ? skin : largest));
  const head = body.skeleton.bones.indexOf(boneOf(root, 'Head'));
  const indices = body.geometry.getAttribute('skinIndex');
  const weights = body.geometry.getAttribute('skinWeight');
  const isOfHead = (vertex: number): boolean =>
    [0, 1, 2, 3].some(
      (slot) => indices.getComponent(vertex, slot) === head && weights.getComponent(vertex, slot) > carriedFrom,
    );
  const place = new ThreeVector();
  return Array.from({ length: indices.count }, (_, vertex) => vertex)
    .filter(isOfHead)
    .map((vertex): Vector3 => {
      const { x, y, z } = body.getVertexPosition(vertex, place).applyMatrix4(body.matrixWorld);
      return [x, y, z];
    });
};

const middleOfRange = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;

/** Where an ear is looked for: around so far below the eyes and behind them, and so far inwards from its rim, metres. */
const ear = { below: 0.02, around: 0.045, behind: 0.05, depth: 0.012 } as const;

/** Where the nose's tip is looked for: this near to the mid-line and this far below the eyes, metres. */
const nose = { aside: 0.012, below: 0.07 } as const;

const eyeballRadius = 0.012;

const placesOn = (root: Object3D): FacePlaces => {
  const vertices = headVertices(root);
  const [eyeAside, eyeUp, eyeAhead] = placeOf(root, 'LeftEye');
  const tip = vertices
    .filter(([x, y]) => Math.abs(x) < nose.aside && y < eyeUp && y > eyeUp - nose.below)
    .reduce((furthest, vertex) => (vertex[2] > furthest[2] ? vertex : furthest));
  const beside = vertices.filter(
    ([, y, z]) => Math.abs(y - eyeUp + ear.below) < ear.around && z < eyeAhead - ear.behind,
  );
  const widest = Math.max(...beside.map(([x]) => x));
  const rim = beside.filter(([x]) => x > widest - ear.depth);
  const earAt = (axis: 0 | 1 | 2): number => middleOfRange(rim.map((vertex) => vertex[axis]));
  return {
    nose: [0, tip[1], tip[2]],
    eye: [eyeAside, eyeUp, eyeAhead + eyeballRadius],
    ear: [earAt(0), earAt(1), earAt(2)],
  };
};

/** Measures the head of a rigged body in its T-pose. */
export const measureHead = (root: Object3D): MeasuredHead => fitHead(placesOn(root));
