/**
 * Whether a signal has aborted. A function, since the compiler assumes that `aborted` does not change during an await.
 */
export const isAborted = (signal: AbortSignal): boolean => signal.aborted;
