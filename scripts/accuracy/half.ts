/** The halves of the bench's material: thresholds are set with one in view, and published for the other. */
export const halves = ['held-out', 'tuned'] as const;

/** A half of the bench's material. */
export type Half = (typeof halves)[number];

/** The halves in words. */
export const halfNames: Readonly<Record<Half, string>> = { 'held-out': 'held out', tuned: 'tuned on' };
