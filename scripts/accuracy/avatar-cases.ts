import type { Proportions } from '../../src/engine/figure/proportions.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { caseOf, correctTake, faultTakes, nearMissTakes, type Case } from './plan.ts';
import { chanceFrom } from './random.ts';
import { anySetting } from './setting.ts';

/** The seed of the avatars' cameras and faults. */
const seed = 4;

/** A share of the exercises shows a fault besides, in turn from avatar to avatar. */
const everySecond = 2;

/**
 * The rigged bodies in the figure's motions, before cameras by chance inside the briefing's range, hips in sight: each
 * exercise done correctly after a practice, half of them with a fault besides, and what comes near and must not count.
 */
export const avatarCases = (avatars: ReadonlyMap<string, Proportions>): readonly Case[] => {
  const chance = chanceFrom(seed);
  return [...avatars].flatMap(([file, proportions], turn) =>
    exercises.flatMap((exercise, index) => {
      const { view } = exercise;
      const faults = faultTakes(exercise, view);
      const fault = (index + turn) % everySecond === 0 ? [chance.oneOf(faults)] : [];
      return [correctTake(exercise, view), ...fault, ...nearMissTakes(exercise, view)].map((take) =>
        caseOf(take, { ...anySetting(view, chance), hasDesk: false }, file.replace(/\.glb$/, ''), true, {
          performer: `/performers/${file}`,
          proportions,
        }),
      );
    }),
  );
};
