import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inHouseStyle, root, withPart } from '../accuracy/pages.ts';
import { Complaint } from '../analyse/complaint.ts';
import { buildApp, isBuilt } from '../build-app.ts';
import { serveFolder } from '../serve.ts';
import { measureEngine } from './engine.ts';
import { measureHour } from './hour.ts';
import { measureCandidates } from './candidates.ts';
import type { CameraSize } from './film.ts';
import type { SpeedOptions, StageName } from './options.ts';
import { askedTable, pageOf } from './page.ts';
import { keepResults, keptResults, measured, withStage, type Results } from './results.ts';
import { filmsOfAllSizes, openSite, type Site } from './site.ts';
import { measureStarts } from './start-up.ts';
import { measureTraining, trainingCases, type TrainingFigures } from './training.ts';

const amounts = {
  full: {
    path: { rounds: 3, stretches: 6, frames: 6, withinMs: 60_000, compared: 180 },
    training: { measured: 60, traced: 10 },
    starts: 5,
    hourSeconds: 3600,
  },
  quick: {
    path: { rounds: 1, stretches: 3, frames: 4, withinMs: 60_000, compared: 12 },
    training: { measured: 10, traced: 4 },
    starts: 1,
    hourSeconds: 240,
  },
} as const;

type Amounts = (typeof amounts)[keyof typeof amounts];

/** Where the bench's pages and the app are served. */
interface Served {
  readonly site: Site;
  readonly appUrl: string;
}

const measureTrainings = async (
  size: CameraSize,
  { site, appUrl }: Served,
  durations: Amounts['training'],
): Promise<readonly TrainingFigures[]> => {
  const film = (await filmsOfAllSizes())[size];
  const figures: TrainingFigures[] = [];
  for (const which of trainingCases(size)) {
    figures.push(await measureTraining(which, { site, appUrl, film }, durations));
    process.stdout.write(`training: ${which.user}, ${size}\n`);
  }
  return figures;
};

const measureStage = async (name: StageName, results: Results, served: Served, amounts: Amounts): Promise<Results> => {
  const { path, training, starts, hourSeconds } = amounts;
  switch (name) {
    case 'path-480p':
      return withStage(results, name, await measured(() => measureCandidates(served.site, '480p', path)));
    case 'path-720p':
      return withStage(results, name, await measured(() => measureCandidates(served.site, '720p', path)));
    case 'training-480p':
      return withStage(results, name, await measured(() => measureTrainings('480p', served, training)));
    case 'training-720p':
      return withStage(results, name, await measured(() => measureTrainings('720p', served, training)));
    case 'start': {
      const film = (await filmsOfAllSizes())['480p'];
      return withStage(results, name, await measured(() => measureStarts(served.appUrl, film, starts)));
    }
    case 'hour':
      return withStage(results, name, await measured(() => measureHour(served.appUrl, served.site, hourSeconds)));
    case 'engine':
      return withStage(results, name, await measured(measureEngine));
  }
};

const writePages = async (results: Results): Promise<void> => {
  const readme = join(root, 'README.md');
  const quoted = withPart(readFileSync(readme, 'utf8'), 'speed', askedTable(results));
  if (quoted === undefined)
    throw new Complaint('README.md has no place for the table: <!-- speed --> and <!-- /speed -->.');
  for (const [file, page] of [
    [join(root, 'docs/speed.md'), pageOf(results)],
    [readme, quoted],
  ] as const)
    writeFileSync(file, await inHouseStyle(file, page));
};

/** Measures stages one after the other; those of a full run are kept. */
const measureStages = async (
  { stages, isQuick }: Pick<SpeedOptions, 'stages' | 'isQuick'>,
  kept: Results,
): Promise<Results> => {
  if (!isBuilt(root)) await buildApp(root);
  const site = await openSite();
  const app = await serveFolder(join(root, 'dist'), { port: 4700 });
  let results = kept;
  try {
    for (const name of stages) {
      results = await measureStage(name, results, { site, appUrl: app.url }, amounts[isQuick ? 'quick' : 'full']);
      if (!isQuick) keepResults(results);
    }
  } finally {
    await app.close();
    await site.close();
  }
  return results;
};

/** Measures the stages, prints the page, and writes it where that is asked for. */
export const runSpeed = async ({ stages, isQuick, isWriting }: SpeedOptions): Promise<void> => {
  const kept = isQuick ? {} : keptResults();
  const results = stages.length > 0 ? await measureStages({ stages, isQuick }, kept) : kept;
  process.stdout.write(pageOf(results));
  if (isWriting) await writePages(results);
};
