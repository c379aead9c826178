/** How a stage is lit; strengths as three.js counts them. */
export interface Lighting {
  readonly key: number;
  /** Where the key light hangs from the lens: to the right, up, and onward past the person, metres. */
  readonly from: readonly [right: number, up: number, onward: number];
  /** The light that comes softly from everywhere. */
  readonly sky: number;
}

/** From above the camera's left shoulder, and softly from everywhere. */
export const daylight: Lighting = { key: 1.7, from: [-1.2, 1.6, 0], sky: 1.75 };
