import type { ProblemKind, VideoProblemKind } from '../ports.ts';

const kinds: Readonly<Record<ProblemKind, true>> = {
  insecure: true,
  denied: true,
  dismissed: true,
  absent: true,
  'in-use': true,
  unplugged: true,
  stalled: true,
  'old-browser': true,
  'not-a-video': true,
  'no-picture': true,
  undecodable: true,
  'broken-video': true,
  detector: true,
  unknown: true,
};

const isKind = (kind: unknown): kind is ProblemKind => typeof kind === 'string' && Object.hasOwn(kinds, kind);

/** The kind of what a source threw; unknown where it names none, or one that there are no words for. */
export const problemKindOf = (thrown: unknown): ProblemKind =>
  thrown instanceof Error && 'kind' in thrown && isKind(thrown.kind) ? thrown.kind : 'unknown';

const ofVideo: ReadonlySet<ProblemKind> = new Set<VideoProblemKind>([
  'old-browser',
  'not-a-video',
  'no-picture',
  'undecodable',
  'broken-video',
]);

/** Whether a problem lies in the video file, so that only another one helps. */
export const isOfVideo = (kind: ProblemKind): boolean => ofVideo.has(kind);
