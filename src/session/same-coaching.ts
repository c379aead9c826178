import type { Coaching } from '../engine/coaching/coaching.ts';

const isSame = (one: unknown, other: unknown): boolean => {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  const [entries, others] = [Object.entries(one), new Map(Object.entries(other))];
  return entries.length === others.size && entries.every(([key, value]) => others.has(key) && isSame(value, others.get(key)));
};

/** Whether two snapshots of the coaching show the same, so that no screen renders without need. */
export const isSameCoaching = (one: Coaching, other: Coaching): boolean => isSame(one, other);
