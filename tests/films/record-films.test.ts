import { expect, it } from 'vitest';
import { fewCases, moreCases } from './cases.ts';
import { drawFilms } from '../../scripts/films/draw.ts';
import { recordFilms } from '../../scripts/films/record.ts';
import { isRecorded, keepRecording } from './recordings.ts';

/*
 * `npm run record:films`: lets the real MoveNet look at every film that has no recording, or has changed since, and keeps
 * what it saw under tests/fixtures/recordings. With `RECORD=all` every film is recorded anew, as a change of the detector asks.
 */

const isAsked = process.env['RECORD'] !== undefined;

it.runIf(isAsked)('records what MoveNet sees', { timeout: 7_200_000 }, async () => {
  const films = [...fewCases, ...moreCases].map(({ film }) => film);
  for (const film of films) {
    if (process.env['RECORD'] !== 'all' && isRecorded(film)) continue;
    const drawn = await drawFilms([film]);
    const [poses = []] = await recordFilms(drawn);
    keepRecording(film, poses);
    console.log(`recorded ${film.name}: ${poses.length} frames`);
  }
  expect(films.filter((film) => !isRecorded(film))).toEqual([]);
});
