import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { commit } from '../accuracy/pages.ts';
import type { CandidateFigures } from './candidates.ts';
import type { EngineFigures } from './engine-steps.ts';
import type { HourFigures } from './hour.ts';
import { cache } from './site.ts';
import type { StartFigures } from './start-up.ts';
import type { TrainingFigures } from './training.ts';
import type { StageName } from './options.ts';

/** Under which circumstances a stage was measured. */
export interface Circumstances {
  /** The day and minute, UTC. */
  readonly when: string;
  /** As Markdown. */
  readonly commit: string;
  /** The system's load average over a minute, at the begin and at the end. */
  readonly load: readonly [number, number];
}

/** A stage's figures with its circumstances. */
export interface Measured<Figures> extends Circumstances {
  readonly figures: Figures;
}

/** The figures of each stage, as far as it has been measured. */
export interface Results {
  readonly 'path-480p'?: Measured<readonly CandidateFigures[]>;
  readonly 'path-720p'?: Measured<readonly CandidateFigures[]>;
  readonly 'training-480p'?: Measured<readonly TrainingFigures[]>;
  readonly 'training-720p'?: Measured<readonly TrainingFigures[]>;
  readonly start?: Measured<StartFigures>;
  readonly hour?: Measured<HourFigures>;
  readonly engine?: Measured<EngineFigures>;
}

const file = join(cache, 'results.json');

/** What NaN is kept as: JSON has none. */
const unknown = 'unknown';

/** The results kept of earlier runs. */
export const keptResults = (): Results => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'), (_, value: unknown) =>
      value === unknown ? Number.NaN : value,
    ) as Results;
  } catch {
    return {};
  }
};

/** Keeps results for the page. */
export const keepResults = (results: Results): void => {
  mkdirSync(cache, { recursive: true });
  const written = JSON.stringify(
    results,
    (_, value: unknown) => (typeof value === 'number' && Number.isNaN(value) ? unknown : value),
    1,
  );
  writeFileSync(file, written);
};

/** Measures a stage, and notes its circumstances. */
export const measured = async <Figures>(measure: () => Promise<Figures>): Promise<Measured<Figures>> => {
  const [before = 0] = loadavg();
  const figures = await measure();
  const [after = 0] = loadavg();
  return {
    when: new Date().toISOString().slice(0, 16).replace('T', ' '),
    commit: commit(),
    load: [before, after],
    figures,
  };
};

/** Some results with those of one stage replaced. */
export const withStage = <Name extends StageName>(results: Results, name: Name, stage: Results[Name]): Results => ({
  ...results,
  [name]: stage,
});
