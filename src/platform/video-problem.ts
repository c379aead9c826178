import type { VideoProblemKind } from '../ports/problem-kind.ts';

/** Thrown when the video file could not be opened, or not read to its end. */
export class VideoProblem extends Error {
  override readonly name = 'VideoProblem';
  readonly kind: VideoProblemKind;
  constructor(kind: VideoProblemKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}

/** The problem for an error of reading: any other error means that the file is damaged. */
export const videoProblemOf = (error: unknown): VideoProblem => {
  if (error instanceof VideoProblem) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new VideoProblem('broken-video', message, error);
};
