import { describe, expect, it } from 'vitest';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import { dose, fewCases, moreCases, type FilmCase } from '../films/cases.ts';
import { recordedPoses } from '../films/recordings.ts';
import { coach } from './play.ts';

/*
 * A device that judges few frames a second still counts: the recordings, of twelve frames a second, with only every second
 * or third of them. Measured so: all counts are the same, holds are read up to 0.8 s shorter at four frames a second, and
 * strokes up to 0.3 (six frames) and 0.6 (four) longer.
 */

/** By how much less a hold may be read for the frames that are missing, ms. */
const holdMissing = 900;

/** The events of a film of which one frame in so many is judged. */
const eventsOf = ({ film, exercise, view, range }: FilmCase, oneIn: number): readonly CoachingEvent[] => {
  const poses = recordedPoses(film).filter((_, index) => index % oneIn === 0);
  return coach(exercise, poses, { ...dose, view, range: { is: range === 'norm' ? 'norm' : 'practice' } }).events;
};

const repetitionsIn = (events: readonly CoachingEvent[]) => events.filter((event) => event.type === 'rep-completed');

const correct = [...fewCases, ...moreCases].filter(({ shown }) => shown.is === 'correct');

describe.each(correct.map((one) => [one.film.name, one] as const))('%s', (_, one) => {
  it.each([2, 3])('is counted and held alike where one frame in %i is judged, and not corrected', (oneIn) => {
    const [all, few] = [repetitionsIn(eventsOf(one, 1)), repetitionsIn(eventsOf(one, oneIn))];
    expect(all.length).toBeGreaterThan(0);
    expect(few.map(({ side }) => side)).toEqual(all.map(({ side }) => side));
    for (const [index, { heldMs }] of few.entries())
      expect(Math.abs((heldMs ?? 0) - (all[index]?.heldMs ?? 0))).toBeLessThan(holdMissing);
    expect(eventsOf(one, oneIn).filter(({ type }) => type === 'cue-given')).toEqual([]);
  });
});
