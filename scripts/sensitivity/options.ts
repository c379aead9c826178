import { Complaint } from '../analyse/complaint.ts';
import { flagsIn } from '../command.ts';

/** What is tried, for how long, and where the result is written. */
export interface SensitivityOptions {
  readonly only: string;
  /** No further constant is tried after this time, minutes. */
  readonly minutes: number;
  readonly json: string | undefined;
  /** Whether docs/sensitivity.md is written. */
  readonly isWriting: boolean;
}

/** The usage text of the command. */
export const usage = `npm run bench:sensitivity [-- OPTION]

Shifts each constant of the engine and of the exercises by a fifth either way, judges recordings and performances, and
prints which constants turn a verdict. Goes on where it stopped, as long as the sources are the same.

  --only PREFIX   the constants whose name begins so, such as cheer or repetition/
  --minutes N     stops after that time; the next call goes on
  --json FILE     writes what each constant turned
  --write         writes docs/sensitivity.md; of all constants only
  --help          shows this

LIMBER_PEOPLE names a folder of people's recordings, without which the figure's are judged alone.
`;

const flags = {
  only: { type: 'string', default: '' },
  minutes: { type: 'string' },
  json: { type: 'string' },
  write: { type: 'boolean', default: false },
  help: { type: 'boolean' },
} as const;

/**
 * Reads the command line; returns `undefined` where help is asked for, and throws a `Complaint` where an option is
 * invalid.
 */
export const optionsIn = (args: readonly string[]): SensitivityOptions | undefined => {
  const { only, minutes, json, write: isWriting, help } = flagsIn(args, flags);
  if (help) return undefined;
  const limit = minutes === undefined ? Infinity : Number(minutes);
  if (!(limit > 0)) throw new Complaint(`--minutes takes a number, not "${minutes}".`);
  if (isWriting && only !== '') throw new Complaint('--write takes all constants: leave out --only.');
  return { only, minutes: limit, json, isWriting };
};
