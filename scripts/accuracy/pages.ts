import { execFileSync } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const git = (...words: readonly string[]): string => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim();

/** The commit that a page is made at, as Markdown. */
export const commit = (): string => {
  try {
    // The pages that it writes are not among its sources.
    const isChanged = git('status', '--porcelain', '--', 'src', 'scripts', 'package-lock.json') !== '';
    return `\`${git('rev-parse', '--short', 'HEAD')}\`${isChanged ? ' with uncommitted changes' : ''}`;
  } catch {
    return 'an unknown commit';
  }
};

/** The text of a file in the house style; only Markdown is formatted. */
export const inHouseStyle = async (file: string, text: string): Promise<string> => {
  const parser = extname(file) === '.md' ? ('markdown' as const) : undefined;
  return parser ? format(text, { ...(await resolveConfig(file)), parser }) : text;
};

/** The part of a page between `<!-- name -->` and `<!-- /name -->`; `undefined` where it has no such part. */
export const partIn = (page: string, name: string): string | undefined => {
  const [before, after] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [page.indexOf(before), page.indexOf(after)];
  return from >= 0 && to > from ? page.slice(from + before.length, to).trim() : undefined;
};

/** A page with the part between `<!-- name -->` and `<!-- /name -->` replaced; `undefined` where it has no such part. */
export const withPart = (page: string, name: string, part: string): string | undefined => {
  const [before, after] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [page.indexOf(before), page.indexOf(after)];
  return from >= 0 && to > from ? `${page.slice(0, from + before.length)}\n\n${part}\n\n${page.slice(to)}` : undefined;
};
