import { Group, Mesh, SphereGeometry } from 'three';
import { faceShape } from '../engine/figure/face.ts';
import { adult } from '../engine/figure/proportions.ts';
import { pointIn } from '../engine/figure/vector.ts';
import { sides } from '../engine/pose/keypoints.ts';
import { createFeatures, createHalfFace } from './face-features.ts';
import { hairGeometry, skullGeometry } from './head-shape.ts';
import type { Materials } from './materials.ts';
import { layBetween, placeIn, type Part } from './part.ts';
import { limbGeometry } from './profile.ts';

const createEar = ({ skin }: Materials): Mesh => {
  const [x, y, z] = faceShape.ear;
  const ear = new Mesh(new SphereGeometry(1, 14, 10), skin);
  ear.scale.set(0.0095, 0.029, 0.019);
  ear.position.set(x * adult.head, y * adult.head, z * adult.head - 0.004);
  ear.rotation.set(-0.15, -0.3, 0.08);
  return ear;
};

const createFace = (materials: Materials): Group => {
  const head = new Group();
  head.add(new Mesh(skullGeometry(), materials.skin), new Mesh(hairGeometry(), materials.hair));
  head.add(...createFeatures(materials));
  for (const side of sides) {
    const half = new Group();
    half.add(...createHalfFace(materials), createEar(materials));
    half.scale.x = side === 'left' ? 1 : -1;
    head.add(half);
  }
  return head;
};

const neckGeometry = () =>
  limbGeometry([
    [-0.2, 0.06],
    [0.1, 0.056],
    [0.35, 0.0525],
    [0.7, 0.051],
    [1, 0.051],
  ]);

/** A friendly head with hair, and its neck. */
export const createHead = (materials: Materials): readonly Part[] => {
  const head = createFace(materials);
  const neck = new Mesh(neckGeometry(), materials.skin);
  return [
    {
      objects: [head],
      follow: (body) => {
        const size = body.proportions.head / adult.head;
        placeIn(head, body.head, [size, size, size]);
      },
    },
    {
      objects: [neck],
      follow: (body) =>
        layBetween(
          neck,
          body.neckBase.origin,
          pointIn(body.head, [0, -0.035, -0.014]),
          body.neckBase.z,
          body.proportions.head / adult.head,
        ),
    },
  ];
};
