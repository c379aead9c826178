/**
 * The earcons: sounds that stand for a moment, distinguished by pitch and rhythm. A value, since tests iterate over it.
 */
export const earcons = ['ready', 'hold-start', 'hold-done', 'rep', 'adjust', 'done'] as const;

/** The name of an earcon. */
export type Earcon = (typeof earcons)[number];
