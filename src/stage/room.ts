import { BackSide, BoxGeometry, CircleGeometry, Mesh, MeshBasicMaterial, type Material, type Object3D } from 'three';
import type { Materials } from './materials.ts';

/** Half the room's width, metres: the camera is inside the room. */
const half = 3.4;
const height = 4.6;

const inside = (material: Material): Material => {
  material.side = BackSide;
  return material;
};

/** A calm room: light walls with a skirting board, a floor and a rug. */
export const createRoom = ({ wall, skirting, floor, rug }: Materials): readonly Object3D[] => {
  const walls = new Mesh(new BoxGeometry(2 * half, height, 2 * half), inside(wall));
  walls.position.y = height / 2 - 0.001;
  const board = new Mesh(new BoxGeometry(2 * half - 0.02, 0.09, 2 * half - 0.02), inside(skirting));
  board.position.y = 0.045;
  const ground = new Mesh(new CircleGeometry(2 * half, 8).rotateX(-Math.PI / 2), floor);
  ground.position.y = 0.001;
  const round = new Mesh(new CircleGeometry(0.95, 40).rotateX(-Math.PI / 2), rug);
  round.position.set(0, 0.006, 0.15);
  const shade = new Mesh(
    new CircleGeometry(0.34, 24).rotateX(-Math.PI / 2),
    new MeshBasicMaterial({ color: 0, transparent: true, opacity: 0.16 }),
  );
  shade.position.set(0, 0.009, 0.1);
  return [walls, board, ground, round, shade];
};
