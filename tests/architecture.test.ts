import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What the files of a place may import: places of `src/` (each means the files under it) and packages. */
interface Rule {
  readonly place: string;
  readonly imports: readonly string[];
  readonly packages: readonly string[];
}

const tensorflow = ['@tensorflow/tfjs-core', '@tensorflow/tfjs-converter', '@tensorflow-models/pose-detection'];
const backends = ['@tensorflow/tfjs-backend-wasm', '@tensorflow/tfjs-backend-webgl'];

/** Who may import whom. The first place that a file lies in is its own; everybody may import from its own place. */
const rules: readonly Rule[] = [
  { place: 'main.ts', imports: [''], packages: ['lit'] },
  { place: 'engine/', imports: [], packages: ['valibot'] },
  { place: 'exercises/', imports: ['engine/'], packages: [] },
  { place: 'texts/', imports: ['engine/', 'exercises/'], packages: [] },
  { place: 'session/', imports: ['engine/', 'exercises/', 'texts/'], packages: ['valibot'] },
  { place: 'ui/elements/', imports: ['engine/', 'exercises/', 'texts/', 'ui/'], packages: ['lit'] },
  { place: 'ui/', imports: ['engine/', 'exercises/', 'texts/', 'session/'], packages: ['lit'] },
  { place: 'stage/', imports: ['engine/'], packages: ['three'] },
  {
    place: 'platform/detector/worker/movenet.ts',
    imports: ['engine/', 'platform/detector/'],
    packages: [...tensorflow, ...backends],
  },
  { place: 'platform/detector/worker/', imports: ['engine/', 'platform/detector/protocol.ts'], packages: [] },
  { place: 'platform/opaque-decoder.ts', imports: ['engine/', 'platform/'], packages: ['mediabunny'] },
  { place: 'platform/video-file.ts', imports: ['engine/', 'platform/'], packages: ['mediabunny'] },
  { place: 'platform/video-track.ts', imports: ['engine/', 'platform/'], packages: ['mediabunny'] },
  { place: 'platform/', imports: ['engine/'], packages: ['idb', 'valibot', 'virtual:movenet-weights'] },
];

const importPattern =
  /\bimport\s*(?:[\w*{][^'"`;]*?\bfrom\s*)?['"]([^'"]+)['"]|\bexport\s+(?:type\s+)?[*{][^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]/g;

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

const importsOf = (text: string): readonly string[] =>
  [...withoutComments(text).matchAll(importPattern)].map((found) => found[1] ?? found[2] ?? found[3] ?? '');

const isWithin = (file: string, place: string): boolean =>
  place === '' || (place.endsWith('/') ? file.startsWith(place) : file === place);

/** What a file, at a path below `src/`, imports that it may not. */
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

describe('who may import whom', () => {
  it('reads real files', () => {
    expect(files.length).toBeGreaterThan(20);
    const found = files.flatMap((file) => importsOf(readFileSync(new URL(file, sources), 'utf8')));
    expect(found.length).toBeGreaterThan(files.length / 2);
  });

  it.each(files)('%s', (file) => {
    expect(offences(file, readFileSync(new URL(file, sources), 'utf8'))).toEqual([]);
  });
});

describe('the rule refuses', () => {
  it.each([
    ['engine/coaching/bad.ts', `import { speak } from '../../platform/speaker.ts';`],
    ['engine/coaching/bad.ts', `import { html } from 'lit';`],
    ['exercises/bad.ts', `import { workout } from '../session/workout.ts';`],
    ['texts/en/bad.ts', `import type { Port } from '../../session/ports.ts';`],
    ['session/bad.ts', `import { openCamera } from '../platform/camera.ts';`],
    ['session/bad.ts', `import { html } from 'lit';`],
    ['ui/elements/bad.ts', `import type { Workout } from '../../session/workout.ts';`],
    ['ui/bad.ts', `const stage = await import('../stage/stage.ts');`],
    ['stage/bad.ts', `export { openCamera } from '../platform/camera.ts';`],
    ['platform/bad.ts', `import * as THREE from 'three';`],
    ['platform/bad.ts', `import { Input } from 'mediabunny';`],
    ['platform/detector/open-detector.ts', `import { tidy } from '@tensorflow/tfjs-core';`],
    ['platform/detector/worker/bad.ts', `import '@tensorflow/tfjs-backend-wasm';`],
    ['platform/detector/worker/bad.ts', `import type { io } from '@tensorflow/tfjs-core';`],
    ['platform/bad.ts', `import {\n  a,\n  b,\n} from "../session/ports.ts";`],
    ['helpers/bad.ts', ''],
  ])('%s with %j', (file, text) => {
    expect(offences(file, text)).toHaveLength(1);
  });

  it('but neither a comment nor a word in a text', () => {
    expect(offences('engine/good.ts', `/* import 'lit' */\n// import 'three';\nconst words = 'import it';`)).toEqual(
      [],
    );
  });

  it('and allows what is right', () => {
    expect(
      offences('ui/screens/good.ts', `import { html } from 'lit';\nimport type { A } from '../../session/a.ts';`),
    ).toEqual([]);
    expect(offences('platform/good.ts', `import { millis } from '../engine/units.ts';`)).toEqual([]);
  });
});
