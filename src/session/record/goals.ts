import type { ShownRange } from '../../engine/coach/coaching.ts';
import type { CoachingEvent, JudgedGoal } from '../../engine/exercise/events.ts';
import type { Plan } from '../../engine/rules/plan.ts';

const keyOf = ({ end, side }: JudgedGoal): string => `${end} ${side ?? ''}`;

/** The last goal of each endpoint, and of each side if the sides are counted separately. */
export const goalsIn = (events: readonly CoachingEvent[]): readonly JudgedGoal[] => {
  const last = new Map<string, JudgedGoal>();
  for (const event of events) {
    if (event.type === 'armed') last.clear();
    if ('goals' in event) for (const goal of event.goals) last.set(keyOf(goal), goal);
  }
  return [...last.values()];
};

/** The user's own ranges among these goals, with the norm for comparison. */
export const ownRangesIn = ({ rules }: Pick<Plan, 'rules'>, goals: readonly JudgedGoal[]): readonly ShownRange[] =>
  goals.flatMap(({ end, side, measure, value: target, own }) => {
    if (!own) return [];
    const usual = rules.ends.find(({ name }) => name === end)?.target;
    return [{ end, side, measure, ...own, target, norm: usual && !usual.of ? usual.value : undefined }];
  });
