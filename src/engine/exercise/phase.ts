import * as v from 'valibot';

/**
 * All phases of a session. Before judging: `looking` (checks that the user is framed and turned as the view requires),
 * `neutral` (the still period: three calm seconds at rest), `start` (the start posture, held for two seconds),
 * `practice` (one easy repetition shows the user's own range), `countdown` (3-2-1). While judging: `ready` (at rest
 * between repetitions), `working` (towards an endpoint), `holding` (at an endpoint), `returning`. Also: `resting`
 * (between two sets), `paused` (the body is not seen) and `ended`.
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

/** The phase of a session. */
export type Phase = (typeof phases)[number];

/** The schema of a phase. */
export const phaseSchema = v.picklist(phases);

/** The phases in which an attempt is judged; a fault lists those in which it applies. */
export const judgedPhases = ['ready', 'working', 'holding', 'returning'] as const;

/** A phase in which an attempt is judged. */
export type JudgedPhase = (typeof judgedPhases)[number];

/** The schema of a judged phase. */
export const judgedPhaseSchema = v.picklist(judgedPhases);
