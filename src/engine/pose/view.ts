/** The two camera views that Limber supports. */
export const views = ['front', 'side'] as const;

/** A camera view: the person faces the lens, or stands or sits sideways to it. */
export type View = (typeof views)[number];
