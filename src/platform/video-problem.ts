/** Why a video file cannot be watched; chooses the words in the UI. */
export type VideoProblemKind = 'old-browser' | 'not-a-video' | 'no-picture' | 'undecodable' | 'broken-video';

/** The video file could not be opened, or could not be read to its end. */
export class VideoProblem extends Error {
  override readonly name = 'VideoProblem';
  readonly kind: VideoProblemKind;
  constructor(kind: VideoProblemKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}

/** The problem behind what reading threw: whatever says nothing better means that the file is damaged. */
export const videoProblemOf = (error: unknown): VideoProblem => {
  if (error instanceof VideoProblem) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new VideoProblem('broken-video', message, error);
};
