import { Complaint } from '../analyse/complaint.ts';
import { flagsIn } from '../command.ts';

/**
 * The stages of the bench: the path of a frame at each camera's size, a trained minute in real time at each, the start, an
 * hour of film, and the engine alone.
 */
export const stages = ['path-480p', 'path-720p', 'training-480p', 'training-720p', 'start', 'hour', 'engine'] as const;

/** The name of a stage. */
export type StageName = (typeof stages)[number];

/** What is measured, and where the result is written. */
export interface SpeedOptions {
  readonly stages: readonly StageName[];
  /** One short round instead of three. */
  readonly isQuick: boolean;
  /** Whether docs/speed.md and the README's table are written. */
  readonly isWriting: boolean;
}

/** The usage text of the command. */
export const usage = `npm run bench:speed [-- OPTION]

Measures Limber beside the bare model, pose-detection, Human and MediaPipe on the same frames, what a trained minute, an
hour and a start cost, and the engine alone; prints the page. Each stage's last full result is kept in .cache/speed.

  --only STAGE  one stage: ${stages.join(', ')};
                or page, which measures nothing: the page of the results kept
  --quick       one short round of each stage; it is not kept, and cannot be written
  --write       writes docs/speed.md and the README's table from the results kept of all stages
  --help        shows this

What Limber is compared with is installed into scripts/speed/peers from a lock file of its own, on the first run.
`;

const flags = {
  only: { type: 'string' },
  quick: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  help: { type: 'boolean' },
} as const;

/**
 * Reads the command line; returns `undefined` where help is asked for, and throws a `Complaint` where an option is
 * invalid.
 */
export const optionsIn = (args: readonly string[]): SpeedOptions | undefined => {
  const { only, quick: isQuick, write: isWriting, help } = flagsIn(args, flags);
  if (help) return undefined;
  if (isQuick && isWriting) throw new Complaint('--write takes full results: leave out --quick.');
  const stage = stages.find((one) => one === only);
  if (only !== undefined && only !== 'page' && stage === undefined)
    throw new Complaint(`--only takes ${stages.join(' or ')} or page, not "${only}".`);
  if (only === 'page') return { stages: [], isQuick, isWriting };
  return { stages: stage ? [stage] : stages, isQuick, isWriting };
};
