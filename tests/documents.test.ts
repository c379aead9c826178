import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/*
 * Documents name files, headings and measured figures. Files move and figures are measured again; then the document
 * must follow.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const isSkipped = (name: string): boolean =>
  ['node_modules', 'dist', 'test-results'].includes(name) || name.startsWith('.');

const markdownIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (isSkipped(entry.name)) return [];
    if (entry.isDirectory()) return markdownIn(path);
    return path.endsWith('.md') ? [path] : [];
  });

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The anchors that GitHub gives the headings of a document. */
const anchorsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  );

const withoutCode = (text: string): string => text.replaceAll(/^```[\s\S]*?^```/gm, '').replaceAll(/`[^`\n]*`/g, '');

/** The links of a document whose file or heading does not exist. */
const brokenLinks = (file: string, text: string): readonly string[] =>
  [...withoutCode(text).matchAll(/\]\((?!https?:|#\/)([^)\s]*)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? file : join(dirname(file), path);
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchorsIn(textOf(target)).includes(anchor);
    });

/** The names of all TypeScript files. */
const sourceNames = new Set(
  ['src', 'tests', 'scripts']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
    .map((path) => basename(path)),
);

/**
 * The files that a document names as code and that do not exist: paths from the root, and names of TypeScript files
 * that no folder has. Patterns such as `src/exercises/<id>.ts` are left out.
 */
const missingPaths = (text: string): readonly string[] => {
  const codes = [...text.matchAll(/`([^`\s<>*]+)`/g)].map(([, code = '']) => code);
  const isPath = (code: string): boolean => /^(?:src|tests|scripts|docs|models|public)\//.test(code);
  const isName = (code: string): boolean => /^[a-z][a-z0-9.-]*\.ts$/.test(code);
  return codes.filter((code) =>
    isPath(code) ? !existsSync(join(root, code)) : isName(code) && !sourceNames.has(code),
  );
};

const documents = markdownIn('.');

describe('every document', () => {
  it('is found', () => {
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'src/exercises/README.md']));
  });

  it.each(documents)('%s links to files and headings that exist', (file) => {
    expect(brokenLinks(file, textOf(file))).toEqual([]);
  });

  it.each(documents)('%s names paths that exist', (file) => {
    expect(missingPaths(textOf(file))).toEqual([]);
  });
});

describe('the rule refuses', () => {
  it.each([
    '[a page](docs/no-such-page.md)',
    '[a heading](docs/using.md#no-such-heading)',
    '[a heading here](#no-such-heading)',
  ])('%s', (text) => {
    expect(brokenLinks('README.md', text)).toHaveLength(1);
  });

  it('a path that moved', () => {
    const text = 'See `src/engine/no-such-room/coach.ts`, `no-such-clock.ts`, `src/main.ts` and `hold-clock.ts`.';
    expect(missingPaths(text)).toEqual(['src/engine/no-such-room/coach.ts', 'no-such-clock.ts']);
  });
});

it('the page on embedding names every event and part of one by which a repetition is judged', () => {
  const page = textOf('docs/embedding.md');
  for (const name of ['armed', 'begun-by-time', 'rep-completed', 'rep-attempted', 'goals-eased', 'floor', 'full'])
    expect(page).toContain(`\`${name}\``);
});

/** The cells of the first row of a Markdown table that begins with a name, after that name. */
const rowOf = (text: string, name: string): readonly string[] => {
  const line = text.split('\n').find((one) => one.startsWith(`| ${name} `)) ?? '';
  return line
    .split('|')
    .slice(2, -1)
    .map((cell) => cell.trim());
};

describe.each([
  ['Thunder', 'docs/accuracy.md', 1],
  ['Lightning', 'docs/accuracy-lightning.md', 2],
] as const)('the README quotes the page of %s', (_, page, column) => {
  const readme = textOf('README.md');
  const quoted = (name: string): string => rowOf(readme, name)[column] ?? '';
  const measured = (name: string, text = textOf(page)): readonly string[] => rowOf(text, name).slice(1);
  const ofAll = (name: string, text?: string): string => {
    const [share = '', from = ''] = measured(name, text);
    const n = Number(/n (\d+)/.exec(from)?.[1]);
    return `${Math.round((n * Number.parseFloat(share)) / 100)} of ${n}`;
  };
  const [figures = '', bodies = ''] = textOf(page).split(/^## Rigged bodies$/m);

  it('on sets, faults and rigged bodies', () => {
    expect(quoted('Sets counted exactly')).toContain(ofAll('Sets counted exactly', figures));
    expect(quoted('Faults noticed')).toContain(ofAll('Recall of faults', figures));
    expect(quoted('Rigged bodies, sets exact; p95')).toContain(ofAll('Sets counted exactly', bodies));
  });

  it('on the held time', () => {
    const [median = ''] = measured('Error of the held seconds, median');
    const [p95 = ''] = measured('Error of the held seconds, 95th percentile');
    const [ofBodies = ''] = measured('Error of the held seconds, 95th percentile', bodies);
    expect(quoted('Held time, error: median, p95')).toContain(`${median}, ${p95}`);
    expect(quoted('Rigged bodies, sets exact; p95')).toContain(ofBodies);
  });
});
