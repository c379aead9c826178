import type { Exercise } from '../../engine/exercise/exercise.ts';
import { repetitionsIn, type Plan } from '../../engine/rules/plan.ts';
import type { ListedExercise, ListedSession } from '../history/listed-session.ts';
import { painAdvice } from '../planning/pain.ts';
import { isHeld, planFor } from '../planning/plan-for.ts';
import { atPlannedDose, type PlannedDose, type TrainingPlan } from '../planning/training-plan.ts';
import { doseLimits, plannedSteps, type PlannedStep, type Routine } from '../planning/routines.ts';
import { dayOf } from '../history/days.ts';
import { daysBetween } from './calendar-days.ts';
import { hasTrained } from './due.ts';

/** Why the dose stays as it is, the reason that outranks the others first. */
export const stayReasons = [
  'felt-wrong',
  'pain',
  'pain-rose',
  'pain-unknown',
  'away',
  'not-judged',
  'not-yet',
  'at-most',
] as const;

/** Why the dose stays as it is. */
export type StayReason = (typeof stayReasons)[number];

/** Why another dose is proposed: pain, at most half done twice, or all done twice without pain. */
export type ChangeReason = 'pain' | 'much-left' | 'all-done';

/** The dose for next time: unknown before the first session, as it is, or one exercise changed by one step. */
export type NextDose =
  | { readonly is: 'first' }
  | { readonly is: 'same'; readonly why: StayReason }
  | {
      readonly is: 'more' | 'less';
      readonly why: ChangeReason;
      readonly exercise: string;
      readonly from: Dose;
      readonly to: Dose;
    };

/** The dose of an exercise; without a hold where nothing is held. */
export type Dose = PlannedDose & { readonly sets: number; readonly reps: number };

/** A step up or down is a fifth of the hold or of the repetitions: design choice, as are the limits below. */
const stepShare = 1 / 5;
/** The most that is proposed, in what the exercise prescribes. */
const mostShare = 2;
/** After so many days without the routine no more is proposed. */
const awayAfter = 14;
/** With more attempts that did not count than this share of the repetitions, the dose was not done well. */
const fewAttempts = 1 / 4;

type Done = NonNullable<ListedExercise['done']>;

const doneIn = ({ exercises }: ListedSession, exercise: string): readonly Done[] =>
  exercises.flatMap((one) => (one.exercise === exercise && one.done ? [one.done] : []));

/** The dose of a plan's step. */
const doseOf = (plan: Plan): Dose => ({
  exercise: plan.exercise.id,
  sets: plan.sets,
  reps: plan.reps,
  ...(isHeld(plan) ? { holdSeconds: plan.hold / 1000 } : {}),
});

const isSame = (one: Dose, other: Dose): boolean =>
  one.sets === other.sets && one.reps === other.reps && one.holdSeconds === other.holdSeconds;

const isLess = (one: Dose, other: Dose): boolean => workOf(one) < workOf(other);

const workOf = ({ sets, reps, holdSeconds = 1 }: Dose): number => sets * reps * holdSeconds;

/** The dose at which an exercise was done. */
const doneDose = ({ exercise }: Plan, { sets, reps, holdMs }: Done): Dose => ({
  exercise: exercise.id,
  sets,
  reps,
  ...(holdMs > 0 ? { holdSeconds: holdMs / 1000 } : {}),
});

/** The repetitions that a dose asks for, of both sides where they are counted separately. */
const askedIn = ({ exercise }: Plan, { view, arm, sets, reps }: Done): number =>
  repetitionsIn(planFor(exercise, { sets, reps, view, ...(arm ? { arm } : {}) }));

/** Whether all was done: repetitions count only where their hold was full. */
const isWhole = (plan: Plan, done: Done): boolean => {
  const asked = askedIn(plan, done);
  return done.repetitions >= asked && done.attempts <= asked * fewAttempts && done.easeLevel === 0;
};

const isHalf = (plan: Plan, done: Done): boolean =>
  done.timed === 0 && done.repetitions + done.attempts > 0 && done.repetitions <= askedIn(plan, done) / 2;

const stepOf = (value: number): number => Math.max(1, Math.round(value * stepShare));

/** One step more: a longer hold, then more repetitions; `undefined` where that would be too much. */
const moreThan = (dose: Dose, { prescription }: Exercise): Dose | undefined => {
  const { holdSeconds, reps } = dose;
  const longest = Math.floor(Math.min(doseLimits.holdSeconds.most, ((prescription.hold ?? 0) / 1000) * mostShare));
  if (holdSeconds !== undefined && holdSeconds < longest)
    return { ...dose, holdSeconds: Math.min(longest, Math.floor(holdSeconds) + stepOf(holdSeconds)) };
  const most = Math.min(doseLimits.reps.most, prescription.reps * mostShare);
  return reps < most ? { ...dose, reps: Math.min(most, reps + stepOf(reps)) } : undefined;
};

/** One step less: fewer repetitions, then a shorter hold; `undefined` where there is no less. */
const lessThan = (dose: Dose): Dose | undefined => {
  const { holdSeconds, reps } = dose;
  if (reps > 1) return { ...dose, reps: Math.max(1, reps - stepOf(reps)) };
  if (holdSeconds !== undefined && holdSeconds > 1)
    return { ...dose, holdSeconds: Math.max(1, Math.floor(holdSeconds) - stepOf(holdSeconds)) };
  return undefined;
};

