import { Complaint } from '../analyse/complaint.ts';
import { flagsIn, oneOf } from '../command.ts';
import { feeds, halves, type Feed, type Half } from './people-folder.ts';

/** What is judged, and where the result is written. */
export interface PeopleOptions {
  readonly only: string | undefined;
  readonly feed: Feed | undefined;
  readonly half: Half;
  readonly json: string | undefined;
  /** Whether the tables are written into docs/people.md. */
  readonly isWriting: boolean;
}

/** The usage text of the command. */
export const usage = `npm run bench:people [-- OPTION]

Judges recordings of people in the folder that LIMBER_PEOPLE names, and prints what was right and what was not.

  --only PATH   the recordings whose path in the folder begins so, such as kimore/es1
  --feed FEED   plain (the joints), or m (the joints as MoveNet would see them); both
  --half HALF   odd (for tuning), even (held out), or all; all
  --json FILE   writes the scores of each recording
  --write       writes the tables into docs/people.md; of everything only
  --help        shows this
`;

const flags = {
  only: { type: 'string' },
  feed: { type: 'string' },
  half: { type: 'string' },
  json: { type: 'string' },
  write: { type: 'boolean', default: false },
  help: { type: 'boolean' },
} as const;

/**
 * Reads the command line; returns `undefined` where help is asked for, and throws a `Complaint` where an option is
 * invalid.
 */
export const optionsIn = (args: readonly string[]): PeopleOptions | undefined => {
  const { only, feed, half, json, write: isWriting, help } = flagsIn(args, flags);
  if (help) return undefined;
  if (isWriting && (only ?? feed ?? half) !== undefined)
    throw new Complaint('--write takes everything: leave out --only, --feed and --half.');
  return { only, feed: oneOf('feed', feed, feeds), half: oneOf('half', half, halves) ?? 'all', json, isWriting };
};
