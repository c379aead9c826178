import { expect, it } from 'vitest';
import { dose, fewCases, moreCases, type FilmCase } from '../films/cases.ts';
import { expectCase } from '../films/expectations.ts';
import { recordedPoses } from '../films/recordings.ts';
import { hurried } from './hurried.ts';
import { coach } from './play.ts';

/*
 * The output of the real MoveNet on the figure's films, replayed: its noise, its bias and its dropouts. The recordings
 * are in tests/fixtures/recordings; the README there describes how they were made.
 */

/** The expected result of a film, in words. */
const wanted = ({ shown }: FilmCase): string => {
  if (shown.is === 'correct') return 'counted exactly, held correctly and not corrected';
  if (shown.is === 'fault' && shown.isHint) return `noticed, and not corrected by ${shown.cue}`;
  return `corrected by ${shown.cue} and nothing else, with time between`;
};

it.each([...fewCases, ...moreCases].map((one) => [one.film.name, wanted(one), one] as const))(
  '%s is %s',
  (_, __, one) => {
    const { film, exercise, view, range } = one;
    const poses = recordedPoses(film);
    const { events } = coach(exercise, poses, { ...dose, view, range: { is: range === 'norm' ? 'norm' : 'practice' } });
    expect(events.length).toBeGreaterThan(0);
    expectCase(one, events);
    expect(hurried(events)).toEqual([]);
  },
);
