import type { Earcon } from '../../ports/earcon.ts';
import type { Settings } from '../settings.ts';

/**
 * The kinds of utterances, most urgent first: `safety`; `cannot-see`, which includes what is out of sight; `guidance`,
 * what comes next and what is asked; `correction`; `prompt`, what to do in this part of the movement; `count`;
 * `confirmation`, of what the user changed in the count; `hint`, during set-up; `praise`.
 */
export const utteranceKinds = [
  'safety',
  'cannot-see',
  'guidance',
  'correction',
  'prompt',
  'count',
  'confirmation',
  'hint',
  'praise',
] as const;

/** The kind of an utterance. */
export type UtteranceKind = (typeof utteranceKinds)[number];

/** An utterance, at most seven words. */
export interface Utterance {
  readonly is: 'words';
  readonly kind: UtteranceKind;
  readonly words: string;
}

/** An utterance to be spoken in its turn, or an earcon to be played now. */
export type VoiceOutput = Utterance | { readonly is: 'sound'; readonly earcon: Earcon };

/** The last utterance, for reading; `isSpoken`: it is also spoken. */
export interface Caption {
  readonly kind: UtteranceKind;
  readonly words: string;
  readonly isSpoken: boolean;
}

/** The kinds that the view of a running exercise shows elsewhere, so that the caption line can leave them out. */
export const kindsInView: ReadonlySet<UtteranceKind> = new Set<UtteranceKind>([
  'safety',
  'correction',
  'prompt',
  'confirmation',
  'hint',
]);

const said: Readonly<Record<Settings['chattiness'], ReadonlySet<UtteranceKind>>> = {
  all: new Set(utteranceKinds),
  cues: new Set<UtteranceKind>(['safety', 'cannot-see', 'guidance', 'correction', 'prompt', 'hint']),
  counts: new Set<UtteranceKind>(['safety', 'cannot-see', 'guidance', 'count', 'confirmation']),
  none: new Set<UtteranceKind>(['safety']),
};

/** Whether utterances of this kind are spoken at all; safety always is. */
export const isSaid = (kind: UtteranceKind, chattiness: Settings['chattiness']): boolean => said[chattiness].has(kind);

/** The rank of a kind; the smaller, the more urgent. */
export const rankOf = (kind: UtteranceKind): number => utteranceKinds.indexOf(kind);

/** Makes an utterance. */
export const saying = (kind: UtteranceKind, words: string): Utterance => ({ is: 'words', kind, words });

/** Makes the output of an earcon. */
export const sounding = (earcon: Earcon): VoiceOutput => ({ is: 'sound', earcon });
