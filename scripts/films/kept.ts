import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { recordingSchema, type Recording } from '../../src/engine/pose/recording.ts';

/* The detector's output, saved outside git by a name that contains a hash of everything that determines it. */

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where recordings are saved: `LIMBER_OBSERVED`, or `.cache/observed`. */
const folder = process.env['LIMBER_OBSERVED'] ?? join(root, '.cache/observed');

const fileOf = (name: string): string => join(folder, `${name}.json.gz`);

/** Whether anything is saved by that name. */
export const isKept = (name: string): boolean => existsSync(fileOf(name));

/** What is saved by a name, as it was saved; throws where there is nothing. */
export const keptValue = (name: string): unknown => JSON.parse(gunzipSync(readFileSync(fileOf(name))).toString('utf8'));

/** Saves a value as JSON, completely or not at all. */
export const keepValue = (name: string, value: unknown): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${fileOf(name)}.part`, gzipSync(JSON.stringify(value)));
  renameSync(`${fileOf(name)}.part`, fileOf(name));
};

/** The recording of a name; throws where there is none. */
export const keptRecording = (name: string): Recording => v.parse(recordingSchema, keptValue(name));

/** Saves a recording, completely or not at all. */
export const keepRecording = (name: string, recording: Recording): void => keepValue(name, recording);

/** The sources that determine what is seen in a picture. */
const detector = ['src/platform/detector', 'src/platform/detector/worker'];
/** The sources that determine the look of a film of the figure. */
const studio = ['src/stage', 'src/engine/figure', 'scripts/films/studio'];

/** What only determines the look of a rigged body is in its own files. */
const isAvatars = (file: string): boolean => file.startsWith('avatar');

const hashOf = (places: readonly string[], isCounted: (file: string) => boolean): string => {
  const hash = createHash('sha256');
  for (const place of places)
    for (const file of readdirSync(join(root, place)).toSorted())
      if (/\.(ts|html)$/.test(file) && isCounted(file)) hash.update(file).update(readFileSync(join(root, place, file)));
  return hash.digest('hex');
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly it: T } | undefined;
  return () => (made ??= { it: make() }).it;
};

/** A hash of everything that determines what is seen in a picture. */
export const detectorHash = once(() => hashOf(detector, () => true));

/** The same, with everything that determines the look of a film of the figure. */
export const figureHash = once(() => hashOf([...studio, ...detector], (file) => !isAvatars(file)));

/** The same, with everything that determines the look of a film of a rigged body. */
export const avatarHash = once(() => hashOf([...studio, ...detector], () => true));

/** A name with a hash of everything that determines the content. */
export const keyedName = (name: string, ...deciding: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of deciding) hash.update(part);
  return `${name}-${hash.digest('hex').slice(0, 16)}`;
};
