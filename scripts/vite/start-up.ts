import { readFileSync } from 'node:fs';
import { startUp } from '../../src/texts/en/start-up.ts';
import { shortened, sourceOf } from './inline-code.ts';

const source = readFileSync(new URL('../../src/start-up.js', import.meta.url), 'utf8');

/** Words as a literal that cannot end the script that it stands in. */
const literal = JSON.stringify(startUp).replaceAll('<', String.raw`\u003c`);

/** The code of the start-up check with its words, as it stands in the page. */
export const startUpCode = `${shortened(source).replace(/;$/, '')}(${literal});`;

/** The source by which a content-security policy allows the start-up check. */
export const startUpSource = sourceOf(startUpCode);
