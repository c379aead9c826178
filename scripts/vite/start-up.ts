import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { startUp } from '../../src/texts/en/start-up.ts';

const source = readFileSync(new URL('../../src/start-up.js', import.meta.url), 'utf8');

/** Without comments and indentation, and with the line ends that a browser hashes. */
const shortened = (code: string): string =>
  code
    .replaceAll('\r\n', '\n')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim();

/** Words as a literal that cannot end the script that it stands in. */
const literal = JSON.stringify(startUp).replaceAll('<', String.raw`\u003c`);

/** The code of the start-up check with its words, as it stands in the page. */
export const startUpCode = `${shortened(source).replace(/;$/, '')}(${literal});`;

/** The source by which a content-security policy allows the start-up check. */
export const startUpSource = `'sha256-${createHash('sha256').update(startUpCode).digest('base64')}'`;
