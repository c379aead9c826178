import { closeSync, openSync, statSync, writeFileSync } from 'node:fs';
import type { Recording } from '../../src/engine/pose/recording.ts';
import type { DetectorModel } from '../../src/ports/detector-model.ts';
import { analyseRecording, type Analysis } from './analysis.ts';
import { Complaint } from './complaint.ts';
import { openFilmRecorder, type FilmRecorder } from './film-recorder.ts';
import type { AnalyseOptions } from './options.ts';
import { planIn, planOfRecording } from './plan-in.ts';
import { startProgress } from './progress.ts';
import { isRecording, readRecording } from './recording-file.ts';
import { reportOf } from './report.ts';

const expectFile = (file: string): void => {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
    throw new Complaint(`There is no file ${file}; check its path.`);
};

/** Checks before the work that its result can be written. */
const expectWritable = (file: string): void => {
  try {
    closeSync(openSync(file, 'a'));
  } catch {
    throw new Complaint(`${file} cannot be written; name a file in a folder that is there.`);
  }
};

const recordFilm = async (recorder: FilmRecorder, file: string, model: DetectorModel): Promise<Recording> => {
  const progress = startProgress(file);
  try {
    return await recorder.record(file, progress.show, model);
  } finally {
    progress.end();
  }
};

/** Analyses each file and prints the result; a browser is opened only for films, and once. */
export const runAnalysis = async (options: AnalyseOptions): Promise<void> => {
  const { files, json, model, recording: kept } = options;
  // An exercise that does not exist is named before any film is recorded.
  if (options.exercise !== undefined) planIn({ ...options, exercise: options.exercise });
  for (const file of files) expectFile(file);
  if (kept !== undefined && files.some(isRecording))
    throw new Complaint(`${files.join(', ')} is a recording already; --recording takes a film.`);
  for (const written of [json, kept]) if (written !== undefined) expectWritable(written);
  const recorder = files.every(isRecording) ? undefined : await openFilmRecorder();
  const analyses: Analysis[] = [];
  try {
    for (const file of files) {
      const recording = recorder && !isRecording(file) ? await recordFilm(recorder, file, model) : readRecording(file);
      if (kept !== undefined) writeFileSync(kept, `${JSON.stringify(recording)}\n`);
      const analysis = await analyseRecording(file, recording, planOfRecording(file, recording, options));
      process.stdout.write(`${analyses.length > 0 ? '\n' : ''}${reportOf(analysis)}`);
      analyses.push(analysis);
    }
  } finally {
    await recorder?.close();
  }
  if (json !== undefined)
    writeFileSync(json, `${JSON.stringify(analyses.map(({ file, record }) => ({ file, ...record })))}\n`);
};
