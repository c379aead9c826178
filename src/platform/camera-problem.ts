import type { CameraProblemKind } from '../ports/problem-kind.ts';

/** Thrown when the camera could not be opened, or was lost. */
export class CameraProblem extends Error {
  override readonly name = 'CameraProblem';
  readonly kind: CameraProblemKind | 'unknown';
  constructor(kind: CameraProblemKind | 'unknown', message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}

/**
 * The problem of each `getUserMedia` error, by name; only the message distinguishes a dismissed prompt from a refusal.
 */
const kinds: Readonly<Record<string, CameraProblemKind | 'unknown'>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'absent',
  OverconstrainedError: 'absent',
  NotReadableError: 'in-use',
  AbortError: 'in-use',
};

/** The problem for an error of `getUserMedia`. */
export const cameraProblemOf = (error: unknown): CameraProblem => {
  if (!(error instanceof Error)) return new CameraProblem('unknown', String(error), error);
  const isDismissed = error.name === 'NotAllowedError' && /dismiss/i.test(error.message);
  return new CameraProblem(isDismissed ? 'dismissed' : (kinds[error.name] ?? 'unknown'), error.message, error);
};
