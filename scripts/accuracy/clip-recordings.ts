import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { posesIn, type Recording } from '../../src/engine/pose/recording.ts';
import type { DetectorModel } from '../../src/ports/detector-model.ts';
import { openFilmRecorder, type FilmRecorder } from '../analyse/film-recorder.ts';
import { detectorHash, isKept, keepRecording, keptRecording, keyedName } from '../films/kept.ts';
import { clipNames, type Seen } from './clips.ts';

/* The built app's output on films of real people, saved like its output on the figure's films. */

const nameOf = (folder: string, clip: string, model: DetectorModel): string =>
  keyedName(`clip-${clip}`, detectorHash(), model, readFileSync(join(folder, clip)));

/**
 * The app's output on the films of a folder. Films without a recording are recorded; it is `undefined` where nothing is
 * to be drawn and one is missing, and where there is no folder.
 */
export const seenInClips = async (
  folder: string,
  model: DetectorModel,
  isRecording: boolean,
): Promise<Seen | undefined> => {
  if (!clipNames.every((clip) => existsSync(join(folder, clip)))) return undefined;
  const missing = clipNames.filter((clip) => !isKept(nameOf(folder, clip, model)));
  if (missing.length > 0 && !isRecording) return undefined;
  const recordings = await recordedClips(folder, clipNames, model);
  return Object.fromEntries([...recordings].map(([clip, recording]) => [clip, posesIn(recording)])) as unknown as Seen;
};

/** The app's output on films of a folder, by their names; films without a recording are recorded. */
export const recordedClips = async (
  folder: string,
  clips: readonly string[],
  model: DetectorModel,
): Promise<ReadonlyMap<string, Recording>> => {
  let recorder: FilmRecorder | undefined;
  try {
    for (const clip of clips) {
      if (isKept(nameOf(folder, clip, model))) continue;
      recorder ??= await openFilmRecorder();
      console.log(`recording ${clip}`);
      keepRecording(nameOf(folder, clip, model), await recorder.record(join(folder, clip), () => undefined, model));
    }
  } finally {
    await recorder?.close();
  }
  return new Map(clips.map((clip) => [clip, keptRecording(nameOf(folder, clip, model))]));
};
