import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/*
 * What is installed is known: exact versions, a reason and a licence in docs/dependencies.md for each package that the app
 * may contain, and no code of a package that runs at its installation.
 */

const root = new URL('../', import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, root), 'utf8');

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly license?: string;
}

interface Locked {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}

const manifest = JSON.parse(textOf('package.json')) as Manifest;
const runtime = Object.keys(manifest.dependencies ?? {});
const tools = Object.keys(manifest.devDependencies ?? {});
const { packages } = JSON.parse(textOf('package-lock.json')) as { readonly packages: Readonly<Record<string, Locked>> };

/** The licences under which the app may contain code. */
const accepted: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'Apache-2.0 AND MIT',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  // Its files stay as they are, and the README links to their source.
  'MPL-2.0',
]);

interface Row {
  readonly names: readonly string[];
  readonly reason: string;
  readonly licence: string;
}

/** The rows of the tables in a page: names without remarks in brackets and without versions, reason, licence. */
const rowsIn = (page: string): readonly Row[] =>
  page
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| --'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map((cells) => ({
      names: (cells[1] ?? '')
        .replaceAll(/\(.*?\)/g, '')
        .split(',')
        .map((name) => name.trim().replace(/ [\d.]+$/, '')),
      reason: cells[2] ?? '',
      licence: cells.at(-2) ?? '',
    }));

const rows = rowsIn(textOf('docs/dependencies.md'));

/** Why a package is not as the page describes it; `undefined` if it is. */
const complaintOn = (name: string, licence: string | undefined, among: readonly Row[]): string | undefined => {
  const row = among.find(({ names }) => names.includes(name));
  if (!row || row.reason.length < 3) return `${name} is not named with its reason`;
  if (licence === undefined || !row.licence.split(/[,;] /).includes(licence))
    return `${name} has the licence ${licence}`;
  return accepted.has(licence) ? undefined : `${name} has a licence that is not accepted: ${licence}`;
};

const licenceAt = (folder: string): string | undefined =>
  (JSON.parse(textOf(`${folder}/package.json`)) as Manifest).license;

/** The folders of everything that is installed for the app, directly or by a dependency. */
const installed = Object.entries(packages)
  .filter(
    ([folder, { dev, devOptional, optional }]) =>
      folder.startsWith('node_modules/') && !dev && !devOptional && !optional,
  )
  .map(([folder]) => folder);

const nameOf = (folder: string): string => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('dependencies', () => {
  it('have exact versions', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^(?:\d+\.\d+\.\d+|file:models\/.+)$/.test(version))).toEqual([]);
  });

  it('come with the lock from the registry or from this folder', () => {
    const others = Object.values(packages).flatMap(({ resolved }) => resolved ?? []);
    expect(others.filter((from) => !/^(?:https:\/\/registry\.npmjs\.org\/|models\/)/.test(from))).toEqual([]);
  });

  it('that are tools are named with their reasons', () => {
    const isNamed = (name: string): boolean =>
      rows.some(({ names, reason }) => names.includes(name) && reason.length > 2);
    expect(tools.filter((name) => !isNamed(name))).toEqual([]);
  });

  it('of the app are all installed', () => {
    expect(installed.length).toBeGreaterThan(50);
    expect(installed.map(nameOf)).toEqual(expect.arrayContaining(runtime));
  });

  it('of the app are named with their reasons and their licences', () => {
    const complaints = installed.map((folder) => complaintOn(nameOf(folder), licenceAt(folder), rows));
    expect(complaints.filter((complaint) => complaint !== undefined)).toEqual([]);
  });

  it('on the page are all still there', () => {
    const gone = rows.flatMap(({ names }) => names).filter((name) => !['package', 'packages'].includes(name));
    expect(gone.filter((name) => !existsSync(new URL(`node_modules/${name}`, root)))).toEqual([]);
  });

  it.each([
    ['left-pad', 'MIT', 'left-pad is not named with its reason'],
    ['lit', 'GPL-3.0', 'lit has the licence GPL-3.0'],
    ['lit', undefined, 'lit has the licence undefined'],
  ])('would be refused: %s under %s', (name, licence, why) => {
    expect(complaintOn(name, licence, rows)).toBe(why);
  });

  it('would be refused under a licence that is not accepted', () => {
    const row = { names: ['copied'], reason: 'a reason', licence: 'GPL-3.0' };
    expect(complaintOn('copied', 'GPL-3.0', [row])).toBe('copied has a licence that is not accepted: GPL-3.0');
  });
});

describe('install scripts', () => {
  it('are switched off', () => {
    expect(textOf('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  });

  it('are those that the page names', () => {
    const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
    const [, section = ''] = textOf('docs/dependencies.md').split('## Install scripts');
    expect(scripted.length).toBeGreaterThan(0);
    for (const [folder] of scripted) expect(section).toContain(nameOf(folder));
  });
});
