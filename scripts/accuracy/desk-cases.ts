import type { Proportions } from '../../src/engine/figure/proportions.ts';
import { exercises } from '../../src/exercises/registry.ts';
import { performerAt } from '../films/avatars.ts';
import { caseOf, correctTake, type Case } from './plan.ts';
import { atDesk, deskDistances } from './setting.ts';

/** The exercises that are judged at a desk, from the front. */
const deskExercises = exercises.filter(({ views }) => views.front?.atDesk === true);

/** The skins of rigged bodies take several times as long to draw as the figure. */
const framesPerSecond = 10;

const nameOf = (file: string): string => file.replace(/\.glb$/, '');

/**
 * The figure and rigged bodies at a desk, before a laptop that stands there for work: each exercise that is judged
 * there, done correctly after a practice, at each distance.
 */
export const deskCases = (avatars: ReadonlyMap<string, Proportions>): readonly Case[] =>
  deskDistances.flatMap((distance) =>
    deskExercises.flatMap((exercise) => {
      const filmed = (who: string, performer = {}): Case =>
        caseOf(correctTake(exercise, 'front'), atDesk(distance), `at the desk ${distance} m, ${who}`, true, performer);
      return [
        filmed('figure'),
        ...[...avatars].map(([file, proportions]) =>
          filmed(nameOf(file), { performer: performerAt(file), proportions, framesPerSecond }),
        ),
      ];
    }),
  );
