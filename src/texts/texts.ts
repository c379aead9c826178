import type { en } from './en/en.ts';

/** Every word that Limber says; English is the pattern, and a text missing in another language does not compile. */
export type Texts = typeof en;
