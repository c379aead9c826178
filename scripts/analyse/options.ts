import { type DetectorModel, detectorModels } from '../../src/ports/detector-model.ts';
import { Complaint } from './complaint.ts';
import { argumentsIn, oneOf } from '../command.ts';
import { isRecording } from './recording-file.ts';
import { views, type View } from '../../src/engine/pose/view.ts';

/** What is analysed, and how. */
export interface AnalyseOptions {
  readonly files: readonly string[];
  /** The id of an exercise, or the path of one; `undefined`: that of the session that each recording was made in. */
  readonly exercise: string | undefined;
  readonly view: View | undefined;
  /** The MoveNet model that sees the films. */
  readonly model: DetectorModel;
  readonly range: 'norm' | 'personal' | undefined;
  readonly reps: number | undefined;
  readonly holdSeconds: number | undefined;
  readonly strictness: number | undefined;
  /** The file that the sessions are written to. */
  readonly json: string | undefined;
  /** The file that the keypoints of the film are written to. */
  readonly recording: string | undefined;
}

/** The usage text of the command. */
export const usage = `npm run analyse -- FILE... --exercise ID [options]

Judges films, or recordings of keypoints, by the rules of an exercise, as the app does.

  FILE                MP4, MOV, WebM or MKV; or a recording: .json, .json.gz (needs no browser)
  --exercise ID       an exercise, such as cheer, or the path of one as JSON; a recording from the app knows its own
  --view VIEW         front or side, where the exercise has rules for it
  --range RANGE       norm, or personal: one practice repetition comes first; norm where there is one
  --model MODEL       lightning, or thunder: it sees better and takes three times as long; lightning
  --reps N            ends after so many repetitions
  --hold S            seconds to hold, where the exercise has a hold
  --strictness X      1.5 gentle, 1, 0.8 strict
  --json FILE         writes the sessions
  --recording FILE    writes the keypoints of the film, to be analysed again without a browser
  --help              shows this
`;

const flags = {
  exercise: { type: 'string' },
  view: { type: 'string' },
  model: { type: 'string' },
  range: { type: 'string' },
  reps: { type: 'string' },
  hold: { type: 'string' },
  strictness: { type: 'string' },
  json: { type: 'string' },
  recording: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const numberIn = (flag: string, text: string | undefined, least: number, most: number): number | undefined => {
  if (text === undefined) return undefined;
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (number >= least && number <= most) return number;
  throw new Complaint(`--${flag} takes a number from ${least} to ${most}, not "${text}".`);
};

/**
 * Reads the command line; returns `undefined` where help is asked for, and throws a `Complaint` where an option is
 * invalid.
 */
export const optionsIn = (args: readonly string[]): AnalyseOptions | undefined => {
  const { values, positionals: files } = argumentsIn(args, flags);
  if (values.help) return undefined;
  const { exercise, json, recording } = values;
  if (files.length === 0) throw new Complaint('Name a film or a recording to analyse; --help shows how.');
  if (exercise === undefined && !files.every(isRecording))
    throw new Complaint('Say what was trained: --exercise ID, such as --exercise cheer.');
  if (recording !== undefined && files.length > 1)
    throw new Complaint('--recording writes the keypoints of one film; name only one.');
  const reps = numberIn('reps', values.reps, 1, 99);
  if (reps !== undefined && !Number.isInteger(reps))
    throw new Complaint(`--reps takes a whole number, not "${values.reps}".`);
  return {
    files,
    exercise,
    view: oneOf('view', values.view, views),
    model: oneOf('model', values.model, detectorModels) ?? 'lightning',
    range: oneOf('range', values.range, ['norm', 'personal']),
    reps,
    holdSeconds: numberIn('hold', values.hold, 1, 120),
    strictness: numberIn('strictness', values.strictness, 0.5, 2),
    json,
    recording,
  };
};
