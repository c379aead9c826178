import type { ProblemKind } from './ports.ts';

/** The kind of what a source threw; whatever names no kind is unknown. */
export const problemKindOf = (thrown: unknown): ProblemKind =>
  thrown instanceof Error && 'kind' in thrown && typeof thrown.kind === 'string'
    ? (thrown.kind as ProblemKind)
    : 'unknown';
