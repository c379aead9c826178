import { inject, it } from 'vitest';
import { drawFilms } from '../../scripts/films/draw.ts';
import { expectHeldOnWebcam } from '../films/on-webcam.ts';
import { twoButterflies } from '../films/films.ts';

/*
 * The main job in real time: a film of the figure as the webcam of the built app, judged by the real MoveNet. Longer
 * films of it are part of `npm run test:films`.
 */

it('counts two butterflies and holds each to within 0.4 s of the truth', { timeout: 300_000 }, async () => {
  const [drawn] = await drawFilms([twoButterflies]);
  if (!drawn) throw new Error('The film was not drawn.');
  await expectHeldOnWebcam(inject('appUrl'), drawn, { reps: 2, shown: 4, hold: 3 });
});
