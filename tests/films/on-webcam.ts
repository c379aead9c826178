import { expect } from 'vitest';
import type { DrawnFilm } from '../../scripts/films/draw.ts';
import { truthOf } from '../../scripts/films/film.ts';
import { millis } from '../../src/engine/units.ts';
import { butterfly } from '../../src/exercises/butterfly.ts';
import { speedOf, trainOnWebcam } from '../e2e/trained.ts';
import { coach } from '../scenarios/play.ts';
import { inShort } from './expectations.ts';

/** The largest difference of a held time from the one on the film's noise-free keypoints, ms. */
const heldWithin = 400;

/**
 * Trains a film of butterflies through the webcam of the built app, in real time, and expects each to be counted, held
 * correctly and not corrected; `shown` and `hold` are in seconds.
 */
export const expectHeldOnWebcam = async (
  appUrl: string,
  film: DrawnFilm,
  { reps, shown, hold }: { readonly reps: number; readonly shown: number; readonly hold: number },
): Promise<void> => {
  const trained = await trainOnWebcam(appUrl, `butterfly?reps=${reps}&hold=${hold}&range=norm&pain=off`, film);
  const truth = coach(butterfly, truthOf(film.film), { reps, hold: millis(hold * 1000) });
  const { held, ...counted } = inShort(trained.events);
  console.log(`${JSON.stringify({ held, truly: truth.held.map(Math.round) })} ${speedOf(trained)}`);
  expect(counted).toEqual({ repetitions: reps, attempts: [], cues: [], faults: [] });
  expect([held.length, truth.held.length]).toEqual([reps, reps]);
  const { out, back } = butterfly.motion.tempo;
  for (const [index, heldMs] of held.entries()) {
    expect(Math.abs(heldMs - (truth.held[index] ?? NaN))).toBeLessThanOrEqual(heldWithin);
    // As long as it is shown, and parts of the ways there and back.
    expect(heldMs).toBeGreaterThan(shown * 1000 - heldWithin);
    expect(heldMs).toBeLessThan(shown * 1000 + out + back);
  }
  expect(trained.cameraRequests).toBe(1);
  // Fifteen a second while the arms move, half as many while they are held: no more are needed, and two cores judge more.
  expect(trained.rate).toBeGreaterThan(7);
  expect(trained.rate).toBeLessThan(15.5);
};
