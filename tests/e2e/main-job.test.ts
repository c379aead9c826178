import { expect, inject, it } from 'vitest';
import { millis } from '../../src/engine/units.ts';
import { butterfly } from '../../src/exercises/butterfly.ts';
import { drawFilms } from '../../scripts/films/draw.ts';
import { inShort } from '../films/expectations.ts';
import { truthOf } from '../../scripts/films/film.ts';
import { correctButterfly } from '../films/films.ts';
import { coach } from '../scenarios/play.ts';
import { speedOf, trainOnWebcam } from './trained.ts';

/*
 * The main job in real time: a film of the figure as the webcam of the built app, judged by the real MoveNet. The truth
 * of a film is the same rules on its noise-free keypoints. Further films of it are part of `npm run test:films`.
 */

it('counts five butterflies and holds each to within 0.4 s of the truth', { timeout: 300_000 }, async () => {
  const [drawn] = await drawFilms([correctButterfly]);
  if (!drawn) throw new Error('The film was not drawn.');
  const trained = await trainOnWebcam(inject('appUrl'), 'butterfly?reps=5&hold=5&range=norm&pain=off', drawn);
  const truth = coach(butterfly, truthOf(correctButterfly), { reps: 5, hold: millis(5000) });
  const { held, ...counted } = inShort(trained.events);
  console.log(`${JSON.stringify({ held, truly: truth.held.map(Math.round) })} ${speedOf(trained)}`);
  expect(counted).toEqual({ repetitions: 5, attempts: [], cues: [], faults: [] });
  expect(held).toHaveLength(5);
  for (const [index, heldMs] of held.entries())
    expect(Math.abs(heldMs - (truth.held[index] ?? 0))).toBeLessThanOrEqual(400);
  expect(trained.cameraRequests).toBe(1);
  // Measured: 23-26 a second on two idle cores, as fast as the bare model.
  expect(trained.rate).toBeGreaterThan(13);
  expect(trained.ratio).toBeGreaterThan(0.6);
});
