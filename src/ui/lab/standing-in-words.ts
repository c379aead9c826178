import type { CoachState } from '../../engine/coach/coach.ts';
import type { Coaching } from '../../engine/coach/coaching.ts';
import type { Stage } from '../../engine/coach/stage.ts';
import { heldOf } from '../../engine/repetition/hold-clock.ts';
import { endOf, type OpenAttempt } from '../../engine/repetition/open-attempt.ts';
import type { Ready } from '../../engine/repetition/ready.ts';
import { primaryValue, progressOf } from '../../engine/rules/primary-measure.ts';
import type { Plan } from '../../engine/rules/plan.ts';
import type { LabTexts } from '../../texts/en/lab.ts';
import type { Texts } from '../../texts/texts.ts';
import { amountOf } from './miss-in-words.ts';

/** A fact of the state: what, and how it stands. */
export type Standing = readonly [what: string, how: string];

type Judging = Extract<Stage, { is: 'training' | 'practice' }>;

/** At rest: whether the start posture is taken, and how far the movement has left rest. */
const atRest = (stage: Judging, ready: Ready, texts: Texts, { machine }: LabTexts): readonly Standing[] => {
  const ways = stage.calibration.rulebook.repPaths.flatMap(({ side, ends: [end] }): readonly Standing[] => {
    const value = primaryValue(end, stage.readings);
    if (value === undefined) return [];
    const amount = (progress: number): string => amountOf(texts, end.measure, progress);
    const of = side ? `${machine.way}, ${texts.app.sides[side].toLowerCase()}` : machine.way;
    return [[of, machine.wayOf(amount(progressOf(end, ready.rest, value)), amount(end.opening))]];
  });
  return [
    [machine.startPosture, ready.isSet ? machine.taken : machine.notTaken],
    [machine.required, machine.standing[ready.requires.is]],
    ...ways,
  ];
};

const inAttempt = (plan: Plan, attempt: OpenAttempt, texts: Texts, { machine }: LabTexts): readonly Standing[] => {
  const end = endOf(attempt);
  const amount = (value: number): string => amountOf(texts, end.measure, value);
  const rest = primaryValue(end, attempt.rest) ?? 0;
  const reading = (progress: number): string => amount(rest + end.direction * progress);
  const counted = end.floor ?? end.target[0]?.enter ?? end.goal;
  return [
    [end.name, machine.progress(reading(attempt.last.progress), amount(counted), amount(end.goal))],
    [machine.furthest, reading(attempt.peak.progress)],
    [machine.required, machine.standing[attempt.requires.is]],
    ...(end.isHeld
      ? ([[machine.hold, machine.held(heldOf(attempt.clock), plan.hold, attempt.clock.is === 'running')]] as const)
      : []),
    ...(attempt.unseenFor > 0 ? ([[machine.unseen, texts.app.seconds(attempt.unseenFor)]] as const) : []),
  ];
};

/** How the state of the engine stands: what it waits for, and how far the movement has come. */
export const standingInWords = (
  plan: Plan,
  { stage }: CoachState,
  coaching: Coaching,
  texts: Texts,
  words: LabTexts,
): readonly Standing[] => {
  const hint: readonly Standing[] = coaching.hint ? [[words.machine.hint, texts.hints[coaching.hint]]] : [];
  if (stage.is !== 'training' && stage.is !== 'practice') return hint;
  const { attempt } = stage;
  return [
    ...hint,
    ...(attempt.is === 'ready' ? atRest(stage, attempt, texts, words) : inAttempt(plan, attempt, texts, words)),
  ];
};
