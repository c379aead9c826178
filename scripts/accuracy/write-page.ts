import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import type { DetectorModel } from '../../src/ports/detector-model.ts';
import { linesTable } from './lines-table.ts';
import { inHouseStyle, root, withPart } from './pages.ts';
import { pageOf, type Findings } from './report.ts';

/** The machine in words. */
export const machine = (): string => {
  const [first] = cpus();
  return `${cpus().length} cores (${first?.model.trim() ?? 'unknown'}), Node ${process.version}, no graphics card`;
};

/** The path of a model's page below `docs/`, without its extension; the README quotes the first. */
export const pageFor: Readonly<Record<DetectorModel, string>> = {
  thunder: 'accuracy',
  lightning: 'accuracy-lightning',
};

/** Writes the page with its plots, and the held-out table of the better model into the README. */
export const writePage = async (findings: Findings): Promise<void> => {
  const { model } = findings;
  const readme = join(root, 'README.md');
  const heldOut = linesTable(findings.halves['held-out'].lines);
  const quoted = model === 'thunder' ? withPart(readFileSync(readme, 'utf8'), 'accuracy', heldOut) : undefined;
  const pages = [...pageOf(findings, pageFor[model])].map(([name, page]) => [join(root, 'docs', name), page] as const);
  for (const [file, page] of quoted === undefined ? pages : [...pages, [readme, quoted] as const]) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await inHouseStyle(file, page));
  }
};
