import type { Browser } from 'playwright';
import { trainOnFrames } from '../e2e/trained.ts';
import { dose, type FilmCase } from './cases.ts';
import { drawFilms } from '../../scripts/films/draw.ts';
import { expectCase, inShort, truthIn } from './expectations.ts';

/** Sends a case's film through the built app, frame by frame, prints the result, and expects what the film shows. */
export const trainCase = async (browser: Browser, appUrl: string, one: FilmCase): Promise<void> => {
  const { film, exercise, view, range } = one;
  const [drawn] = await drawFilms([film]);
  if (!drawn) throw new Error(`${film.name} was not drawn.`);
  const options = `source=frames&view=${view}&range=${range}&reps=${dose.reps}&hold=${dose.hold / 1000}`;
  const { events } = await trainOnFrames(browser, appUrl, `${exercise.id}?${options}`, drawn);
  const truly = truthIn(one).held.map(Math.round);
  console.log(`${film.name}: ${JSON.stringify({ ...inShort(events), truly })}`);
  expectCase(one, events);
};
