import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { safeParse } from 'valibot';
import type { Recording } from '../../src/engine/pose/recording.ts';
import { Complaint } from '../analyse/complaint.ts';
import { jsonIn } from '../analyse/json-in.ts';
import { readRecording } from '../analyse/recording-file.ts';
import { truthSchema, type Truth } from './truth.ts';

/**
 * The feeds of a recording: `plain` has the joints without a detector's error (`NAME.json.gz`), `m` has them as MoveNet
 * would see them (`NAME.m.json.gz`).
 */
export const feeds = ['plain', 'm'] as const;

/** A feed of a recording. */
export type Feed = (typeof feeds)[number];

/** Which people: odd numbers are for tuning, even ones are held out. */
export const halves = ['odd', 'even', 'all'] as const;

/** A half of the people, or all of them. */
export type Half = (typeof halves)[number];

/** A recording of a person with what people noted about it. */
export interface Person {
  /** The path within the folder, without its extension, such as `kimore/es1/k01`. */
  readonly name: string;
  /** The folder within the folder, such as `kimore/es1`. */
  readonly set: string;
  readonly half: 'odd' | 'even';
  readonly feeds: readonly Feed[];
  readonly truth: Truth;
  /** Reads the recording; throws a `Complaint` where it is damaged. */
  readonly read: (feed: Feed) => Recording;
}

const truthEnding = '.truth.json';
const endings: Readonly<Record<Feed, string>> = { plain: '.json.gz', m: '.m.json.gz' };

/** What to do without a folder. */
export const noFolder =
  'LIMBER_PEOPLE names no folder: set it to one with recordings of people (docs/people.md describes its form).';

/** The folder of recordings that the environment names; `undefined` where it is unset or not there. */
export const peopleFolder = (): string | undefined => {
  const folder = process.env['LIMBER_PEOPLE'];
  return folder !== undefined && statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? folder : undefined;
};

const truthIn = (file: string): Truth => {
  const { success, output, issues } = safeParse(truthSchema, jsonIn(file, readFileSync(file, 'utf8')));
  if (success) return output;
  throw new Complaint(`${file} does not describe a recording: ${issues[0].message}`);
};

/** The half that a person belongs to, by the first number in the name of the file. */
const halfOf = (name: string): 'odd' | 'even' => {
  const number = /\d+/.exec(basename(name))?.[0];
  if (number === undefined) throw new Complaint(`${name} has no number of a person in its name.`);
  return Number(number) % 2 === 1 ? 'odd' : 'even';
};

/** Which recordings are wanted: the beginning of their names, the half, and the feeds. */
export interface Wanted {
  readonly only?: string | undefined;
  readonly half?: Half | undefined;
  readonly feed?: Feed | undefined;
}

/** The wanted recordings of a folder, in the order of their names; throws a `Complaint` about a damaged truth. */
export const peopleIn = (folder: string, { only = '', half = 'all', feed }: Wanted = {}): readonly Person[] => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(truthEnding))
    .map((file) => relative(folder, join(folder, file)).replaceAll('\\', '/').slice(0, -truthEnding.length))
    .filter((name) => name.startsWith(only) && (half === 'all' || halfOf(name) === half))
    .toSorted();
  return names.map((name): Person => {
    const fileOf = (one: Feed): string => join(folder, `${name}${endings[one]}`);
    return {
      name,
      set: dirname(name),
      half: halfOf(name),
      feeds: feeds.filter((one) => (feed === undefined || one === feed) && existsSync(fileOf(one))),
      truth: truthIn(join(folder, `${name}${truthEnding}`)),
      read: (one) => readRecording(fileOf(one)),
    };
  });
};
