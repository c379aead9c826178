/** Why there is no camera picture; chooses the words in the UI. */
export type CameraProblemKind =
  'insecure' | 'denied' | 'dismissed' | 'absent' | 'in-use' | 'unplugged' | 'stalled' | 'unknown';

/** The camera could not be opened, or went away. */
export class CameraProblem extends Error {
  override readonly name = 'CameraProblem';
  readonly kind: CameraProblemKind;
  constructor(kind: CameraProblemKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}

/** What browsers' errors from `getUserMedia` mean, by name; a refusal tells only by its words that it was a closed prompt. */
const kinds: Readonly<Record<string, CameraProblemKind>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'absent',
  OverconstrainedError: 'absent',
  NotReadableError: 'in-use',
  AbortError: 'in-use',
};

/** The problem behind what `getUserMedia` rejected with. */
export const cameraProblemOf = (error: unknown): CameraProblem => {
  if (!(error instanceof Error)) return new CameraProblem('unknown', String(error), error);
  const isDismissed = error.name === 'NotAllowedError' && /dismiss/i.test(error.message);
  return new CameraProblem(isDismissed ? 'dismissed' : (kinds[error.name] ?? 'unknown'), error.message, error);
};
