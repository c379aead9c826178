import { expect } from 'vitest';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import { coach, eventsOf, type Played } from '../scenarios/play.ts';
import { allowedCues, dose, type FilmCase } from './cases.ts';
import { shownFor } from './takes.ts';
import { truthOf } from '../../scripts/films/film.ts';
import { rulesOf } from '../../scripts/films/rules-of.ts';

/** The largest difference of a held time from the one on the film's noise-free keypoints, ms: five frames of a film. */
const heldWithin = 417;

/** The result of the same rules on the film's noise-free keypoints: the reference for the detector's noise. */
export const truthIn = ({ film, exercise, view, range }: FilmCase): Played =>
  coach(exercise, truthOf(film), { ...dose, view, range: { is: range === 'norm' ? 'norm' : 'practice' } });

/** The result of a session, in one line. */
export const inShort = (events: readonly CoachingEvent[]) => ({
  repetitions: eventsOf(events, 'rep-completed').length,
  attempts: eventsOf(events, 'rep-attempted').map(({ reason }) => reason),
  cues: eventsOf(events, 'cue-given').map(({ cue }) => cue),
  faults: eventsOf(events, 'fault-noticed').map(({ fault }) => fault),
  held: eventsOf(events, 'hold-ended').map(({ heldMs }) => Math.round(heldMs)),
});

/** Expects a session to match its film: counted exactly and held correctly, or the fault's cue and no other. */
export const expectCase = (one: FilmCase, events: readonly CoachingEvent[]): void => {
  if (one.shown.is === 'correct') expectCorrect(one, events);
  else expectTold(one, one.shown, events);
};

const expectCorrect = (one: FilmCase, events: readonly CoachingEvent[]): void => {
  const { held, ...counted } = inShort(events);
  expect(counted).toEqual({ repetitions: one.performed, attempts: [], cues: [], faults: [] });
  const heldEnds = rulesOf(one.exercise, one.view).ends.filter((end) => end.held).length;
  const { held: truly } = truthIn(one);
  expect({ held: held.length, truly: truly.length }).toEqual({
    held: one.performed * heldEnds,
    truly: one.performed * heldEnds,
  });
  // Held from where the end is reached to where it is left: as long as it is shown, and parts of the ways there and
  // back.
  const { out, back } = one.exercise.motion.tempo;
  for (const [index, heldMs] of held.entries()) {
    expect(heldMs).toBeGreaterThan(shownFor.correct - heldWithin);
    expect(heldMs).toBeLessThan(shownFor.correct + out + back);
    expect(Math.abs(heldMs - (truly[index] ?? NaN)), `held ${held.join()}, truly ${truly.join()}`).toBeLessThanOrEqual(
      heldWithin,
    );
  }
};

const expectTold = (
  one: FilmCase,
  shown: Exclude<FilmCase['shown'], { is: 'correct' }>,
  events: readonly CoachingEvent[],
): void => {
  const { repetitions, attempts, cues, faults } = inShort(events);
  const isHint = shown.is === 'fault' && shown.isHint === true;
  if (isHint) expect(cues).not.toContain(shown.cue);
  else expect(cues).toContain(shown.cue);
  if (shown.is === 'fault') expect(faults).toContain(shown.fault);
  const allowed = allowedCues(one);
  expect(cues.filter((cue) => !allowed.has(cue))).toEqual([]);
  if (shown.counts === undefined) expect(repetitions + attempts.length).toBeLessThanOrEqual(one.performed);
  else {
    const counted = shown.counts ? one.performed : 0;
    expect({ repetitions, attempts: attempts.length }).toEqual({
      repetitions: counted,
      attempts: one.performed - counted,
    });
  }
};
