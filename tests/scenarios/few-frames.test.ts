import { describe, expect, it } from 'vitest';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import { dose, fewCases, moreCases, type FilmCase } from '../films/cases.ts';
import { recordedPoses } from '../films/recordings.ts';
import { coach } from './play.ts';

/*
 * A device that judges few frames a second still counts: the recordings, of twelve frames a second, with only every second
 * or third of them. Measured so: all counts are the same, holds are read up to 0.8 s shorter at four frames a second.
 * Strokes would be read up to 0.3 s (six frames) and 0.6 s (four) longer, so that their tempo is not judged.
 */

/** By how much less a hold may be read for the frames that are missing, ms. */
const holdMissing = 900;

const known = new Map<string, readonly CoachingEvent[]>();

/** The events of a film of which one frame in so many is judged. */
const eventsOf = ({ film, exercise, view, range }: FilmCase, oneIn: number): readonly CoachingEvent[] => {
  const key = `${film.name} ${oneIn}`;
  const poses = recordedPoses(film).filter((_, index) => index % oneIn === 0);
  const judged = (): readonly CoachingEvent[] =>
    coach(exercise, poses, { ...dose, view, range: { is: range === 'norm' ? 'norm' : 'practice' } }).events;
  const events = known.get(key) ?? judged();
  known.set(key, events);
  return events;
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

  it('is judged for its tempo at twelve frames a second, and not at six or four', () => {
    const strokesAt = (oneIn: number) => repetitionsIn(eventsOf(one, oneIn)).flatMap(({ strokes }) => strokes);
    expect(strokesAt(1).filter(({ isSparse }) => isSparse)).toEqual([]);
    for (const stroke of [...strokesAt(2), ...strokesAt(3)])
      expect(stroke).toEqual({ end: stroke.end, isSparse: true });
  });
});

const hurried = moreCases.concat(fewCases).filter(({ film }) => film.name.endsWith('fast-return'));

it.each(hurried.map((one) => [one.film.name, one] as const))(
  '%s is counted and not called fast at six frames a second',
  (_, one) => {
    const cuesAt = (oneIn: number) =>
      eventsOf(one, oneIn).flatMap((event) => (event.type === 'cue-given' ? [event.cue] : []));
    const faultsAt = (oneIn: number) =>
      eventsOf(one, oneIn).flatMap((event) => (event.type === 'fault-noticed' ? [event.fault] : []));
    expect([cuesAt(1), faultsAt(1)]).toEqual([['lower-slowly'], ['fast-return']]);
    expect([cuesAt(2), faultsAt(2)]).toEqual([[], []]);
    expect(repetitionsIn(eventsOf(one, 2))).toHaveLength(repetitionsIn(eventsOf(one, 1)).length);
  },
);
