import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';

/** The names under which Chromium and related browsers are installed, the preferred first. */
const usualNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
] as const;

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isExecutable);

const firstOnPath = (names: readonly string[]): string | undefined => {
  for (const name of names) {
    const path = onPath(name);
    if (path !== undefined) return path;
  }
  return undefined;
};

/** The path of an installed browser: `CHROME_BIN`, otherwise a usual name on the PATH, otherwise Playwright's own. */
export const installedBrowser = (): string | undefined => {
  const wanted = process.env['CHROME_BIN'];
  if (wanted !== undefined && wanted !== '') return wanted;
  const playwrights = chromium.executablePath();
  return firstOnPath(usualNames) ?? (isExecutable(playwrights) ? playwrights : undefined);
};

const succeeds = (command: string, args: readonly string[]): boolean => {
  console.log(`> ${[command, ...args].join(' ')}`);
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
};

const installWithApt = (): boolean => {
  if (onPath('apt-get') === undefined || process.getuid?.() !== 0) return false;
  process.env['DEBIAN_FRONTEND'] = 'noninteractive';
  return succeeds('apt-get', ['update']) && succeeds('apt-get', ['install', '-y', 'chromium']);
};

const installWithPlaywright = (): boolean =>
  succeeds(process.platform === 'win32' ? 'npx.cmd' : 'npx', ['playwright', 'install', 'chromium']);

/** The path of a browser, which is installed where there is none; undefined where none can be installed. */
export const findBrowser = (): string | undefined => {
  const wanted = process.env['CHROME_BIN'];
  if (wanted !== undefined && wanted !== '' && !isExecutable(wanted)) {
    console.error(`CHROME_BIN is ${wanted}, which cannot be run.`);
    return undefined;
  }
  const here = installedBrowser();
  if (here !== undefined) return here;
  console.log('No Chromium found here; installing one.');
  if (installWithApt()) {
    const installed = installedBrowser();
    if (installed !== undefined) return installed;
  }
  return installWithPlaywright() ? installedBrowser() : undefined;
};

/** What to do where no browser can be found or installed. */
export const noBrowser =
  'No Chromium to test with: install chromium or google-chrome, or set CHROME_BIN to the path of one.';

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const browser = findBrowser();
  if (browser === undefined) console.error(noBrowser);
  else console.log(`Browser: ${browser}`);
  process.exitCode = browser === undefined ? 1 : 0;
}
