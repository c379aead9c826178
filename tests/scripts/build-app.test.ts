import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { isBuilt } from '../../scripts/build-app.ts';

const sources = [
  '404.html',
  'PRIVACY.md',
  'index.html',
  'models/card.json',
  'package-lock.json',
  'public/icon.svg',
  'scripts/security-headers.ts',
  'scripts/vite/plugin.ts',
  'src/main.ts',
  'src/ui/deep/element.ts',
  'vite.config.ts',
];
const built = 'dist/index.html';
let folder: string;

/** Writes a file as if it had been changed at this second. */
const write = (file: string, at: number): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), '');
  utimesSync(join(folder, file), at, at);
};

/** A folder counts as changed when something was added to it or removed. */
const settle = (at: number): void => {
  for (const path of ['models', 'public', 'scripts/vite', 'src', 'src/ui', 'src/ui/deep'])
    utimesSync(join(folder, path), at, at);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'limber-built-'));
  for (const file of sources) write(file, 100);
  settle(100);
  write(built, 200);
});

describe('the built app', () => {
  it('is kept while none of its sources has changed', () => {
    expect(isBuilt(folder)).toBe(true);
  });

  it.each(sources)('is rebuilt when %s has changed', (file) => {
    write(file, 300);
    settle(100);
    expect(isBuilt(folder)).toBe(false);
  });

  it('is rebuilt when a source was removed, and where there is none', () => {
    rmSync(join(folder, 'src/ui/deep/element.ts'));
    expect(isBuilt(folder)).toBe(false);
    settle(100);
    expect(isBuilt(folder)).toBe(true);
    rmSync(join(folder, 'dist'), { recursive: true });
    expect(isBuilt(folder)).toBe(false);
  });
});
