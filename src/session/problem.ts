import type { ProblemKind, VideoProblemKind } from './ports.ts';

/** The kind of what a source threw; whatever names no kind is unknown. */
export const problemKindOf = (thrown: unknown): ProblemKind =>
  thrown instanceof Error && 'kind' in thrown && typeof thrown.kind === 'string'
    ? (thrown.kind as ProblemKind)
    : 'unknown';

const ofVideo: ReadonlySet<ProblemKind> = new Set<VideoProblemKind>([
  'old-browser',
  'not-a-video',
  'no-picture',
  'undecodable',
  'broken-video',
]);

/** Whether a problem lies in the video file, so that only another one helps. */
export const isOfVideo = (kind: ProblemKind): boolean => ofVideo.has(kind);
