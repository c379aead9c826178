import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What the files of a place may import: places of `src/` (each includes the files under it) and packages. */
interface Rule {
  readonly place: string;
  readonly imports: readonly string[];
  readonly packages: readonly string[];
}

const tensorflow = ['@tensorflow/tfjs-core', '@tensorflow/tfjs-converter', '@tensorflow-models/pose-detection'];
const backends = ['@tensorflow/tfjs-backend-wasm', '@tensorflow/tfjs-backend-webgl'];

/** The allowed imports. The first matching place is a file's own; every file may import from its own place. */
const rules: readonly Rule[] = [
  { place: 'main.ts', imports: [''], packages: ['lit'] },
  { place: 'main.ahead.ts', imports: [''], packages: [] },
  { place: 'main.sources.ts', imports: [''], packages: [] },
  { place: 'main.records.ts', imports: [''], packages: [] },
  { place: 'async/', imports: [], packages: [] },
  { place: 'engine/', imports: [], packages: ['valibot'] },
  { place: 'exercises/', imports: ['engine/'], packages: [] },
  { place: 'texts/', imports: ['engine/', 'exercises/'], packages: [] },
  { place: 'ports/', imports: ['async/', 'engine/'], packages: [] },
  { place: 'session/', imports: ['async/', 'engine/', 'exercises/', 'texts/', 'ports/'], packages: ['valibot'] },
  { place: 'ui/elements/', imports: ['engine/', 'exercises/', 'texts/', 'ports/', 'ui/'], packages: ['lit'] },
  { place: 'ui/charts/charts-of.ts', imports: ['engine/', 'texts/', 'session/', 'ui/charts/'], packages: [] },
  { place: 'ui/charts/chart-events.ts', imports: ['engine/', 'texts/', 'session/', 'ui/charts/'], packages: [] },
  { place: 'ui/charts/course-charts.ts', imports: ['engine/', 'texts/', 'session/', 'ui/charts/'], packages: [] },
  { place: 'ui/charts/', imports: ['engine/', 'texts/', 'ui/'], packages: ['lit'] },
  { place: 'ui/', imports: ['async/', 'engine/', 'exercises/', 'texts/', 'ports/', 'session/'], packages: ['lit'] },
  { place: 'stage/', imports: ['engine/'], packages: ['three'] },
  {
    place: 'platform/detector/worker/movenet.ts',
    imports: [
      'engine/',
      'ports/backend.ts',
      'ports/detector-model.ts',
      'ports/frame.ts',
      'platform/detector/',
      'platform/load-code.ts',
    ],
    // The backend's type only.
    packages: [...tensorflow, '@tensorflow/tfjs-backend-webgl'],
  },
  {
    place: 'platform/detector/worker/backend-code.ts',
    imports: ['ports/backend.ts', 'platform/load-code.ts'],
    packages: backends,
  },
  {
    place: 'platform/detector/worker/',
    imports: [
      'engine/',
      'ports/detector-model.ts',
      'ports/frame.ts',
      'platform/detector/judged-size.ts',
      'platform/detector/protocol.ts',
      'platform/detector/square/',
      'platform/load-code.ts',
    ],
    packages: [],
  },
  { place: 'platform/opaque-decoder.ts', imports: ['engine/', 'platform/'], packages: ['mediabunny'] },
  { place: 'platform/video-file.ts', imports: ['engine/', 'ports/', 'platform/'], packages: ['mediabunny'] },
  { place: 'platform/video-track.ts', imports: ['async/', 'engine/', 'ports/', 'platform/'], packages: ['mediabunny'] },
  { place: 'platform/history/database.ts', imports: ['engine/', 'ports/', 'platform/'], packages: ['idb'] },
  { place: 'platform/', imports: ['async/', 'engine/', 'ports/'], packages: ['valibot', 'virtual:movenet-weights'] },
];

const importPattern =
  /\bimport\s*(?:[\w*{][^'"`;]*?\bfrom\s*)?['"]([^'"]+)['"]|\bexport\s+(?:type\s+)?[*{][^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]/g;

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

const importsOf = (text: string): readonly string[] =>
  [...withoutComments(text).matchAll(importPattern)].map((found) => found[1] ?? found[2] ?? found[3] ?? '');

const isWithin = (file: string, place: string): boolean =>
  place === '' || (place.endsWith('/') ? file.startsWith(place) : file === place);

/** The forbidden imports of a file, at a path below `src/`. */
const offences = (file: string, text: string): readonly string[] => {
  const rule = rules.find(({ place }) => isWithin(file, place));
  if (rule === undefined) return [`${file} lies in no place that the architecture knows`];
  return importsOf(text)
    .filter((specifier) => !allows(rule, file, specifier))
    .map((specifier) => `${file} imports ${specifier}`);
};

const allows = (rule: Rule, file: string, specifier: string): boolean => {
  if (!specifier.startsWith('.'))
    return rule.packages.some((name) => specifier === name || specifier.startsWith(`${name}/`));
  const target = normalize(join(dirname(file), specifier.replace(/\?.*$/, ''))).replaceAll('\\', '/');
  return [rule.place, ...rule.imports].some((place) => isWithin(target, place));
};

const sources = new URL('../src/', import.meta.url);
const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));

