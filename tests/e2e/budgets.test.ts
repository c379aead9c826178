import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

/** The largest code of the first page, gzip, bytes. */
const firstPageLimit = 70_000;

/** The largest code of the detector's worker where it runs on WebAssembly, gzip, bytes; the wasm file comes on top. */
const workerLimit = 165_000;

const assets = join('dist', 'assets');
const read = (file: string): string => readFileSync(join(assets, file), 'utf8');
const codeFiles = readdirSync(assets).filter((file) => file.endsWith('.js'));

/** The files that code imports before it runs; not those that it fetches later. */
const importedBy = (code: string): readonly string[] =>
  [...code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g)].map(([, file = '']) => file);

/** A file and all that must arrive before it runs. */
const withImports = (file: string, found: Set<string> = new Set()): ReadonlySet<string> => {
  if (found.has(file)) return found;
  found.add(file);
  for (const imported of importedBy(read(file))) withImports(imported, found);
  return found;
};

const gzipped = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0);

const page = readFileSync(join('dist', 'index.html'), 'utf8');
/** The app’s code. What starts a session early is loaded for the address of a session only. */
const entries = [...page.matchAll(/<script type="module"[^>]* src="([^"]+)"/g)].map(([, link = '']) => basename(link));
const firstPage = new Set(entries.flatMap((entry) => [...withImports(entry)]));

describe('the code of the first page', () => {
  it('is found', () => {
    expect(importedBy('import{a as b}from"./a.js";import "./b.js";export*from"./c.js";import("./d.js")')).toEqual([
      'a.js',
      'b.js',
      'c.js',
    ]);
    expect(entries).toHaveLength(1);
    expect(firstPage.size).toBeGreaterThan(2);
    expect(gzipped(firstPage)).toBeGreaterThan(20_000);
  });

  it('is small', () => {
    expect(gzipped(firstPage)).toBeLessThanOrEqual(firstPageLimit);
  });

  it('contains all that the page asks for ahead', () => {
    const preloaded = [...page.matchAll(/rel="modulepreload"[^>]* href="([^"]+)"/g)].map(([, link = '']) =>
      basename(link),
    );
    expect([...firstPage]).toEqual(expect.arrayContaining(preloaded));
  });
});

describe('the code of the detector’s worker', () => {
  const worker = codeFiles.find((file) => file.startsWith('worker-')) ?? '';
  const model = codeFiles.find((file) => file.startsWith('movenet-')) ?? '';
  /** The worker, and the code of the model, which it loads beside the weights. */
  const ofItself = withImports(model, new Set(withImports(worker)));
  /** What arrives with the backend whose code contains a word. */
  const withBackend = (word: string): ReadonlySet<string> => {
    const backend = codeFiles.find((file) => !ofItself.has(file) && read(file).includes(word));
    if (backend === undefined) throw new Error(`No part of the worker contains ${word}.`);
    return withImports(backend, new Set(ofItself));
  };

  it('is small on WebAssembly', () => {
    const onWasm = withBackend('WasmBackendModule');
    expect(gzipped(onWasm)).toBeGreaterThan(gzipped(ofItself));
    expect(gzipped(onWasm)).toBeLessThanOrEqual(workerLimit);
  });

  it('has each backend in a part of its own', () => {
    const [onWasm, onWebgl] = [withBackend('WasmBackendModule'), withBackend('WEBGL_PACK_DEPTHWISECONV')];
    expect([...onWasm].filter((file) => read(file).includes('WEBGL_PACK_DEPTHWISECONV'))).toEqual([]);
    expect([...onWebgl].filter((file) => read(file).includes('WasmBackendModule'))).toEqual([]);
  });
});

describe('the copy for offline use', () => {
  it('contains every part of the code', () => {
    const list = readFileSync(join('dist', 'service-worker.js'), 'utf8').split('\n', 1)[0] ?? '';
    expect(codeFiles.filter((file) => !list.includes(`"assets/${file}"`))).toEqual([]);
  });
});
