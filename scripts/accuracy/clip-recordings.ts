import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { posesIn } from '../../src/engine/pose/recording.ts';
import type { DetectorModel } from '../../src/ports/detector-model.ts';
import { openFilmRecorder, type FilmRecorder } from '../analyse/film-recorder.ts';
import { detectorHash, isKept, keepRecording, keptRecording, keyedName } from '../films/kept.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
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
  let recorder: FilmRecorder | undefined;
  try {
    for (const clip of missing) {
      recorder ??= await openFilmRecorder();
      console.log(`recording ${clip}`);
      keepRecording(nameOf(folder, clip, model), await recorder.record(join(folder, clip), () => undefined, model));
    }
  } finally {
    await recorder?.close();
  }
  const seen = clipNames.map((clip): readonly [string, readonly TimedPose[]] => [
    clip,
    posesIn(keptRecording(nameOf(folder, clip, model))),
  ]);
  return Object.fromEntries(seen) as Seen;
};
