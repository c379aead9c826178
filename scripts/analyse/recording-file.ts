import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readMovement, type Movement } from '../../src/session/record/movement.ts';
import { Complaint } from './complaint.ts';
import { jsonIn } from './json-in.ts';

/** Whether a file is a recording of keypoints, by its name. */
export const isRecording = (file: string): boolean => /\.json(\.gz)?$/i.test(file);

/** The text of a file, packed or not; throws a `Complaint` where it is damaged. */
export const textIn = (file: string): string => {
  const bytes = readFileSync(file);
  if (!file.toLowerCase().endsWith('.gz')) return bytes.toString('utf8');
  try {
    return gunzipSync(bytes).toString('utf8');
  } catch {
    throw new Complaint(`${file} cannot be unpacked; check that it was written to its end.`);
  }
};

/** Parses the text of a recording of keypoints; throws a `Complaint` with the reason. */
export const recordingFrom = (file: string, text: string): Movement => {
  const read = readMovement(text);
  if ('movement' in read) return read.movement;
  // One way of saying that a file is not JSON.
  if (read.trouble === 'not-json') jsonIn(file, text);
  const why = read.at ? ` (${read.at}: ${read.reason})` : '';
  throw new Complaint(`${file} is no recording of keypoints; make one of a film with --recording${why}.`);
};

/** Reads a recording of keypoints, packed or not. */
export const readRecording = (file: string): Movement => recordingFrom(file, textIn(file));
