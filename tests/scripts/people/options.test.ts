import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { Complaint } from '../../../scripts/analyse/complaint.ts';
import { optionsIn } from '../../../scripts/people/options.ts';

it('takes every option', () => {
  expect(optionsIn('--only kimore/es1 --feed m --half odd --json out.json'.split(' '))).toEqual({
    only: 'kimore/es1',
    feed: 'm',
    half: 'odd',
    json: 'out.json',
    isWriting: false,
  });
  expect(optionsIn(['--write'])).toMatchObject({ half: 'all', feed: undefined, isWriting: true });
  expect(optionsIn(['--help'])).toBeUndefined();
});

it.each([
  ['--feed noisy', '--feed takes plain or m, not "noisy"'],
  ['--half both', '--half takes odd or even or all'],
  ['--write --half odd', '--write takes everything'],
  ['--all', "Unknown option '--all'"],
])('refuses "%s" in one line', (line, why) => {
  const read = () => optionsIn(line.split(' '));
  expect(read).toThrow(Complaint);
  expect(read).toThrow(why);
  expect(read).not.toThrow('\n');
});

const script = fileURLToPath(new URL('../../../scripts/bench-people.ts', import.meta.url));
const run = (folder: string, ...args: readonly string[]) => {
  const env = { ...process.env, LIMBER_PEOPLE: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], { env });
  return { status, out: stdout.toString(), err: stderr.toString() };
};

it('reports in one line that no folder is named, and ends with 1', () => {
  const { status, out, err } = run('/no/such/folder');
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err).toMatch(/^LIMBER_PEOPLE names no folder: set it to .+\n$/);
});

it('ends with 2 on an invalid option', () => {
  expect(run('/no/such/folder', '--feed', 'noisy')).toMatchObject({ status: 2, out: '' });
});
