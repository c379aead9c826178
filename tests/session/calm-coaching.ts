import type { Coaching } from '../../src/engine/coach/coaching.ts';

/** A coaching state without any problem. */
export const calmCoaching: Coaching = {
  phase: 'ready',
  practising: undefined,
  hint: undefined,
  countdown: undefined,
  targets: 'norm',
  ranges: [],
  easeLevel: 0,
  set: 1,
  ofSets: 1,
  restSeconds: undefined,
  repetitions: 0,
  ofRepetitions: 5,
  attempts: 0,
  lastReason: undefined,
  cue: undefined,
  faultHint: undefined,
  notJudged: [],
  missing: [],
};
