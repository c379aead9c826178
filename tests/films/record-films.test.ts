import { expect, it } from 'vitest';
import { fewCases, moreCases } from './cases.ts';
import { drawFilms } from '../../scripts/films/draw.ts';
import { recordFilms } from '../../scripts/films/record.ts';
import { isRecorded, keepRecording } from './recordings.ts';

/*
 * `npm run record:films`: runs the real MoveNet on every film that has no recording, or has changed since, and saves
 * the output in tests/fixtures/recordings. With `RECORD=all` every film is recorded again, as a change of the detector
 * requires.
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
