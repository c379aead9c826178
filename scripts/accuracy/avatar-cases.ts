import type { Proportions } from '../../src/engine/figure/proportions.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { performerAt } from '../films/avatars.ts';
import { caseOf, correctTake, faultTakes, nearMissTakes, type Case } from './plan.ts';
import { chanceFrom } from './random.ts';
import { anySetting } from './setting.ts';

/** The seed of the avatars' cameras and faults. */
const seed = 4;

/** Every third exercise also shows a fault, in turn from avatar to avatar. */
const everyThird = 3;
/** Their skins take several times as long to draw as the figure; tempo is not judged below eleven frames a second. */
const framesPerSecond = 10;
const tempoFramesPerSecond = 15;

/**
 * The rigged bodies in the figure's motions, before random cameras inside the briefing's range, hips in sight: each
 * exercise done correctly, a third of them with a fault as well, and near misses that must not count.
 */
export const avatarCases = (avatars: ReadonlyMap<string, Proportions>): readonly Case[] => {
  const chance = chanceFrom(seed);
  return [...avatars].flatMap(([file, proportions], turn) =>
    exercises.flatMap((exercise, index) => {
      const { view } = exercise;
      const faults = faultTakes(exercise, view);
      const fault = (index + turn) % everyThird === 0 ? [chance.oneOf(faults)] : [];
      return [correctTake(exercise, view, false), ...fault, ...nearMissTakes(exercise, view)].map((take) =>
        caseOf(take, { ...anySetting(view, chance), hasDesk: false }, file.replace(/\.glb$/, ''), true, {
          performer: performerAt(file),
          proportions,
          framesPerSecond: take.variation?.tempo ? tempoFramesPerSecond : framesPerSecond,
        }),
      );
    }),
  );
};
