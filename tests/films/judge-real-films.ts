import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordedClips } from '../../scripts/accuracy/clip-recordings.ts';
import { analyseRecording, type Analysis } from '../../scripts/analyse/analysis.ts';
import type { Recording } from '../../src/engine/pose/recording.ts';
import { exerciseById } from '../../src/exercises/registry.ts';
import { planFor } from '../../src/session/planning/plan-for.ts';
import { en } from '../../src/texts/en/en.ts';
import { exerciseTextsOf } from '../../src/texts/exercise-texts-of.ts';
import { blocksOf } from '../../src/ui/words/summary-in-words.ts';
import type { RealFilm } from './real-films.ts';

const clips = process.env['LIMBER_CLIPS'];
if (clips === undefined) console.log('LIMBER_CLIPS is not set: the films of people are not judged.');

const judge = ({ film, exercise: id, view }: RealFilm, recording: Recording | undefined): Promise<Analysis> => {
  const exercise = exerciseById(id);
  if (!exercise || !recording) throw new Error(`${film} or ${id} is missing.`);
  return analyseRecording(film, recording, planFor(exercise, { view, range: 'norm', reps: 99 }));
};

/** The lines of the summary that tell the user what could not be seen. */
const notSeenIn = ({ summary }: Analysis): string =>
  blocksOf(summary, en)
    .filter(({ title }) => title === en.app.summary.notSeen)
    .flatMap(({ lines }) => lines.map(([line]) => line))
    .join('\n');

/** Tests that films are counted as by eye, or that the user is told the one thing that is in the way. */
export const judgeRealFilms = (films: readonly RealFilm[]): void => {
  describe.skipIf(clips === undefined)('a film of people', () => {
    let recordings: ReadonlyMap<string, Recording> = new Map();
    beforeAll(async () => {
      recordings = await recordedClips(
        join(clips ?? '', 'video'),
        [...new Set(films.map(({ film }) => film))],
        'lightning',
      );
    }, 600_000);

    it.each(films.map((film) => [`${film.film} as ${film.exercise}, ${film.view}: ${film.shows}`, film] as const))(
      '%s',
      async (_, film) => {
        const analysis = await judge(film, recordings.get(film.film));
        const { summary, record } = analysis;
        expect(summary.repetitions).toHaveLength(film.count);
        expect(summary.unbegun).toBe(film.missing);
        if (film.attempts) expect(summary.attempts.map(({ kind }) => kind)).toEqual(film.attempts);
        const cues = record.events.flatMap((event) => (event.type === 'cue-given' ? [event.cue] : []));
        if (film.cue) expect(cues).toEqual([film.cue]);
        if (film.missing === undefined) return;
        const { startPosture } = exerciseTextsOf(en, film.exercise);
        const sentence = film.missing === 'take-start-posture' ? startPosture : en.hints[film.missing];
        expect(notSeenIn(analysis)).toContain(sentence);
      },
    );
  });
};
