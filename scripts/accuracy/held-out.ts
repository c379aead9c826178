import { exercises } from '../../src/exercises/registry.ts';
import { viewsOf } from '../films/rules-of.ts';
import { correctTake, faultTakes, inAnySetting, nearMissTakes, type Case, type Take } from './plan.ts';
import { chanceFrom } from './random.ts';

/*
 * The held-out half of the figure's films: about as many as the plan's, by a seed of their own. They are judged when a
 * page is made and never looked at while tuning. A change of the seed, once its films have been judged, is a change of
 * what is held out (docs/decisions/0027-what-is-held-out.md).
 */

const seed = 408_613_279;

/** How often each view of each exercise shows the correct movement, each near miss and each spoken fault. */
const times = { correct: 7, nearMiss: 3, fault: 2 } as const;

/** The held-out films: every one in a setting of its own within the briefing's range. */
export const heldOutCases = (): readonly Case[] => {
  const chance = chanceFrom(seed);
  const often = (takes: readonly Take[], count: number): readonly Case[] =>
    Array.from({ length: count }, (_, nth) =>
      takes.map((take) => inAnySetting(take, chance, `held out ${nth + 1}`)),
    ).flat();
  return exercises.flatMap((exercise) =>
    viewsOf(exercise).flatMap((view) => [
      ...often([correctTake(exercise, view)], times.correct),
      ...often(nearMissTakes(exercise, view), times.nearMiss),
      ...often(faultTakes(exercise, view), times.fault),
    ]),
  );
};
