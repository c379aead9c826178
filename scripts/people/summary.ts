import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { partIn, root } from '../accuracy/pages.ts';

/** The page about people, on which `npm run bench:people -- --write` writes its tables. */
export const peoplePage = join(root, 'docs/people.md');

/**
 * The first section of the tables about people, without its heading: what is asked and what was measured, held-out people
 * first. Empty where nothing was measured.
 */
export const summaryIn = (page: string): string => {
  const [made = '', first = ''] = (partIn(page, 'people') ?? '').split(/^#{3} .*$/m);
  return [made, first.split(/^#{2,} /m)[0] ?? '']
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
};

/** The same of the page as it is. */
export const summaryOfPeople = (): string =>
  existsSync(peoplePage) ? summaryIn(readFileSync(peoplePage, 'utf8')) : '';
