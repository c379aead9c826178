/**
 * The MoveNet models, the fast one first: Lightning, 4.7 MB, and Thunder, 12.5 MB, more accurate and two to four times
 * as slow on the CPU. A value, since stored data is checked against it.
 */
export const detectorModels = ['lightning', 'thunder'] as const;

/** The name of a MoveNet model. */
export type DetectorModel = (typeof detectorModels)[number];
