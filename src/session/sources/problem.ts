import type { CameraProblemKind, ProblemKind, VideoProblemKind } from '../../ports/problem-kind.ts';

const kinds: Readonly<Record<ProblemKind, true>> = {
  insecure: true,
  denied: true,
  dismissed: true,
  absent: true,
  'in-use': true,
  'not-opening': true,
  unplugged: true,
  stalled: true,
  'old-browser': true,
  'not-a-video': true,
  'no-picture': true,
  undecodable: true,
  'broken-video': true,
  detector: true,
  'no-figure': true,
  'bad-frames': true,
  code: true,
  unknown: true,
};

const isKind = (kind: unknown): kind is ProblemKind => typeof kind === 'string' && Object.hasOwn(kinds, kind);

/** The kind of an error that a source threw; `unknown` if it has none, or one without a text. */
export const problemKindOf = (thrown: unknown): ProblemKind =>
  thrown instanceof Error && 'kind' in thrown && isKind(thrown.kind) ? thrown.kind : 'unknown';

const ofVideo: ReadonlySet<ProblemKind> = new Set<VideoProblemKind>([
  'old-browser',
  'not-a-video',
  'no-picture',
  'undecodable',
  'broken-video',
]);

const ofDevice: ReadonlySet<ProblemKind> = new Set<CameraProblemKind>([
  'absent',
  'in-use',
  'not-opening',
  'unplugged',
  'stalled',
]);

/** Whether a problem is in the camera itself, so that it may pass when a camera is plugged in. */
export const isOfDevice = (kind: ProblemKind): boolean => ofDevice.has(kind);

/** Whether a problem is in the video file, so that only another file helps. */
export const isOfVideo = (kind: ProblemKind): boolean => ofVideo.has(kind);
