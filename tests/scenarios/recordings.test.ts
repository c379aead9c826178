import { describe, expect, it } from 'vitest';
import { dose, fewCases, moreCases } from '../films/cases.ts';
import { expectCase } from '../films/expectations.ts';
import { recordedPoses } from '../films/recordings.ts';
import { coach } from './play.ts';

/*
 * What the real MoveNet saw on the figure's films, replayed: its noise, its bias and its dropouts. The recordings lie under
 * tests/fixtures/recordings, and how they were made stands there.
 */

describe.each([...fewCases, ...moreCases].map((one) => [one.film.name, one] as const))('%s', (_, one) => {
  const { film, exercise, view, range } = one;
  it(
    one.shown.is === 'correct' ? 'is counted exactly and held truly' : `is told ${one.shown.cue} and nothing else`,
    () => {
      const poses = recordedPoses(film);
      const { events } = coach(exercise, poses, {
        ...dose,
        view,
        range: { is: range === 'norm' ? 'norm' : 'practice' },
      });
      expectCase(one, events);
      expect(events.length).toBeGreaterThan(0);
    },
  );
});
