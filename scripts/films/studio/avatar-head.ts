import type { Object3D } from 'three';
import { fitHead, type FacePlaces, type MeasuredHead } from './avatar-face-fit.ts';
import { placeOf } from './avatar-load.ts';
import { skinPlaces } from './avatar-skin.ts';

const middleOfRange = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;

/**
 * The search region of an ear: around a point this far below and behind the eyes, and this far inwards from its rim,
 * metres.
 */
const ear = { below: 0.02, around: 0.045, behind: 0.05, depth: 0.012 } as const;

/** The search region of the nose's tip: this near to the mid-line and this far below the eyes, metres. */
const nose = { aside: 0.012, below: 0.07 } as const;

const eyeballRadius = 0.012;

const placesOn = (root: Object3D): FacePlaces => {
  const vertices = skinPlaces(root, 'Head');
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
