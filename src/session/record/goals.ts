import type { ShownRange } from '../../engine/coach/coaching.ts';
import type { CoachingEvent, JudgedGoal } from '../../engine/exercise/events.ts';
import type { Plan } from '../../engine/rules/plan.ts';

const keyOf = ({ end, side }: JudgedGoal): string => `${end} ${side ?? ''}`;

/** What was asked for last at each end, and on each side where the sides are counted apart. */
export const goalsIn = (events: readonly CoachingEvent[]): readonly JudgedGoal[] => {
  const last = new Map<string, JudgedGoal>();
  for (const event of events) {
    if (event.type === 'armed') last.clear();
    if (event.type === 'armed' || event.type === 'rep-completed' || event.type === 'rep-attempted')
      for (const goal of event.goals) last.set(keyOf(goal), goal);
  }
  return [...last.values()];
};

/** The person's own ranges among these goals, beside what is usual. */
export const ownRangesIn = ({ rules }: Pick<Plan, 'rules'>, goals: readonly JudgedGoal[]): readonly ShownRange[] =>
  goals.flatMap(({ end, side, measure, value: target, own }) => {
    if (!own) return [];
    const usual = rules.ends.find(({ name }) => name === end)?.target;
    return [{ end, side, measure, ...own, target, norm: usual && !usual.of ? usual.value : undefined }];
  });
