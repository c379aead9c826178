import { CylinderGeometry, Group, LatheGeometry, Mesh, Vector2 } from 'three';
import { adult } from '../engine/figure/proportions.ts';
import { add, type Vector3 } from '../engine/figure/vector.ts';
import type { Materials } from './materials.ts';
import { layBetween, type Part } from './part.ts';

const top = adult.seatHeight;
const radius = 0.17;
const legs = [45, 135, 225, 315].map((angle) => (angle * Math.PI) / 180);

/** A round stool, as high as the seat of the person on it. */
export const createSeat = ({ stool }: Materials): Part => {
  const outline = [
    [0, -0.045],
    [radius - 0.02, -0.045],
    [radius, -0.03],
    [radius, -0.01],
    [radius - 0.015, 0.002],
    [0, 0.004],
  ];
  const cushion = new Mesh(
    new LatheGeometry(
      outline.map(([x, y]) => new Vector2(x, y)),
      28,
    ),
    stool,
  );
  cushion.position.set(0, top, 0.02);
  const standing = legs.map((angle) => {
    const leg = new Mesh(new CylinderGeometry(0.016, 0.02, 1, 8).translate(0, 0.5, 0), stool);
    const out: Vector3 = [Math.cos(angle), 0, Math.sin(angle)];
    const along = (by: number, y: number): Vector3 => add([0, y, 0.02], [out[0] * by, 0, out[2] * by]);
    layBetween(leg, along(0.17, 0), along(0.11, top - 0.04), [0, 0, 1]);
    return leg;
  });
  const seat = new Group();
  seat.add(cushion, ...standing);
  return {
    objects: [seat],
    follow: ({ proportions }) => seat.scale.setY(proportions.seatHeight / adult.seatHeight),
  };
};
