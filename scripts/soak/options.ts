import { Complaint } from '../analyse/complaint.ts';
import { flagsIn } from '../command.ts';

/** How long each seed runs, and whether the result is stored for the page on reliability. */
export interface SoakOptions {
  /** Minutes of app time, which is real time: the camera of Chromium plays as fast as a camera. */
  readonly minutes: number;
  readonly seeds: readonly number[];
  /** Whether the result replaces that of the same seed in `tests/faults/soak.json`. */
  readonly isWriting: boolean;
}

/** The usage text of the command. */
export const usage = `npm run soak [-- OPTION]

Trains before Chromium's camera with the real detector, one session after the other, and forces a fault five to
twenty seconds after the one before, drawn by a seed. After each the session goes on or says why, nothing is counted without a picture, and
nothing recorded is lost; otherwise the exit status is 1.

  --minutes N     how long each seed runs; 60 by default
  --seeds LIST    seeds, such as 1,2,3 (the default)
  --write         stores the result in tests/faults/soak.json; npm run reliability -- --write puts it on its page
  --help          shows this
`;

const flags = {
  minutes: { type: 'string', default: '60' },
  seeds: { type: 'string', default: '1,2,3' },
  write: { type: 'boolean', default: false },
  help: { type: 'boolean' },
} as const;

/**
 * Reads the command line; returns `undefined` where help is asked for, and throws a `Complaint` where an option is
 * invalid.
 */
export const optionsIn = (args: readonly string[]): SoakOptions | undefined => {
  const { minutes, seeds, write: isWriting, help } = flagsIn(args, flags);
  if (help) return undefined;
  if (!(Number(minutes) > 0)) throw new Complaint(`--minutes takes a number, not "${minutes}".`);
  const numbers = seeds.split(',').map(Number);
  if (!numbers.every((seed) => Number.isInteger(seed))) throw new Complaint(`--seeds takes numbers, not "${seeds}".`);
  return { minutes: Number(minutes), seeds: numbers, isWriting };
};
