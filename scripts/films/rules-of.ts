import type { Exercise, RuleSet } from '../../src/engine/exercise/exercise.ts';
import { views, type View } from '../../src/engine/pose/view.ts';

/** The rules of an exercise in a view; throws where there are none. */
export const rulesOf = (exercise: Exercise, view: View): RuleSet => {
  const rules = exercise.views[view];
  if (!rules) throw new Error(`${exercise.id} has no rules for the ${view} view.`);
  return rules;
};

/** Whether an endpoint of an exercise is held. */
export const isHeld = (exercise: Exercise, view: View): boolean =>
  rulesOf(exercise, view).ends.some(({ held }) => held);

/** The views that an exercise has rules for. */
export const viewsOf = (exercise: Exercise): readonly View[] => views.filter((view) => exercise.views[view]);
