import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../accuracy/pages.ts';
import type { Trial } from './trial.ts';

/** Trials that are saved one by one, so that the command goes on where it stopped. */
export interface KeptTrials {
  readonly trials: ReadonlyMap<string, Trial>;
  readonly keep: (trial: Trial) => void;
}

/** The trials of sources and recordings with this hash, one a line in a file outside git. */
export const keptTrials = (hash: string): KeptTrials => {
  const file = join(root, `.cache/sensitivity/${hash}.jsonl`);
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  // A line that was cut off while it was written is tried again.
  const whole = lines.filter((line) => line.endsWith('}')).map((line) => JSON.parse(line) as Trial);
  const trials = new Map(whole.map((trial) => [trial.name, trial]));
  return {
    trials,
    keep: (trial) => {
      trials.set(trial.name, trial);
      mkdirSync(dirname(file), { recursive: true });
      appendFileSync(file, `${JSON.stringify(trial)}\n`);
    },
  };
};
