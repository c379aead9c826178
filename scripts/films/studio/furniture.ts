import { BoxGeometry, Group, Mesh, MeshLambertMaterial, SphereGeometry, type Object3D } from 'three';
import { lensOf, type Camera } from '../../../src/engine/figure/camera.ts';

/** A box: the position of its middle to the right of, above and behind the user, its size, metres, and its colour. */
type Box = readonly [at: readonly [number, number, number], size: readonly [number, number, number], colour: number];

/** A bookshelf, a desk with a screen, a coat on a stand, pictures, a curtain: the furniture of a lived-in room. */
const boxes: readonly Box[] = [
  [[-1.5, 1.0, 2.6], [1.1, 2.0, 0.35], 0x6b4a2f],
  ...[0.35, 0.8, 1.25, 1.7].flatMap((y): readonly Box[] =>
    [-1.9, -1.72, -1.55, -1.4, -1.22, -1.1].map((x, place) => [
      [x, y, 2.42],
      [0.13, 0.3 - 0.03 * (place % 3), 0.05],
      [0x8c2f39, 0x2f5d62, 0xd9b44a, 0x40434e, 0x5b7f4c, 0xe0d8c8][(place + Math.round(y * 4)) % 6] ?? 0x40434e,
    ]),
  ),
  [[1.35, 0.72, 2.3], [1.2, 0.05, 0.6], 0x9a7b55],
  [[1.35, 1.0, 2.4], [0.62, 0.4, 0.05], 0x16181c],
  [[0.85, 0.36, 2.3], [0.06, 0.72, 0.5], 0x7c6243],
  [[0.75, 1.35, 2.7], [0.42, 0.85, 0.16], 0x2d3a55],
  [[0.75, 0.55, 2.7], [0.05, 1.1, 0.05], 0x3a2c20],
  [[-0.35, 1.75, 3.3], [0.7, 0.5, 0.04], 0xc46a3f],
  [[0.45, 1.95, 3.3], [0.4, 0.55, 0.04], 0x3d6b8a],
  [[2.3, 1.3, 3.1], [0.7, 2.4, 0.1], 0x8a9a6b],
  [[-0.75, 0.42, 1.15], [0.45, 0.06, 0.45], 0x5c4632],
  [[-0.75, 0.72, 1.36], [0.45, 0.55, 0.05], 0x5c4632],
];

const boxOf = ([at, size, colour]: Box): Mesh => {
  const mesh = new Mesh(new BoxGeometry(...size), new MeshLambertMaterial({ color: colour }));
  const [right, above, behind] = at;
  mesh.position.set(right, above, -behind);
  return mesh;
};

/** A lamp: its ball is as large as a head, at the height of one. */
const lamp = (): Mesh => {
  const mesh = new Mesh(new SphereGeometry(0.13, 16, 12), new MeshLambertMaterial({ color: 0xf2e3c0 }));
  mesh.position.set(-0.62, 1.42, -2.2);
  return mesh;
};

/** Furniture behind the user, as the camera sees it. */
export const furnitureBehind = (camera: Camera): readonly Object3D[] => {
  const { forward } = lensOf(camera);
  const room = new Group();
  room.add(...boxes.map(boxOf), lamp());
  room.rotation.y = Math.atan2(-forward[0], -forward[2]);
  return [room];
};
