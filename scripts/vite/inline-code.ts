import { createHash } from 'node:crypto';

/** Code that stands in the page, without comments and indentation, and with the line ends that a browser hashes. */
export const shortened = (code: string): string =>
  code
    .replaceAll('\r\n', '\n')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim();

/** The source by which a content-security policy allows code that stands in the page. */
export const sourceOf = (code: string): string => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
