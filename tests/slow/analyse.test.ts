import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from '../../scripts/films/launch.ts';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import { planForFilm } from '../../src/session/planning/plan-for.ts';
import type { SessionExport } from '../../src/session/record/export.ts';
import { readMovement } from '../../src/session/record/movement.ts';
import { Replay } from '../../src/session/workout/replay.ts';
import { en } from '../../src/texts/en/en.ts';
import { lab } from '../../src/texts/en/lab.ts';
import type { LabLog } from '../../src/ui/lab/lab-log.ts';
import { exerciseCalled } from '../session/played.ts';

/* The command that analyses films, and a replay of what it records. */

const folder = mkdtempSync(join(tmpdir(), 'limber-films-'));
const caseFilm = (name: string): string => fileURLToPath(new URL(`../fixtures/films/${name}`, import.meta.url));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Runs the command; returns its exit status and its output. */
const analyse = (...args: readonly string[]) =>
  new Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>((done) => {
    const script = fileURLToPath(new URL('../../scripts/analyse.ts', import.meta.url));
    const running = spawn(process.execPath, ['--import', 'tsx', script, ...args]);
    const said = { out: '', err: '' };
    running.stdout.on('data', (part: Buffer) => (said.out += part.toString()));
    running.stderr.on('data', (part: Buffer) => (said.err += part.toString()));
    running.on('close', (code) => done({ code, ...said }));
  });

/** The events that the Lab shows for a recording. */
const eventsInLab = async (recording: string): Promise<readonly CoachingEvent[]> => {
  const page = await browser.newPage();
  await page.goto(`${inject('appUrl')}#/lab`);
  await page.getByLabel(lab.recordings.file).setInputFiles(recording);
  await page.getByLabel(lab.judgedBy.exercise).selectOption('cheer');
  await page.locator('lab-transport').waitFor({ timeout: 60_000 });
  const events = await page.locator('lab-log').evaluate((log: LabLog) => log.events.map(({ event }) => event));
  await page.close();
  return events;
};

it('of a film whose beginning its edit list hides, only what it presents is judged, also in a replay', async () => {
  const [kept, json] = [join(folder, 'trimmed.json'), join(folder, 'trimmed-events.json')];
  const film = caseFilm('trimmed-start.mp4');
  const { code, out } = await analyse(film, '--exercise', 'cheer', '--recording', kept, '--json', json);
  expect(code).toBe(0);
  expect(out).toMatch(/Film +15\.9 s, 160 frames/);
  expect(out).toMatch(/Repetitions +1\b/);
  // The same events to the millisecond: by the command, in Node, and in the app.
  const [{ events } = { events: undefined }] = JSON.parse(readFileSync(json, 'utf8')) as SessionExport[];
  const read = readMovement(readFileSync(kept, 'utf8'));
  if (!('movement' in read)) throw new Error(read.reason);
  const replay = await Replay.open(planForFilm(exerciseCalled('cheer')), read.movement);
  expect(JSON.parse(JSON.stringify(replay.events.map(({ event }) => event)))).toEqual(events);
  expect(await eventsInLab(kept)).toEqual(events);
});

const { whatToDo: lead, steps } = en.problems['broken-video'];
const whatToDo = [lead, ...steps].join(' ');

it('films are analysed from the command line, each read to its end, until a damaged one is named in one line', async () => {
  const damaged = join(folder, 'damaged.mp4');
  writeFileSync(damaged, readFileSync(caseFilm('trimmed-start.mp4')).subarray(0, 400));
  // Its subtitles end a minute after its pictures.
  const subtitled = caseFilm('subtitles-longer.mkv');
  const { code, out, err } = await analyse(subtitled, damaged, '--exercise', 'cheer');
  expect(code).toBe(2);
  expect(out).toMatch(/Film +2\.9 s, 36 frames/);
  expect(err.match(/100 % watched/g)).toHaveLength(1);
  expect(err.trimEnd().split('\n').at(-1)).toBe(`${damaged}: ${en.problems['broken-video'].title}. ${whatToDo}`);
});
