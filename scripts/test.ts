import { spawn, type SpawnOptions } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { number, object, parse } from 'valibot';
import { findBrowser, noBrowser } from './find-browser.ts';

/**
 * `npm test`: unit tests, then browser tests with types, lint and spelling beside them, then end-to-end tests; stops at the
 * first failure and ends with one line of counts.
 */

interface Stage {
  readonly name: string;
  readonly command: readonly string[];
  /** The file that the test runner writes its counts to. */
  readonly report?: string;
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'limber-test-'));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

const testStage = (project: string): Stage => {
  const report = join(reports, `${project}.json`);
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    name: project,
    command: [process.execPath, vitest, 'run', '--project', project, ...reporters],
    report,
  };
};

const checks: readonly Stage[] = ['types', 'lint', 'spell'].map((script) => ({
  name: script,
  command: [npm, 'run', '--silent', script],
}));

/**
 * Each group runs when the one before it has passed; the stages of a group run side by side. The browser tests run one
 * after the other and leave a core half idle.
 */
const groups: readonly (readonly Stage[])[] = [
  [testStage('unit')],
  [testStage('browser'), ...checks],
  [testStage('e2e')],
];

const reportSchema = object({ numPassedTests: number(), numFailedTests: number(), numPendingTests: number() });

/** The counts of a test run; all 0 where it ended before it could write its report. */
const countsIn = (report: string): Counts => {
  try {
    const counted = parse(reportSchema, JSON.parse(readFileSync(report, 'utf8')));
    return { passed: counted.numPassedTests, failed: counted.numFailedTests, skipped: counted.numPendingTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
};

const inSeconds = (sinceMs: number): string => `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;

/** Runs a stage; returns its exit code. A check takes what time the tests leave, and its output is shown when it has ended. */
const run = async (stage: Stage): Promise<number> => {
  const isTest = stage.report !== undefined;
  if (isTest) console.log(`\n=== ${stage.name} ===`);
  const begun = performance.now();
  const [command = '', ...args] = stage.command;
  const shown = isTest ? 'inherit' : 'pipe';
  const options: SpawnOptions = { cwd: root, stdio: ['ignore', shown, shown] };
  const running = spawn(command, args, options);
  if (!isTest && running.pid !== undefined) setPriority(running.pid, constants.priority.PRIORITY_LOW);
  const output: Buffer[] = [];
  for (const stream of [running.stdout, running.stderr]) stream?.on('data', (part: Buffer) => output.push(part));
  const code = await new Promise<number>((resolve) => {
    running.on('error', () => resolve(1));
    running.on('close', (status) => resolve(status ?? 1));
  });
  if (!isTest) process.stdout.write(Buffer.concat([Buffer.from(`\n=== ${stage.name} ===\n`), ...output]));
  console.log(`=== ${stage.name}: ${code === 0 ? 'passed' : 'FAILED'} in ${inSeconds(begun)} ===`);
  return code;
};

const browser = findBrowser();
if (browser === undefined) {
  console.error(noBrowser);
  process.exit(1);
}
process.env['CHROME_BIN'] = browser;
console.log(`Browser: ${browser}`);

const begun = performance.now();
let total: Counts = { passed: 0, failed: 0, skipped: 0 };
let exitCode = 0;
for (const group of groups) {
  const codes = await Promise.all(group.map(run));
  exitCode = Math.max(...codes);
  for (const { report } of group) {
    if (report === undefined) continue;
    const { passed, failed, skipped } = countsIn(report);
    total = { passed: total.passed + passed, failed: total.failed + failed, skipped: total.skipped + skipped };
  }
  if (exitCode !== 0) break;
}
rmSync(reports, { recursive: true, force: true });

console.log(`\nAll stages: ${exitCode === 0 ? 'passed' : 'stopped at the first failure'}, ${inSeconds(begun)}`);
if (total.skipped > 0) console.log(`${total.skipped} tests were skipped by name; the reasons stand above.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(exitCode);
