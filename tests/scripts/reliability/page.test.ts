import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { faults } from '../../faults/catalogue.ts';
import { isProvenElsewhere, kinds } from '../../faults/fault.ts';
import { readMeasured } from '../../faults/measured.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const page = readFileSync(join(root, 'docs/reliability.md'), 'utf8');

/** The projects of `npm test`; films have one of their own. */
const isInNpmTest = (file: string): boolean => !/^tests\/(?:films|faults)\//.test(file);

describe('the catalogue of faults', () => {
  it('has at least sixty, each with an id of its own, and at most five of a kind', () => {
    expect(faults.length).toBeGreaterThanOrEqual(60);
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
    for (const kind of Object.keys(kinds)) {
      const ofKind = faults.filter((fault) => fault.kind === kind);
      expect(ofKind.length, kind).toBeGreaterThan(0);
      expect(ofKind.length, kind).toBeLessThanOrEqual(5);
    }
  });

  it.each(faults.flatMap(({ id, proof }) => (isProvenElsewhere(proof) ? [[id, proof] as const] : [])))(
    'names a test that exists for %s',
    (_, { file, test }) => {
      expect(existsSync(join(root, file)), file).toBe(true);
      const source = readFileSync(join(root, file), 'utf8');
      expect(
        [`'${test}`, `"${test}`, `\`${test}`].some((title) => source.includes(title)),
        test,
      ).toBe(true);
    },
  );

  it('has a fault of each kind that `npm test` forces, or names the kinds that it leaves out', () => {
    const forced = new Set(
      faults.flatMap(({ kind, proof }) => (isProvenElsewhere(proof) && isInNpmTest(proof.file) ? [kind] : [])),
    );
    expect(Object.keys(kinds).filter((kind) => !forced.has(kind as keyof typeof kinds))).toEqual([]);
  });
});

describe('the page on reliability', () => {
  const rows = [...page.matchAll(/^\| `([\w-]+)` +\|(.*)$/gm)].map(([, id = '', row = '']) => ({ id, row }));

  it('has a row for each fault, in the order of the catalogue', () => {
    expect(rows.map(({ id }) => id)).toEqual(faults.map(({ id }) => id));
  });

  it('quotes what the user sees, and has a time to recover for each', () => {
    for (const { id, sees } of faults) {
      const row = rows.find((one) => one.id === id)?.row ?? '';
      if (sees !== undefined) expect(row, id).toContain(`"${sees}"`);
      expect(row, id).not.toContain('not measured');
    }
  });

  it('has the latest measurement of each fault that is forced by its own project', () => {
    const ids = faults.filter(({ proof }) => !isProvenElsewhere(proof)).map(({ id }) => id);
    expect(Object.keys(readMeasured()).toSorted()).toEqual(ids.toSorted());
  });
});