/** Why nothing may be raised after a session; `undefined` if it may. */
const painIn = (session: ListedSession): StayReason | undefined => {
  const { why, worstPain, painBefore, painAfter, exercises } = session;
  if (why === 'red-flag') return 'felt-wrong';
  if (why === 'pain' || painAdvice(worstPain) !== 'fine') return 'pain';
  const felt = exercises.flatMap(({ done }) => (done?.pain === undefined ? [] : [done.pain]));
  const worst = Math.max(painAfter ?? 0, ...felt);
  if (painBefore !== undefined && worst > painBefore) return 'pain-rose';
  return painBefore === undefined || painAfter === undefined ? 'pain-unknown' : undefined;
};

const changed = (
  is: 'more' | 'less',
  why: ChangeReason,
  from: Dose,
  to: Dose | undefined,
  otherwise: StayReason,
): NextDose => (to ? { is, why, exercise: from.exercise, from, to } : { is: 'same', why: otherwise });

/** The exercise of a session that hurt most, from where targets are eased for pain on. */
const hurtIn = (steps: readonly PlannedStep[], session: ListedSession): Plan | undefined => {
  const painOf = ({ plan }: PlannedStep): number =>
    Math.max(-1, ...doneIn(session, plan.exercise.id).map(({ pain }) => pain ?? -1));
  const [worst] = steps.toSorted((one, other) => painOf(other) - painOf(one));
  return worst && painAdvice(painOf(worst)) !== 'fine' ? worst.plan : undefined;
};

/** After pain: less of what hurt, unless the plan asks for less already. */
const afterPain = (steps: readonly PlannedStep[], last: ListedSession): NextDose => {
  const plan = hurtIn(steps, last);
  const done = plan && doneIn(last, plan.exercise.id)[0];
  if (!plan || !done || isLess(doseOf(plan), doneDose(plan, done))) return { is: 'same', why: 'pain' };
  return changed('less', 'pain', doseOf(plan), lessThan(doseOf(plan)), 'pain');
};

/** The plans of the exercises that were done at their present dose in each of these sessions, and were so. */
const doneSo = (
  steps: readonly PlannedStep[],
  sessions: readonly ListedSession[],
  isSo: (plan: Plan, done: Done) => boolean,
): readonly Plan[] =>
  steps
    .map(({ plan }) => plan)
    .filter((plan) =>
      sessions.every((session) => {
        const done = doneIn(session, plan.exercise.id);
        return done.length > 0 && done.every((one) => isSame(doneDose(plan, one), doseOf(plan)) && isSo(plan, one));
      }),
    );

/** The share of what the exercise prescribes. */
const shareOf = (plan: Plan): number => {
  const { sets, reps, hold } = plan.exercise.prescription;
  return (
    workOf(doseOf(plan)) /
    workOf({ exercise: '', sets, reps, ...(isHeld(plan) ? { holdSeconds: (hold ?? 1000) / 1000 } : {}) })
  );
};

/** Of what was done whole, the exercise that is furthest from what it prescribes. */
const oneMore = (plans: readonly Plan[]): NextDose => {
  const raised = plans
    .toSorted((one, other) => shareOf(one) - shareOf(other))
    .flatMap((plan) => {
      const to = moreThan(doseOf(plan), plan.exercise);
      return to ? [{ from: doseOf(plan), to }] : [];
    });
  const [first] = raised;
  return changed('more', 'all-done', first?.from ?? { exercise: '', sets: 1, reps: 1 }, first?.to, 'at-most');
};

/**
 * Proposes the dose for next time from the last two sessions of a plan's routine: at most one exercise changes, by one
 * step. There is never more after pain of 4 and more, pain that rose or was not rated, or a session that was ended for it,
 * of this routine or another since. It only proposes: the user changes the plan. `sessions`: the latest first.
 */
export const nextDose = (
  plan: TrainingPlan,
  routine: Routine,
  exercises: readonly Exercise[],
  sessions: readonly ListedSession[],
  today: string,
): NextDose => {
  const steps = plannedSteps(atPlannedDose(routine, plan), exercises);
  const own = sessions.filter((session) => session.routine === plan.routine && hasTrained(session));
  const [last, before] = own;
  if (!last) return { is: 'first' };
  const since = before ?? last;
  const recent = sessions.filter(({ startedAt }) => startedAt >= since.startedAt);
  const reasons = recent.flatMap((session) => painIn(session) ?? []);
  const reason = stayReasons.find((one) => reasons.includes(one));
  if (reason === 'felt-wrong') return { is: 'same', why: reason };
  if (painIn(last) === 'pain') return afterPain(steps, last);
  const [left] = before ? doneSo(steps, [last, before], isHalf) : [];
  if (left) return changed('less', 'much-left', doseOf(left), lessThan(doseOf(left)), 'not-yet');
  if (reason) return { is: 'same', why: reason };
  if (daysBetween(dayOf(last), today) > awayAfter) return { is: 'same', why: 'away' };
  if (last.exercises.every(({ done }) => !done || done.timed > 0)) return { is: 'same', why: 'not-judged' };
  const whole = before ? doneSo(steps, [last, before], isWhole) : [];
  return whole.length > 0 ? oneMore(whole) : { is: 'same', why: 'not-yet' };
};
