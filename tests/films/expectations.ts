import { expect } from 'vitest';
import type { CueId } from '../../src/engine/coaching/cues.ts';
import type { CoachingEvent } from '../../src/engine/coaching/events.ts';
import { coach, eventsOf, type Played } from '../scenarios/play.ts';
import { dose, type FilmCase } from './cases.ts';
import { truthOf } from '../../scripts/films/film.ts';

/** How far a held time may be from the truth, ms. */
const heldWithin = 400;

/** The truth of a case: the same rules on the film's noise-free keypoints. */
export const truthIn = ({ film, exercise, view, range }: FilmCase): Played =>
  coach(exercise, truthOf(film), { ...dose, view, range: { is: range === 'norm' ? 'norm' : 'practice' } });

/** What a session came to, in one line. */
export const inShort = (events: readonly CoachingEvent[]) => ({
  repetitions: eventsOf(events, 'rep-completed').length,
  attempts: eventsOf(events, 'rep-attempted').map(({ reason }) => reason),
  cues: eventsOf(events, 'cue-given').map(({ cue }) => cue),
  faults: eventsOf(events, 'fault-noticed').map(({ fault }) => fault),
  held: eventsOf(events, 'hold-ended').map(({ heldMs }) => Math.round(heldMs)),
});

/** The cues that belong to what a fault's film shows: its own and its companions'. */
const allowedCues = ({ exercise, view, shown }: FilmCase): ReadonlySet<CueId> => {
  const rules = exercise.views[view];
  if (!rules || shown.is === 'correct') return new Set();
  if (shown.is === 'short') return new Set([shown.cue, ...(shown.also ? [shown.also] : [])]);
  const cueOf = (id: string): readonly CueId[] => {
    if (id === 'range') return rules.ends.map(({ cue }) => cue);
    if (id === 'fast-return') return rules.returns ? [rules.returns.cue] : [];
    if (id === 'fast-out') return rules.outgoing ? [rules.outgoing.cue] : [];
    return rules.faults.filter((fault) => fault.id === id).map(({ cue }) => cue);
  };
  return new Set([shown.cue, ...shown.along.flatMap(cueOf)]);
};

/** Expects of a session what its film shows: counted exactly and held truly, or the fault's cue and none besides. */
export const expectCase = (one: FilmCase, events: readonly CoachingEvent[]): void => {
  const { repetitions, attempts, cues, faults, held } = inShort(events);
  const truth = truthIn(one);
  if (one.shown.is !== 'correct') {
    expect(cues).toContain(one.shown.cue);
    if (one.shown.is === 'fault') expect(faults).toContain(one.shown.fault);
    const allowed = allowedCues(one);
    expect(cues.filter((cue) => !allowed.has(cue))).toEqual([]);
    return;
  }
  expect({ repetitions, attempts, cues, faults }).toEqual({
    repetitions: truth.repetitions,
    attempts: [],
    cues: [],
    faults: [],
  });
  expect(held).toHaveLength(truth.held.length);
  for (const [index, heldMs] of held.entries())
    expect(
      Math.abs(heldMs - (truth.held[index] ?? 0)),
      `held ${held.join()}, truly ${truth.held.join()}`,
    ).toBeLessThanOrEqual(heldWithin);
};
