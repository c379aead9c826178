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

const readme = textOf('README.md');

describe('the README quotes the page about people', () => {
  const page = textOf('docs/people.md');
  const heldOut = (name: string): string => rowOf(page, name)[2] ?? '?';
  const ofAll = (name: string): string => rowOf(page, name)[6] ?? '?';

  it.each([
    ['Sets counted exactly', 'sets exact, cheer, by the norm'],
    ['by the own range', 'sets exact, cheer, by the own range, practised'],
    ['False corrections a minute, tempo aside', 'false corrections a minute, less tempo'],
  ])('on %s, held-out people first', (row, measured) => {
    const [first = '', second = ''] = rowOf(readme, row);
    expect(first).toContain(heldOut(measured).split(' in ')[0]);
    expect(second).toContain(ofAll(measured).split(' in ')[0]);
  });

  it('on raised shoulders', () => {
    const [first = '', second = ''] = rowOf(readme, 'A raised shoulder in a tilt, told');
    const told = (side: string): string => `stills: ${side} shoulder raised in a tilt: told`;
    expect(first).toBe(`left ${heldOut(told('left'))}, right ${heldOut(told('right'))}`);
    expect(second).toContain(`left ${ofAll(told('left'))}, right ${ofAll(told('right'))}`);
    expect(second).toContain(ofAll('stills: shoulder told in the centre and whole tilts'));
  });
});

describe.each([
  ['Thunder', 'docs/accuracy.md'],
  ['Lightning', 'docs/accuracy-lightning.md'],
] as const)('the README quotes the page of %s', (model, page) => {
  it('on the sets and the held time of the figure', () => {
    // Rigged bodies stand before the figure.
    const ofFigure = textOf(page).split('\n## The figure').slice(1).join('');
    const measured = (name: string): readonly string[] => rowOf(ofFigure, name).slice(1);
    const [share = '', from = ''] = measured('Sets counted exactly');
    const n = Number(/n (\d+)/.exec(from)?.[1]);
    expect(readme).toContain(`${model} ${Math.round((n * Number.parseFloat(share)) / 100)} of ${n} sets`);
    const [p95 = ''] = measured('Error of the held seconds, 95th percentile');
    expect(readme).toContain(`${model} ${p95}`);
  });
});
