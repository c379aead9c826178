import { millis, type Millis } from '../units.ts';
import type { JudgedPhase } from '../exercise/phase.ts';
import { repetitionsInThisSet, type Counts } from '../feedback/counts.ts';
import { repetitionsInSet, countedSides, type Plan } from '../rules/plan.ts';
import type { UntimedEvent } from '../exercise/events.ts';
import { sideOf } from '../repetition/attempt-phases.ts';

/*
 * The metronome of a paced repetition: from rest to each endpoint in turn and back, in the motion's own tempo; if the
 * sides are counted separately, they alternate.
 */

/** An elapsed time that advances with the frames. */
export interface Stopwatch {
  readonly ms: Millis;
  /** The time of the last frame. */
  readonly at: Millis;
}

/**
 * Two frames further apart than this are a pause, ms; the slowest device that can be coached delivers eight per second.
 */
const longestGap = 1000;

/** A stopwatch that starts at a given time. */
export const startAt = (at: Millis): Stopwatch => ({ ms: millis(0), at });

/** The stopwatch one frame later; the time of a pause does not count. */
export const runOn = ({ ms, at: before }: Stopwatch, at: Millis): Stopwatch => ({
  ms: millis(at - before > longestGap ? ms : ms + at - before),
  at,
});

/**
 * The state of a paced repetition: its phase, the endpoint that it leads to or back from, and the time in this phase.
 */
export interface PacedRep {
  readonly doing: JudgedPhase;
  readonly end: number;
  readonly watch: Stopwatch;
}

/** The state at rest, before the first repetition. */
export const pacedRepAt = (at: Millis): PacedRep => ({ doing: 'ready', end: 0, watch: startAt(at) });

/** The shortest rest between repetitions, ms: long enough to read what comes next. */
const shortestRest = 2000;

/**
 * The duration of a phase of a paced repetition, ms. Between two endpoints there is also a pause at rest, on the way.
 */
export const lastsFor = ({ exercise, hold, rules }: Plan, { doing, end }: Pick<PacedRep, 'doing' | 'end'>): Millis => {
  const { out, stay, back, pause } = exercise.motion.tempo;
  const isHeld = rules.ends[end]?.held ?? false;
  const isLast = end === rules.ends.length - 1;
  return millis(
    {
      ready: Math.max(pause, shortestRest),
      working: out,
      holding: isHeld && hold > 0 ? hold : stay,
      returning: isLast ? back : back + pause,
    }[doing],
  );
};

const after = ({ rules }: Plan, { doing, end }: PacedRep): Pick<PacedRep, 'doing' | 'end'> => {
  if (doing === 'ready') return { doing: 'working', end: 0 };
  if (doing === 'working') return { doing: 'holding', end };
  if (doing === 'holding') return { doing: 'returning', end };
  return end + 1 < rules.ends.length ? { doing: 'working', end: end + 1 } : { doing: 'ready', end: 0 };
};

/** The side that is next after this many timed repetitions. */
export const sideAfter = (plan: Plan, timed: number): ReturnType<typeof countedSides>[number] => {
  const ways = countedSides(plan);
  return ways[timed % ways.length];
};

/**
 * The result of one frame: the paced repetition, the number of timed repetitions, whether that was the last of a set,
 * and the events.
 */
export interface PacedRepStep {
  readonly pacedRep: PacedRep;
  readonly timed: number;
  readonly isEnd: boolean;
  readonly events: readonly UntimedEvent[];
}

/** Advances a paced repetition by one frame; repetitions of the set that were judged before belong to its dose. */
export const advancePacedRep = (plan: Plan, before: PacedRep, counts: Counts, at: Millis): PacedRepStep => {
  const watch = runOn(before.watch, at);
  if (watch.ms < lastsFor(plan, before))
    return { pacedRep: { ...before, watch }, timed: counts.timed, isEnd: false, events: [] };
  const pacedRep: PacedRep = { ...after(plan, before), watch: startAt(at) };
  const isDone = pacedRep.doing === 'ready';
  const timed = counts.timed + (isDone ? 1 : 0);
  const side = sideAfter(plan, counts.timed);
  const inSet = repetitionsInThisSet(plan, { ...counts, timed });
  const number = Math.ceil(inSet / countedSides(plan).length);
  return {
    pacedRep,
    timed,
    isEnd: isDone && inSet >= repetitionsInSet(plan),
    events: [
      ...(isDone ? [{ type: 'repetition-timed', number, ...sideOf({ side }), ofMs: plan.hold } as const] : []),
      { type: 'phase-changed', from: before.doing, to: pacedRep.doing },
    ],
  };
};
