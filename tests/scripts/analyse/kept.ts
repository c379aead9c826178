import { fileURLToPath } from 'node:url';
import { analyseRecording, type Analysis } from '../../../scripts/analyse/analysis.ts';
import type { AnalyseOptions } from '../../../scripts/analyse/options.ts';
import { planIn } from '../../../scripts/analyse/plan-in.ts';
import { readRecording } from '../../../scripts/analyse/recording-file.ts';
import { recordingOf, type Recording } from '../../../src/engine/pose/recording.ts';
import { keypointsFrom, noKeypoints } from '../../../src/engine/pose/keypoints.ts';
import { posesIn } from '../../../src/engine/pose/recording.ts';
import { millis } from '../../../src/engine/units.ts';

/** The path of a recording in the fixtures of the tests. */
export const keptFile = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/recordings/${name}.json.gz`, import.meta.url));

/** The options with their defaults, unless `part` changes them. */
export const asked = (
  exercise: string,
  part: Partial<AnalyseOptions> = {},
): AnalyseOptions & { readonly exercise: string } => ({
  files: [],
  view: undefined,
  model: 'lightning',
  range: undefined,
  reps: undefined,
  holdSeconds: undefined,
  strictness: undefined,
  json: undefined,
  recording: undefined,
  ...part,
  exercise: part.exercise ?? exercise,
});

/** Analyses a recording, or one of the fixtures by its name. */
export const analysed = (
  recording: string | Recording,
  exercise: string,
  part: Partial<AnalyseOptions> = {},
): Promise<Analysis> =>
  analyseRecording(
    typeof recording === 'string' ? recording : 'film.mp4',
    typeof recording === 'string' ? readRecording(keptFile(recording)) : recording,
    planIn(asked(exercise, part)),
  );

/** An empty room for this time, ms, and then what the recording shows. */
export const afterAnEmptyRoom = (recording: Recording, lasts: number): Recording => {
  const poses = posesIn(recording);
  const [first] = poses;
  if (!first) throw new Error('The recording is empty.');
  const empty = Array.from({ length: lasts / 100 }, (_, index) => ({
    at: millis(index * 100),
    frame: first.frame,
    keypoints: noKeypoints,
  }));
  return recordingOf([...empty, ...poses.map((pose) => ({ ...pose, at: millis(pose.at + lasts) }))]);
};

/** A recording whose pictures are narrowed: a person who stands half turned. */
export const narrowed = (recording: Recording, share: number): Recording => {
  const middle = recording.frame.width / 2;
  return recordingOf(
    posesIn(recording).map((pose) => ({
      ...pose,
      keypoints: keypointsFrom((name) => {
        const { x, y, score } = pose.keypoints[name];
        return { x: middle + (x - middle) * share, y, score };
      }),
    })),
  );
};
