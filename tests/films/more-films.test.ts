import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { exerciseById } from '../../src/exercises/registry.ts';
import { seconds } from '../../src/engine/units.ts';
import { trainOnFrames } from '../e2e/trained.ts';
import { coach, eventsOf } from '../scenarios/play.ts';
import { drawFilms } from './draw.ts';
import { truthOf } from './film.ts';
import { moreFilms } from './films.ts';
import { launchBrowser } from './launch.ts';

/*
 * Films beyond those of `npm test`, through the built app and the real MoveNet: the correct films of the exercises that
 * are judged against the norm. Held times are printed beside the truth; they are not yet held to a bound.
 */

let browser: Browser;

beforeAll(async () => {
  await drawFilms(moreFilms);
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it.each(moreFilms.map((film) => [film.name, film] as const))('counts a correct %s exactly', async (id, film) => {
  const [drawn] = await drawFilms([film]);
  const exercise = exerciseById(id);
  if (!drawn || !exercise) throw new Error(`There is no film of ${id}.`);
  const truth = coach(exercise, truthOf(film), { reps: 9, hold: seconds(3) });
  const { events } = await trainOnFrames(
    browser,
    inject('appUrl'),
    `${id}?source=frames&reps=9&hold=3&range=norm`,
    drawn,
  );
  const held = eventsOf(events, 'hold-ended').map(({ heldMs }) => Math.round(heldMs));
  console.log(`${id}: held ${held.join(', ')} ms; the truth is ${truth.held.map(Math.round).join(', ')}`);
  expect(eventsOf(events, 'rep-completed')).toHaveLength(truth.repetitions);
  expect(truth.repetitions).toBeGreaterThan(0);
  expect(eventsOf(events, 'rep-attempted')).toEqual([]);
  expect(eventsOf(events, 'cue-given')).toEqual([]);
});
