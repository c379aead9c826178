import { LatheGeometry, SphereGeometry, Vector2, type BufferGeometry } from 'three';

/** One point of a limb's outline: share of its length (0-1) and radius, metres. */
export type ProfilePoint = readonly [share: number, radius: number];

const segments = 12;

/** A round limb of unit length along y with the given outline; open at both ends, which are inside other parts. */
export const limbGeometry = (profile: readonly ProfilePoint[]): BufferGeometry =>
  new LatheGeometry(
    profile.map(([share, radius]) => new Vector2(radius, share)),
    segments,
  );

/** A ball for a joint, radius in metres. */
export const ballGeometry = (radius: number): BufferGeometry => new SphereGeometry(radius, 14, 10);
