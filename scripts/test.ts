import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { number, object, parse } from 'valibot';
import { findBrowser, noBrowser } from './find-browser.ts';

/** `npm test`: types, lint, spelling, then every test; stops at the first failure and ends with one line of counts. */

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

const stages: readonly Stage[] = [
  { name: 'types', command: [npm, 'run', '--silent', 'types'] },
  { name: 'lint', command: [npm, 'run', '--silent', 'lint'] },
  { name: 'spelling', command: [npm, 'run', '--silent', 'spell'] },
  testStage('unit'),
  testStage('browser'),
  testStage('e2e'),
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

/** Runs a stage and returns its exit code. */
const run = (stage: Stage): number => {
  console.log(`\n=== ${stage.name} ===`);
  const begun = performance.now();
  const [command = '', ...args] = stage.command;
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  console.log(`=== ${stage.name}: ${status === 0 ? 'passed' : 'FAILED'} in ${inSeconds(begun)} ===`);
  return status ?? 1;
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
for (const stage of stages) {
  exitCode = run(stage);
  if (stage.report !== undefined) {
    const { passed, failed, skipped } = countsIn(stage.report);
    total = { passed: total.passed + passed, failed: total.failed + failed, skipped: total.skipped + skipped };
  }
  if (exitCode !== 0) break;
}
rmSync(reports, { recursive: true, force: true });

console.log(`\nAll stages: ${exitCode === 0 ? 'passed' : 'stopped at the first failure'}, ${inSeconds(begun)}`);
if (total.skipped > 0) console.log(`${total.skipped} tests were skipped by name; the reasons stand above.`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(exitCode);
