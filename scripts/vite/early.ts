import { readFileSync } from 'node:fs';
import { shortened, sourceOf } from './inline-code.ts';

/** The code in the page's head that starts a session early. */
export const earlyCode = shortened(readFileSync(new URL('../../src/early.js', import.meta.url), 'utf8'));

/** The source by which a content-security policy allows it. */
export const earlySource = sourceOf(earlyCode);
