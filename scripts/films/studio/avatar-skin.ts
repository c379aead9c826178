import { Vector3 as ThreeVector, type Object3D } from 'three';
import type { Vector3 } from '../../../src/engine/figure/vector.ts';
import { boneOf, skinsOf } from './avatar-load.ts';

/** The share of a vertex's weight from which a single bone is assumed to carry it. */
const carriedFrom = 0.5;

/**
 * The positions of the vertices of a rig's body in its T-pose, metres: all of them, or those that a bone carries. Eyes,
 * teeth and a wig are other skins.
 */
export const skinPlaces = (root: Object3D, carriedBy?: string): readonly Vector3[] => {
  const countOf = (skin: (typeof skins)[number]): number => skin.geometry.getAttribute('position').count;
  const skins = skinsOf(root);
  const body = skins.reduce((largest, skin) => (countOf(skin) > countOf(largest) ? skin : largest));
  const bone = carriedBy === undefined ? -1 : body.skeleton.bones.indexOf(boneOf(root, carriedBy));
  const indices = body.geometry.getAttribute('skinIndex');
  const weights = body.geometry.getAttribute('skinWeight');
  const isTaken = (vertex: number): boolean =>
    carriedBy === undefined ||
    [0, 1, 2, 3].some(
      (slot) => indices.getComponent(vertex, slot) === bone && weights.getComponent(vertex, slot) > carriedFrom,
    );
  const place = new ThreeVector();
  return Array.from({ length: indices.count }, (_, vertex) => vertex)
    .filter(isTaken)
    .map((vertex): Vector3 => {
      const { x, y, z } = body.getVertexPosition(vertex, place).applyMatrix4(body.matrixWorld);
      return [x, y, z];
    });
};
