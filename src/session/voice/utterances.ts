import type { Earcon } from '../ports.ts';
import type { Settings } from '../settings.ts';

/**
 * What can be said, most urgent first: `safety`; `cannot-see`, that and what is out of sight; `guidance`, what comes next and
 * what is asked; `correction`; `prompt`, what to do in this part of the movement; `count`; `hint`, while setting up; `praise`.
 */
export const utteranceKinds = [
  'safety',
  'cannot-see',
  'guidance',
  'correction',
  'prompt',
  'count',
  'hint',
  'praise',
] as const;

/** The kind of something said. */
export type UtteranceKind = (typeof utteranceKinds)[number];

/** Something to be said, at most seven words. */
export interface Utterance {
  readonly is: 'words';
  readonly kind: UtteranceKind;
  readonly words: string;
}

/** Something to be said when its turn comes, or a sound for now. */
export type VoiceOutput = Utterance | { readonly is: 'sound'; readonly earcon: Earcon };

/** What was said last, to be read; `isSpoken`: it is heard as well. */
export interface Caption {
  readonly kind: UtteranceKind;
  readonly words: string;
  readonly isSpoken: boolean;
}

/** What the view of a running exercise shows in places of its own, and a line of captions need not. */
export const kindsInView: ReadonlySet<UtteranceKind> = new Set<UtteranceKind>([
  'safety',
  'correction',
  'prompt',
  'hint',
]);

const said: Readonly<Record<Settings['chattiness'], ReadonlySet<UtteranceKind>>> = {
  all: new Set(utteranceKinds),
  cues: new Set<UtteranceKind>(['safety', 'cannot-see', 'guidance', 'correction', 'prompt', 'hint']),
  counts: new Set<UtteranceKind>(['safety', 'cannot-see', 'guidance', 'count']),
  none: new Set<UtteranceKind>(['safety']),
};

/** Whether something of this kind is said at all; safety always is. */
export const isSaid = (kind: UtteranceKind, chattiness: Settings['chattiness']): boolean => said[chattiness].has(kind);

/** How urgent a kind is: the smaller, the sooner it is said. */
export const rankOf = (kind: UtteranceKind): number => utteranceKinds.indexOf(kind);

/** Something to be said. */
export const saying = (kind: UtteranceKind, words: string): Utterance => ({ is: 'words', kind, words });

/** A sound for now. */
export const sounding = (earcon: Earcon): VoiceOutput => ({ is: 'sound', earcon });