describe('imports between places', () => {
  it('reads real files', () => {
    expect(files.length).toBeGreaterThan(20);
    const found = files.flatMap((file) => importsOf(readFileSync(new URL(file, sources), 'utf8')));
    expect(found.length).toBeGreaterThan(files.length / 2);
  });

  it.each(files)('%s', (file) => {
    expect(offences(file, readFileSync(new URL(file, sources), 'utf8'))).toEqual([]);
  });
});

/** The types and constants that a file declares at its top level, exported or not. */
const declarationsIn = (text: string): readonly string[] =>
  [...withoutComments(text).matchAll(/^(?:export )?(?:type|interface|const) (\w+)/gm)].map((found) => found[1] ?? '');

/** Where names of the leaf are declared a second time. */
const secondDeclarations = (leaf: readonly string[], file: string, text: string): readonly string[] =>
  declarationsIn(text)
    .filter((name) => leaf.includes(name))
    .map((name) => `${file} declares ${name}`);

/** The first lines of a file's statements that are more than types, imports of types and lists of names. */
const codeIn = (text: string): readonly string[] =>
  withoutComments(text)
    // A list of names may take several lines.
    .replace(/^(export const \w+ = \[)[\s'\w,-]*\] as const;$/gm, '$1] as const;')
    .split('\n')
    .filter((line) => /^[^\s})\]]/.test(line))
    .filter((line) => !/^(import type|(export )?(type|interface)) /.test(line))
    .filter((line) => !/^export const \w+ = \[[^\]]*\] as const;$/.test(line));

