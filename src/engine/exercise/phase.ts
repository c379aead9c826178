import * as v from 'valibot';

/**
 * Where a session stands. Before judging: `looking` (is the person framed and turned as the view asks?), `neutral`
 * (three calm seconds at rest), `start` (the start posture, held for two), `practice` (one easy repetition shows the
 * person's own range), `countdown` (3-2-1). While judging:
 * `ready` (at rest between repetitions), `working` (towards an end), `holding` (at an end), `returning`. Besides:
 * `resting` (between two sets), `paused` (the body is not seen) and `ended`.
 */
export const phases = [
  'looking',
  'neutral',
  'start',
  'practice',
  'countdown',
  'ready',
  'working',
  'holding',
  'returning',
  'resting',
  'paused',
  'ended',
] as const;

/** Where a session stands. */
export type Phase = (typeof phases)[number];

/** The schema of a phase. */
export const phaseSchema = v.picklist(phases);

/** The phases in which an attempt is judged; faults name those in which they matter. */
export const judgedPhases = ['ready', 'working', 'holding', 'returning'] as const;

/** A phase in which an attempt is judged. */
export type JudgedPhase = (typeof judgedPhases)[number];

/** The schema of a judged phase. */
export const judgedPhaseSchema = v.picklist(judgedPhases);
