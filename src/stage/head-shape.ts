import { SphereGeometry, type BufferGeometry } from 'three';
import type { Vector3 } from '../engine/figure/vector.ts';

const smooth = (from: number, to: number, value: number): number => {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return share * share * (3 - 2 * share);
};

/** How much rounder than an ellipsoid the head is at a height: crown and chin are full. */
const fullness = (y: number): number => {
  const height = Math.min(0.999, Math.abs(y));
  return Math.sqrt((1 - height ** 2.5) / (1 - height ** 2));
};

/**
 * The head's surface in a direction from its middle (unit vector), metres from the midpoint of the ears: a skull
 * narrowing to a chin.
 */
const headSurface = ([x, y, z]: Vector3): Vector3 => {
  const low = Math.max(0, -y);
  const full = fullness(y);
  const jaw = 1 - 0.2 * low ** 1.5;
  const nape = z < 0 ? 1 - 0.42 * low : 1;
  return [x * full * 0.0765 * jaw, 0.0115 + y * 0.117, z * full * nape * 0.097 + 0.026 * low ** 1.4 - 0.003];
};

/** How far in front of the ears the face's surface is at a point left of and above their midpoint, metres. */
export const faceDepth = (left: number, above: number): number => {
  let direction: Vector3 = [0, 0, 1];
  for (let step = 0; step < 24; step += 1) {
    const [x, y] = headSurface(direction);
    const [dx, dy, dz] = direction;
    const next: Vector3 = [dx + (left - x) * 7, dy + (above - y) * 5, dz];
    direction = [next[0], next[1], Math.sqrt(Math.max(0.04, 1 - next[0] ** 2 - next[1] ** 2))];
  }
  return headSurface(direction)[2];
};

/** The height of the hairline in a direction, as the sine of the elevation: high at the forehead, low at the nape. */
const hairline = (x: number, z: number): number => {
  const around = Math.atan2(Math.abs(x), z) / Math.PI;
  const parting = 0.05 * x;
  return around < 0.5 ? 0.5 + parting - 0.42 * smooth(0.24, 0.42, around) : 0.08 - 0.72 * smooth(0.5, 0.72, around);
};

const mapped = (geometry: BufferGeometry, surface: (direction: Vector3) => Vector3): BufferGeometry => {
  const position = geometry.getAttribute('position');
  for (let index = 0; index < position.count; index += 1) {
    position.setXYZ(index, ...surface([position.getX(index), position.getY(index), position.getZ(index)]));
  }
  geometry.computeVertexNormals();
  return geometry;
};

/** The head without its features. */
export const skullGeometry = (): BufferGeometry => mapped(new SphereGeometry(1, 26, 20), headSurface);

/** Hair with volume: a second surface over the head that goes under it at the hairline. */
export const hairGeometry = (): BufferGeometry =>
  mapped(new SphereGeometry(1, 44, 32), (direction) => {
    const [x, y, z] = direction;
    const grown = smooth(-0.07, 0.17, y - hairline(x, z));
    const volume = 0.92 + grown * (0.165 + 0.02 * Math.max(0, y) + 0.02 * Math.max(0, -z));
    const [sx, sy, sz] = headSurface(direction);
    return [sx * volume, sy * volume, sz * volume];
  });
