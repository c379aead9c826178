import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import * as v from 'valibot';
import { sessionExportSchema } from '../../../src/session/record/export.ts';
import { keptFile } from './kept.ts';

const script = fileURLToPath(new URL('../../../scripts/analyse.ts', import.meta.url));

/** Runs the command; returns its exit status and its output. */
const run = (...args: readonly string[]) =>
  new Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>((done) => {
    const running = spawn(process.execPath, ['--import', 'tsx', script, ...args]);
    const said = { out: '', err: '' };
    running.stdout.on('data', (part: Buffer) => (said.out += part.toString()));
    running.stderr.on('data', (part: Buffer) => (said.err += part.toString()));
    running.on('close', (code) => done({ code, ...said }));
  });

it('prints a table of each recording, writes the sessions, and opens no browser', async () => {
  const json = join(mkdtempSync(join(tmpdir(), 'limber-analyse-')), 'out.json');
  const files = [keptFile('cheer-side-short'), keptFile('cheer-side-correct')];
  const { code, out, err } = await run(...files, '--exercise', 'cheer', '--json', json);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const file of files) expect(out.split('\n')).toContain(file);
  const sessions = v.parse(
    v.array(v.object({ ...sessionExportSchema.entries, file: v.string() })),
    JSON.parse(readFileSync(json, 'utf8')),
  );
  expect(sessions.map(({ file }) => file)).toEqual(files);
  const counted = sessions.map(({ events }) => events.filter(({ type }) => type === 'rep-completed').length);
  // The correct film shows a practice, which begins during the countdown, and two repetitions.
  expect(counted).toEqual([0, 3]);
}, 60_000);

it('reports in one line what to do about a missing file, and ends with 2', async () => {
  const { code, out, err } = await run('no-such-film.mp4', '--exercise', 'cheer');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toBe('There is no file no-such-film.mp4; check its path.\n');
}, 60_000);
