/**
 * Why the camera gives no picture, where the browser gives the reason; `not-opening`: the browser leaves the request for
 * it without a result.
 */
export type CameraProblemKind =
  'insecure' | 'denied' | 'dismissed' | 'absent' | 'in-use' | 'not-opening' | 'unplugged' | 'stalled';

/** Why a video file cannot be used. */
export type VideoProblemKind = 'old-browser' | 'not-a-video' | 'no-picture' | 'undecodable' | 'broken-video';

/**
 * Why a source could not be opened, or failed; selects the text. `code`: a part of the app itself could not be fetched;
 * `no-figure`: the figure cannot be drawn here; `bad-frames`: an embedding page passes frames that cannot be judged.
 */
export type ProblemKind =
  CameraProblemKind | VideoProblemKind | 'detector' | 'no-figure' | 'bad-frames' | 'code' | 'unknown';
