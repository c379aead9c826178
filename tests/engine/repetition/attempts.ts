import type { UntimedEvent } from '../../../src/engine/exercise/events.ts';
import type { Exercise } from '../../../src/engine/exercise/exercise.ts';
import type { MeasureKey, Reading, Readings } from '../../../src/engine/kinematics/reading.ts';
import { frontOn, sideOn, type Orientation } from '../../../src/engine/pose/orientation.ts';
import { pursue, type AttemptStep } from '../../../src/engine/repetition/attempt.ts';
import { open, type OpenAttempt } from '../../../src/engine/repetition/open-attempt.ts';
import { readyAt, wait } from '../../../src/engine/repetition/ready.ts';
import { resolve, type Plan } from '../../../src/engine/rules/plan.ts';
import { rulebookOf, type Rulebook } from '../../../src/engine/rules/rulebook.ts';
import { millis, type Millis } from '../../../src/engine/units.ts';
import { butterfly } from '../../../src/exercises/butterfly.ts';
import { cheer } from '../../../src/exercises/cheer.ts';
import { flexionExtension } from '../../../src/exercises/flexion-extension.ts';
import { headTilt } from '../../../src/exercises/head-tilt.ts';

type Value = number | 'hidden';

/** An exercise with its rules, and how its primary measure and its required posture are read. */
export interface Trial {
  readonly plan: Plan;
  readonly rulebook: Rulebook;
  readonly atRest: number;
  readonly kept: number;
  readonly read: (primary: Value, posture: Value) => Readings;
}

/** The reading of a value; a hidden one is not seen. */
export const reading = (value: Value): Reading =>
  value === 'hidden' ? { seen: false, missing: [] } : { seen: true, value, confidence: 0.9 };

interface Read {
  readonly primary: readonly MeasureKey[];
  readonly posture: readonly MeasureKey[];
  /** The value of the primary measure at rest. */
  readonly atRest: number;
  /** A value of the required posture that is inside. */
  readonly kept: number;
}

const trialOf = (exercise: Exercise, orientation: Orientation, strictness: number, ways: Read): Trial => {
  const read: Trial['read'] = (primary, posture) =>
    new Map([
      ...ways.posture.map((key) => [key, reading(posture)] as const),
      ...ways.primary.map((key) => [key, reading(primary)] as const),
    ]);
  const hold = exercise.prescription.hold === undefined ? {} : { hold: millis(2000) };
  const plan = resolve(exercise, orientation.view, hold, strictness);
  const rest = read(ways.atRest, ways.kept);
  const input = { orientation, targets: { is: 'norm' }, easeLevel: 0, rest, jitter: new Map() } as const;
  return { plan, rulebook: rulebookOf(plan, input), atRest: ways.atRest, kept: ways.kept, read };
};

/** The cheer: up to 160 degrees (met from 150, counted from 120), back below 25, elbows straighter than 65; nothing is held. */
export const cheerTrial = (strictness = 1): Trial =>
  trialOf(cheer, sideOn(1), strictness, {
    primary: ['shoulderFlexion.right'],
    posture: ['elbowFlexion.right'],
    atRest: 0,
    kept: 10,
  });

/**
 * The cheer from the front: both arms up to 145 degrees (met from 130, counted from 120), back below 35. The right arm
 * comes up by this share of the left one.
 */
export const frontCheerTrial = (share = 1): Trial => {
  const trial = trialOf(cheer, frontOn, 1, { primary: [], posture: [], atRest: 0, kept: 0 });
  return {
    ...trial,
    read: (left) =>
      new Map([
        ['armElevation.left', reading(left)],
        ['armElevation.right', reading(left === 'hidden' ? left : share * left)],
      ]),
  };
};

/** The butterfly: a gap down to 0.95 (met from 1.05, left at 1.15) from 2, held for two seconds. */
export const butterflyTrial = (): Trial =>
  trialOf(butterfly, frontOn, 1, {
    primary: ['elbowGap'],
    posture: ['handOnShoulder.left', 'handOnShoulder.right'],
    atRest: 2,
    kept: 0.3,
  });

/** Flexion to 30 degrees (met from 22), then extension to -10 (met from -7), each held for two seconds. */
export const flexionTrial = (): Trial =>
  trialOf(flexionExtension, sideOn(1), 1, {
    primary: ['headOverHips'],
    posture: ['handAtHead.right'],
    atRest: 0,
    kept: 0.3,
  });

/** The head tilted to the left by 30 degrees (met from 22), held for two seconds. */
export const tiltTrial = (): Trial =>
  trialOf(headTilt, frontOn, 1, {
    primary: ['headSideBend.left'],
    posture: ['armElevation.left', 'armElevation.right', 'headSideBend.right'],
    atRest: 0,
    kept: 0,
  });

/**
 * A smooth (minimum-jerk) stroke to a value within this time, ms; `hidden` leaves the primary measure unseen. The
 * required posture is read as the third value, or kept.
 */
export type Move = readonly [lasts: number, to: Value, posture?: Value];

/** What became of an attempt. */
export interface Tried {
  readonly events: readonly UntimedEvent[];
  readonly times: readonly (readonly [number, UntimedEvent['type']])[];
  readonly verdict: AttemptStep['verdict'];
  /** The attempt that begins where this one turned out again. */
  readonly next: AttemptStep['next'];
  /** Where the user came to rest, if that is elsewhere. */
  readonly rest: AttemptStep['rest'];
  /** The attempt as it stood in the last frame. */
  readonly state: OpenAttempt;
  readonly at: Millis;
}

const smooth = (share: number): number => share ** 3 * (10 - 15 * share + 6 * share ** 2);

/** The frames of the moves, one every so many ms, after a second at rest. */
const framesOf = ({ atRest, kept, read }: Trial, moves: readonly Move[], every: number): readonly Readings[] => {
  let from = atRest;
  return [[1000, atRest] as const, ...moves].flatMap(([lasts, to, posture = kept]) => {
    const start = from;
    const end = to === 'hidden' ? start : to;
    from = end;
    return Array.from({ length: lasts / every }, (_, index) => {
      const value = start + smooth(((index + 1) * every) / lasts) * (end - start);
      return read(to === 'hidden' ? to : value, posture);
    });
  });
};

/**
 * Makes these moves from rest, until the attempt that they open is over; `number` is that of the repetition. A frame is
 * seen every so many ms.
 */
export const attempt = (trial: Trial, moves: readonly Move[], number = 1, every = 50): Tried => {
  const { plan, rulebook, atRest, kept, read } = trial;
  let ready = readyAt(read(atRest, kept));
  let state: OpenAttempt | undefined;
  let at = millis(0);
  const happened: (readonly [number, UntimedEvent])[] = [];
  let last: Pick<AttemptStep, 'verdict' | 'next' | 'rest'> = { verdict: undefined };
  for (const [index, readings] of framesOf(trial, moves, every).entries()) {
    at = millis(index * every);
    if (state) {
      const step: AttemptStep = pursue(plan, rulebook, state, readings, at, number, false);
      state = step.state;
      last = step;
      happened.push(...step.events.map((event) => [at, event] as const));
      if (last.verdict) break;
    } else {
      const [next, opening] = wait(rulebook, ready, readings, at);
      ready = next;
      if (opening) state = open(ready, opening, readings, at);
    }
  }
  if (!state) throw new Error('These moves open no attempt.');
  const events = happened.map(([, event]) => event);
  const times = happened.map(([when, { type }]) => [when, type] as const);
  return { events, times, verdict: last.verdict, next: last.next, rest: last.rest, state, at };
};
