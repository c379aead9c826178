import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { faults } from '../../faults/catalogue.ts';
import { isProvenElsewhere, kinds } from '../../faults/fault.ts';
import { readMeasured } from '../../faults/measured.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const page = readFileSync(join(root, 'docs/reliability.md'), 'utf8');

/** The projects of `npm test`; films and slow tests have their own. */
const isInNpmTest = (file: string): boolean => !/^tests\/(?:films|faults|slow)\//.test(file);

describe('the catalogue of faults', () => {
  it('has at least sixty, each with an id of its own, and at most five of a kind', () => {
    expect(faults.length).toBeGreaterThanOrEqual(60);
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
    const numbers = Object.keys(kinds).map((kind) => faults.filter((fault) => fault.kind === kind).length);
    expect(Math.min(...numbers)).toBeGreaterThan(0);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(5);
  });

  it('names tests that exist', () => {
    const missing = faults.filter(({ proof }) => {
      if (!isProvenElsewhere(proof)) return false;
      const path = join(root, proof.file);
      const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
      return !["'", '"', '`'].some((quote) => source.includes(`${quote}${proof.test}`));
    });
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it('has a fault of each kind that `npm test` forces', () => {
    const forced = new Set<string>(
      faults.flatMap(({ kind, proof }) => (isProvenElsewhere(proof) && isInNpmTest(proof.file) ? [kind] : [])),
    );
    expect(Object.keys(kinds).filter((kind) => !forced.has(kind))).toEqual([]);
  });
});

describe('the page on reliability', () => {
  const rows = new Map([...page.matchAll(/^\| `([\w-]+)` +\|(.*)$/gm)].map(([, id = '', row = '']) => [id, row]));

  it('has a row for each fault, in the order of the catalogue', () => {
    expect([...rows.keys()]).toEqual(faults.map(({ id }) => id));
  });

  it('quotes what the user sees', () => {
    const unquoted = faults.filter(
      ({ id, sees }) => sees !== undefined && rows.get(id)?.includes(`"${sees}"`) !== true,
    );
    expect(unquoted.map(({ id }) => id)).toEqual([]);
  });

  it('has a measurement of each fault that `npm run test:faults` forces, and of no other', () => {
    const ids = faults.filter(({ proof }) => !isProvenElsewhere(proof)).map(({ id }) => id);
    expect(Object.keys(readMeasured()).toSorted()).toEqual(ids.toSorted());
    expect(page).not.toContain('not measured yet');
  });
});
