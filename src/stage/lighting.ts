/** How a stage is lit; strengths in three.js's units. */
export interface Lighting {
  readonly key: number;
  /** The place of the key light relative to the lens: to the right, up, and onward past the person, metres. */
  readonly from: readonly [right: number, up: number, onward: number];
  /** The strength of the soft light from everywhere. */
  readonly sky: number;
}

/** A key light above the camera's left shoulder, and soft light from everywhere. */
export const daylight: Lighting = { key: 1.7, from: [-1.2, 1.6, 0], sky: 1.75 };
