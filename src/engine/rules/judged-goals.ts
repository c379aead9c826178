import type { JudgedGoal } from '../exercise/events.ts';
import { rangeOf } from './targets.ts';
import type { JudgedEnd } from './judged-end.ts';
import type { RepPath, Rulebook } from './rulebook.ts';

/** The goal at each endpoint of a path, in order; empty if repetitions are only timed. */
export const goalsOf = ({ targets, easeLevel }: Rulebook, { side, ends }: RepPath): readonly JudgedGoal[] => {
  if (targets.is === 'timed') return [];
  return ends.map((end): JudgedGoal => {
    const own = targets.is === 'personal' ? rangeOf(targets.ranges, end.name, side) : undefined;
    return {
      end: end.name,
      ...(side ? { side } : {}),
      measure: end.measure,
      is: directionOf(end),
      value: end.goal,
      tolerance: end.tolerance,
      ...(end.floor === undefined ? {} : { floor: end.floor }),
      easeLevel,
      ...(own ? { own: { value: own.value, error: own.error } } : {}),
    };
  });
};

const directionOf = ({ direction }: JudgedEnd): JudgedGoal['is'] => (direction === 1 ? 'above' : 'below');