describe('what platform and session share', () => {
  const read = (file: string): string => readFileSync(new URL(file, sources), 'utf8');
  const leaf = files.filter((file) => file.startsWith('ports/'));
  const names = leaf.flatMap((file) => declarationsIn(read(file)));
  const helpers = files.filter((file) => file.startsWith('async/')).flatMap((file) => declarationsIn(read(file)));

  it('stands in the leaf', () => {
    const known = ['Frame', 'CameraProblemKind', 'VideoProblemKind', 'DetectorModel', 'Earcon', 'Pace'];
    expect(names).toEqual(expect.arrayContaining([...known, 'FigureLook', 'Demonstrate', 'OpeningProgress']));
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(leaf)('%s holds types and lists of names only', (file) => {
    expect(codeIn(read(file))).toEqual([]);
  });

  it('finds the functions for what takes time in their own place', () => {
    expect(helpers).toEqual(expect.arrayContaining(['Listenable', 'isAborted', 'wait']));
  });

  it.each(files.filter((file) => /^(platform|session|stage|ui)\//.test(file)))(
    '%s declares none of it again',
    (file) => {
      expect(secondDeclarations([...names, ...helpers], file, read(file))).toEqual([]);
    },
  );

  it.each(['interface Frame {', 'export type Pace =', `export const earcons = ['rep'] as const;`])(
    'refuses a second %j',
    (text) => {
      expect(secondDeclarations(names, 'session/bad.ts', text)).toHaveLength(1);
    },
  );

  it.each([
    'export const open = (): void => {\n  start();\n};\n',
    'export const limit = 3;\n',
    `export { a } from './a.ts';\n`,
    `import { a } from '../engine/a.ts';\n`,
    'export function open() {\n}\n',
  ])('refuses code in the leaf such as %j', (text) => {
    expect(codeIn(text)).not.toEqual([]);
  });
});

/** Whether a file marks a number as a time by a cast of its own. */
const castsTime = (text: string): boolean => /\bas (SourceTime|SessionTime|FilmTime)\b/.test(withoutComments(text));

describe('source time and session time', () => {
  const read = (file: string): string => readFileSync(new URL(file, sources), 'utf8');

  it('are marked in one file', () => {
    expect(files.filter((file) => castsTime(read(file)))).toEqual(['engine/units.ts']);
  });

  it('are converted in one place', () => {
    expect(files.filter((file) => /\binSession\(/.test(withoutComments(read(file))))).toEqual([
      'session/workout/workout.ts',
    ]);
  });

  it('refuse a cast', () => {
    expect(castsTime('const at = pose.at as SessionTime;')).toBe(true);
  });
});

/** The rooms of a place, lowest row first: a file may import from the rows below its own room's, and from its own room. */
const rooms: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'engine/': [
    ['units'],
    ['pose'],
    ['kinematics'],
    ['figure'],
    ['exercise'],
    ['rules'],
    ['calibration', 'repetition'],
    ['feedback'],
    ['coach'],
    ['performer'],
  ],
  'session/': [
    ['async', 'settings'],
    ['ports'],
    ['planning', 'sources', 'voice'],
    ['record'],
    ['summary'],
    ['history'],
    ['workout', 'plan'],
    ['guide', 'report'],
  ],
};

/** For each file, below `src/`, the files that it imports; types count as well. */
type Imports = ReadonlyMap<string, readonly string[]>;

const resolved = (file: string, specifier: string): string =>
  normalize(join(dirname(file), specifier.replace(/\?.*$/, ''))).replaceAll('\\', '/');

/** The name right below a place: a folder, or a file at the root of the place without `.ts`. */
const roomIn = (place: string, file: string): string =>
  (file.slice(place.length).split('/')[0] ?? '').replace(/\.ts$/, '');

/** Imports against the order of the rooms, and files in rooms that are not in the order. */
const backwards = (place: string, imports: Imports): readonly string[] => {
  const order = rooms[place] ?? [];
  const rowOf = (file: string): number => order.findIndex((row) => row.includes(roomIn(place, file)));
  return [...imports]
    .filter(([file]) => file.startsWith(place))
    .flatMap(([file, targets]) => {
      if (rowOf(file) < 0) return [`${file} lies in no room that the architecture knows`];
      return targets
        .filter((target) => target.startsWith(place) && roomIn(place, target) !== roomIn(place, file))
        .filter((target) => rowOf(target) >= rowOf(file))
        .map((target) => `${file} imports ${target}`);
    });
};

/** The folder of a file below a place; a file at the root of a place is its own folder. */
const folderOf = (file: string): string => (file.split('/').length > 2 ? dirname(file) : file);

/** The same imports from folder to folder. */
const betweenFolders = (imports: Imports): Imports => {
  const folders = new Map<string, readonly string[]>();
  for (const [file, targets] of imports) {
    const folder = folderOf(file);
    const others = targets.map(folderOf).filter((other) => other !== folder);
    folders.set(folder, [...new Set([...(folders.get(folder) ?? []), ...others])]);
  }
  return folders;
};

/** The first import cycle, from a name back to itself; empty where there is none. */
const circleIn = (imports: Imports): readonly string[] => {
  const done = new Set<string>();
  const search = (name: string, path: readonly string[]): readonly string[] => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return [];
    for (const target of imports.get(name) ?? []) {
      const circle = search(target, [...path, name]);
      if (circle.length > 0) return circle;
    }
    done.add(name);
    return [];
  };
  for (const name of imports.keys()) {
    const circle = search(name, []);
    if (circle.length > 0) return circle;
  }
  return [];
};

describe('the rooms', () => {
  const imports: Imports = new Map(
    files.map((file) => [
      file,
      importsOf(readFileSync(new URL(file, sources), 'utf8'))
        // The address of a worker is no import of its code.
        .filter((specifier) => specifier.startsWith('.') && !specifier.endsWith('?worker&url'))
        .map((specifier) => resolved(file, specifier)),
    ]),
  );

  it.each(Object.keys(rooms))('of %s import only what lies below them', (place) => {
    expect(backwards(place, imports)).toEqual([]);
  });

  it.each(Object.entries(rooms))('of %s all exist', (place, order) => {
    const found = new Set(files.filter((file) => file.startsWith(place)).map((file) => roomIn(place, file)));
    expect(order.flat().filter((room) => !found.has(room))).toEqual([]);
  });

  it('have no cycle of files', () => {
    expect(circleIn(imports)).toEqual([]);
  });

  it('have no cycle of folders', () => {
    expect(circleIn(betweenFolders(imports))).toEqual([]);
  });
});

describe('the rooms refuse', () => {
  it.each([
    ['engine/', 'engine/pose/bad.ts', 'engine/kinematics/measures.ts'],
    ['engine/', 'engine/figure/bad.ts', 'engine/exercise/exercise.ts'],
    ['engine/', 'engine/calibration/bad.ts', 'engine/repetition/ready.ts'],
    ['engine/', 'engine/coach/bad.ts', 'engine/performer/performer.ts'],
    ['session/', 'session/async/bad.ts', 'session/ports.ts'],
    ['session/', 'session/record/bad.ts', 'session/summary/summary.ts'],
    ['session/', 'session/voice/bad.ts', 'session/sources/problem.ts'],
  ])('in %s %s importing %s', (place, file, target) => {
    expect(backwards(place, new Map([[file, [target]]]))).toEqual([`${file} imports ${target}`]);
  });

  it('a room that is not in the order', () => {
    expect(backwards('engine/', new Map([['engine/helpers/bad.ts', []]]))).toHaveLength(1);
  });

  it('a cycle of files', () => {
    const imports = new Map([
      ['ui/a.ts', ['ui/b.ts']],
      ['ui/b.ts', ['ui/c.ts']],
      ['ui/c.ts', ['ui/b.ts']],
    ]);
    expect(circleIn(imports)).toEqual(['ui/b.ts', 'ui/c.ts', 'ui/b.ts']);
  });

  it('a cycle of folders without a cycle of files', () => {
    const imports = new Map([
      ['ui/words/a.ts', ['ui/charts/b.ts']],
      ['ui/charts/c.ts', ['ui/words/d.ts']],
    ]);
    expect(circleIn(imports)).toEqual([]);
    expect(circleIn(betweenFolders(imports))).toEqual(['ui/words', 'ui/charts', 'ui/words']);
  });

  it('but no import from a lower room, or from the own room', () => {
    const imports = new Map([
      ['engine/rules/good.ts', ['engine/units.ts', 'engine/exercise/cues.ts', 'engine/rules/plan.ts']],
    ]);
    expect(backwards('engine/', imports)).toEqual([]);
  });
});

describe('the rule refuses', () => {
  it.each([
    ['engine/coach/bad.ts', `import { speak } from '../../platform/speaker.ts';`],
    ['engine/coach/bad.ts', `import { html } from 'lit';`],
    ['exercises/bad.ts', `import { workout } from '../session/workout/workout.ts';`],
    ['texts/en/bad.ts', `import type { Port } from '../../session/ports.ts';`],
    ['async/bad.ts', `import { millis } from '../engine/units.ts';`],
    ['ports/bad.ts', `import { openCamera } from '../platform/camera.ts';`],
    ['ports/bad.ts', `import type { Guide } from '../session/guide/guide.ts';`],
    ['ports/bad.ts', `import * as v from 'valibot';`],
    ['platform/detector/worker/bad.ts', `import type { Demonstrate } from '../../../ports/demonstration.ts';`],
    ['session/bad.ts', `import { openCamera } from '../platform/camera.ts';`],
    ['session/bad.ts', `import { html } from 'lit';`],
    ['ui/elements/bad.ts', `import type { Workout } from '../../session/workout/workout.ts';`],
    ['ui/charts/bad.ts', `import type { Workout } from '../../session/workout/workout.ts';`],
    ['ui/bad.ts', `const stage = await import('../stage/stage.ts');`],
    ['stage/bad.ts', `export { openCamera } from '../platform/camera.ts';`],
    ['platform/bad.ts', `import * as THREE from 'three';`],
    ['platform/bad.ts', `import { Input } from 'mediabunny';`],
    ['platform/bad.ts', `import { openDB } from 'idb';`],
    ['platform/detector/open-detector.ts', `import { tidy } from '@tensorflow/tfjs-core';`],
    ['platform/detector/worker/bad.ts', `import '@tensorflow/tfjs-backend-wasm';`],
    ['platform/detector/worker/bad.ts', `import type { io } from '@tensorflow/tfjs-core';`],
    ['platform/bad.ts', `import {\n  a,\n  b,\n} from "../session/ports.ts";`],
    ['helpers/bad.ts', ''],
  ])('%s with %j', (file, text) => {
    expect(offences(file, text)).toHaveLength(1);
  });

  it('but neither a comment nor a word in a string', () => {
    expect(offences('engine/good.ts', `/* import 'lit' */\n// import 'three';\nconst words = 'import it';`)).toEqual(
      [],
    );
  });

  it('but no allowed import', () => {
    expect(
      offences('ui/screens/good.ts', `import { html } from 'lit';\nimport type { A } from '../../session/a.ts';`),
    ).toEqual([]);
    expect(offences('platform/good.ts', `import { millis } from '../engine/units.ts';`)).toEqual([]);
    expect(offences('platform/good.ts', `import { wait } from '../async/wait.ts';`)).toEqual([]);
  });
});
