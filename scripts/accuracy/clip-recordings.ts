import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { posesIn } from '../../src/engine/pose/recording.ts';
import type { DetectorModel } from '../../src/ports/detector-model.ts';
import { openFilmRecorder, type FilmRecorder } from '../analyse/film-recorder.ts';
import { detectorHash, isKept, keepRecording, keptRecording, keyedName } from '../films/kept.ts';
import type { TimedPose } from '../../src/engine/pose/pose.ts';
import { clipNames, type Seen } from './clips.ts';

/*
 * What the built app sees in films of real people, kept as what it sees in the figure's is.
 */

const nameOf = (folder: string, clip: string, model: DetectorModel): string =>
  keyedName(`clip-${clip}`, detectorHash(), model, readFileSync(join(folder, clip)));

/**
 * What the app sees in the films of a folder. Those that are not known yet are recorded, or, where nothing is to be drawn, leave
 * it `undefined`; so does a folder without them.
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
