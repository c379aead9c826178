import type { Earcon } from '../ports.ts';
import type { Settings } from '../settings.ts';

/**
 * What can be said, most urgent first: `safety`; `cannot-see`, that and what is out of sight; `guidance`, what comes next and
 * what is asked; `correction`; `prompt`, what to do in this part of the movement; `count`; `hint`, while setting up; `praise`.
 */
export const announcementKinds = [
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
export type AnnouncementKind = (typeof announcementKinds)[number];

/** Something to be said, at most seven words. */
export interface Remark {
  readonly is: 'words';
  readonly kind: AnnouncementKind;
  readonly words: string;
}

/** Something to be said when its turn comes, or a sound for now. */
export type Announcement = Remark | { readonly is: 'sound'; readonly earcon: Earcon };

/** What was said last, to be read; `isSpoken`: it is heard as well. */
export interface Caption {
  readonly kind: AnnouncementKind;
  readonly words: string;
  readonly isSpoken: boolean;
}

/** What the view of a running exercise shows in places of its own, and a line of captions need not. */
export const kindsInView: ReadonlySet<AnnouncementKind> = new Set<AnnouncementKind>([
  'safety',
  'correction',
  'prompt',
  'hint',
]);

const said: Readonly<Record<Settings['chattiness'], ReadonlySet<AnnouncementKind>>> = {
  all: new Set(announcementKinds),
  cues: new Set<AnnouncementKind>(['safety', 'cannot-see', 'guidance', 'correction', 'prompt', 'hint']),
  counts: new Set<AnnouncementKind>(['safety', 'cannot-see', 'guidance', 'count']),
  none: new Set<AnnouncementKind>(['safety']),
};

/** Whether something of this kind is said at all; safety always is. */
export const isSaid = (kind: AnnouncementKind, chattiness: Settings['chattiness']): boolean =>
  said[chattiness].has(kind);

/** How urgent a kind is: the smaller, the sooner it is said. */
export const rankOf = (kind: AnnouncementKind): number => announcementKinds.indexOf(kind);

/** Something to be said. */
export const saying = (kind: AnnouncementKind, words: string): Remark => ({ is: 'words', kind, words });

/** A sound for now. */
export const sounding = (earcon: Earcon): Announcement => ({ is: 'sound', earcon });
