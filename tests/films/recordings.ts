import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as v from 'valibot';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { posesIn, recordingOf, recordingSchema } from '../../src/engine/pose/recording.ts';
import type { Film } from '../../scripts/films/film.ts';

/*
 * The output of the real MoveNet on the films, kept in git so that the engine is tested on its noise without a browser.
 * A recording names the film it was made from: a film that has changed since has none.
 */

const folder = fileURLToPath(new URL('../fixtures/recordings', import.meta.url));
const fileOf = ({ name }: Film): string => join(folder, `${name}.json.gz`);
const filmKey = (film: Film): string => createHash('sha256').update(JSON.stringify(film)).digest('hex').slice(0, 16);

const keptSchema = v.object({ ...recordingSchema.entries, film: v.string() });

/** Whether there is a recording of exactly this film. */
export const isRecorded = (film: Film): boolean => existsSync(fileOf(film)) && kept(film).film === filmKey(film);

const kept = (film: Film): v.InferOutput<typeof keptSchema> =>
  v.parse(keptSchema, JSON.parse(gunzipSync(readFileSync(fileOf(film))).toString('utf8')));

/** MoveNet's output on a film; throws where there is no recording of it, or only one of another film of that name. */
export const recordedPoses = (film: Film): readonly TimedPose[] => {
  if (!isRecorded(film)) throw new Error(`There is no recording of ${film.name} as it is now: npm run record:films.`);
  return posesIn(kept(film));
};

/** Saves MoveNet's output on a film. */
export const keepRecording = (film: Film, poses: readonly TimedPose[]): void => {
  mkdirSync(folder, { recursive: true });
  const recording = { film: filmKey(film), ...recordingOf(poses) };
  writeFileSync(fileOf(film), gzipSync(JSON.stringify(recording), { level: 9 }));
};
