import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildApp } from '../../scripts/build-app.ts';
import { serveFolder, type ServedFolder } from '../../scripts/serve.ts';
import { launchBrowser } from '../../scripts/films/launch.ts';
import { eventsOf } from '../scenarios/play.ts';
import { sideRaise } from './seventh-exercise/exercise.ts';
import { sideRaise as texts } from './seventh-exercise/texts.ts';
import { sessionEnd, watchedPage } from '../e2e/trained.ts';

/*
 * A seventh exercise in a copy of the app: its file and its text record are added, nothing else is touched, and the
 * built copy offers it, shows it and judges it.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const { id } = sideRaise;

/** What the build reads, apart from the packages. */
const sources = [
  '404.html',
  'index.html',
  'models',
  'package.json',
  'PRIVACY.md',
  'public',
  'scripts',
  'src',
  'tsconfig.json',
  'vite.config.ts',
];

/** Where the file and the text record go, and what they are made from. */
const added = {
  [`src/exercises/${id}.ts`]: 'tests/slow/seventh-exercise/exercise.ts',
  [`src/texts/en/exercises/${id}.ts`]: 'tests/slow/seventh-exercise/texts.ts',
};

let copy: string;
let served: ServedFolder;
let browser: Browser;

/** A file of the repository rewritten for another place: its relative imports resolve to the same files. */
const movedTo = (place: string, from: string): string =>
  readFileSync(join(root, from), 'utf8').replaceAll(/(?<= from ')\.[^']+/g, (path) =>
    posix.relative(posix.dirname(place), posix.join(posix.dirname(from), path)),
  );

/** The contents of the sources in a folder, by path. */
const contentsIn = (folder: string): ReadonlyMap<string, string> => {
  const paths = sources.flatMap((source) =>
    statSync(join(folder, source)).isDirectory()
      ? readdirSync(join(folder, source), { recursive: true, encoding: 'utf8' }).map((path) => join(source, path))
      : [source],
  );
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return new Map(files.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'latin1')]));
};

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'limber-seventh-'));
  for (const source of sources) cpSync(join(root, source), join(copy, source), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  for (const [place, from] of Object.entries(added)) writeFileSync(join(copy, place), movedTo(place, from));
  await buildApp(copy);
  served = await serveFolder(join(copy, 'dist'), { port: 0 });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  rmSync(copy, { recursive: true, force: true });
});

it('an exercise is added by one file and one text record', async () => {
  const [before, after] = [contentsIn(root), contentsIn(copy)];
  const all = [...new Set([...before.keys(), ...after.keys()])];
  expect(all.filter((path) => before.get(path) !== after.get(path)).toSorted()).toEqual(Object.keys(added));

  const page = await watchedPage(browser);
  await page.goto(served.url);
  const card = page.locator('exercise-card').filter({ has: page.getByRole('heading', { name: texts.name }) });
  await card.getByText(texts.inOneLine).waitFor();
  await page.goto(`${served.url}#/train/${id}?source=figure&reps=1&hold=2&range=norm&pain=off`);
  const { events, rate } = await sessionEnd(page, 60_000);
  console.log(`demo of the ${id}: ${rate.toFixed(1)} poses a second from the detector`);
  expect(eventsOf(events, 'rep-completed')).toHaveLength(1);
  expect(eventsOf(events, 'cue-given')).toEqual([]);
  expect(events.at(-1)).toMatchObject({ type: 'session-ended', why: 'completed' });
  await page.locator('summary-screen').getByText(texts.name).waitFor();
});
