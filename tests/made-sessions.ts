import * as v from 'valibot';
import type { CoachingEvent, JudgedGoal, Reason } from '../src/engine/exercise/events.ts';
import type { MeasureName } from '../src/engine/kinematics/measures.ts';
import type { Side } from '../src/engine/pose/keypoints.ts';
import type { View } from '../src/engine/pose/view.ts';
import { keptSession, keptSessionSchema, type KeptSession } from '../src/session/record/kept-session.ts';
import type { SessionExport } from '../src/session/record/export.ts';
import type { Trace, TracePoint } from '../src/session/record/traces.ts';
import { chanceFrom } from '../scripts/accuracy/random.ts';
import { cueUrgency } from '../src/engine/exercise/cues.ts';

/** Returns a number from 0 up to 1. */
type Random = () => number;

/** An exercise as the made sessions train it: its measure, its dose and how far a stiff person gets, and a supple one. */
interface MadeExercise {
  readonly exercise: string;
  readonly view: View;
  readonly end: string;
  readonly measure: MeasureName;
  readonly is: 'above' | 'below';
  readonly sides: readonly (Side | undefined)[];
  readonly reps: number;
  readonly holdMs: number;
  readonly rest: number;
  readonly stiff: number;
  readonly supple: number;
}

const both = [undefined];
const each: readonly Side[] = ['left', 'right'];

/** What the upper-back relief trains, in the measures' units. */
const exercises: readonly MadeExercise[] = [
  {
    exercise: 'butterfly',
    view: 'front',
    end: 'together',
    measure: 'elbowGap',
    is: 'below',
    sides: both,
    reps: 8,
    holdMs: 3000,
    rest: 1.6,
    stiff: 1.05,
    supple: 0.6,
  },
  {
    exercise: 'head-tilt',
    view: 'front',
    end: 'tilted',
    measure: 'headSideBend',
    is: 'above',
    sides: each,
    reps: 4,
    holdMs: 15_000,
    rest: 0,
    stiff: 18,
    supple: 40,
  },
  {
    exercise: 'shoulder-blade-squeeze',
    view: 'front',
    end: 'squeezed',
    measure: 'likeness',
    is: 'above',
    sides: both,
    reps: 10,
    holdMs: 5000,
    rest: 0,
    stiff: 0.6,
    supple: 0.95,
  },
  {
    exercise: 'cheer',
    view: 'side',
    end: 'up',
    measure: 'shoulderFlexion',
    is: 'above',
    sides: both,
    reps: 8,
    holdMs: 0,
    rest: 10,
    stiff: 110,
    supple: 165,
  },
  {
    exercise: 'flexion-extension',
    view: 'side',
    end: 'flexion',
    measure: 'headOverHips',
    is: 'above',
    sides: both,
    reps: 8,
    holdMs: 0,
    rest: 0,
    stiff: 18,
    supple: 42,
  },
  {
    exercise: 'shoulder-flexion',
    view: 'side',
    end: 'level',
    measure: 'shoulderFlexion',
    is: 'above',
    sides: both,
    reps: 10,
    holdMs: 0,
    rest: 10,
    stiff: 72,
    supple: 110,
  },
];

/** Adding 0 makes -0, which JSON does not know, 0. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000 + 0;

const missOf = (random: Random, made: MadeExercise, peak: number): Reason => {
  const kind = random();
  if (kind < 0.6) return { kind: 'range', measure: made.measure, shortBy: rounded(Math.abs(peak) / 10) };
  if (kind < 0.8 && made.holdMs > 0) return { kind: 'hold', heldMs: Math.round(made.holdMs / 2), ofMs: made.holdMs };
  return { kind: 'unseen', forMs: 1200 };
};

/** One exercise of a session; `ability` 0 (stiff) to 1 (supple). */
const madeExport = (random: Random, made: MadeExercise, ability: number, easeLevel: 0 | 1): SessionExport => {
  const { exercise, view, end, measure, is, sides, reps, holdMs, rest, stiff, supple } = made;
  const events: CoachingEvent[] = [];
  const reach = stiff + (supple - stiff) * ability;
  const own = { value: rounded(reach), error: rounded(Math.abs(supple - stiff) * 0.05) };
  const goalOf = (side: Side | undefined): JudgedGoal => ({
    end,
    ...(side ? { side } : {}),
    measure,
    is,
    value: rounded(rest + (reach - rest) * (0.9 - easeLevel / 10)),
    tolerance: rounded(Math.abs(supple - stiff) * 0.1),
    easeLevel,
    own,
  });
  const traces: Trace[] = sides.map((side) => ({ measure, side, points: [] as TracePoint[] }));
  const pointsOf = (side: Side | undefined): TracePoint[] =>
    (traces.find((trace) => trace.side === side)?.points ?? []) as TracePoint[];
  let at = 0;
  const tell = (event: CoachingEvent): void => void events.push(event);
  /** Lets time pass while a side reads this far, 0-1 of the way to `peak`. */
  const pass = (ms: number, from: number, to: number, peak: number, moving?: Side): void => {
    for (let passed = 0; passed < ms; passed += 100) {
      for (const side of sides) {
        const share = sides.length === 1 || side === moving ? from + ((to - from) * passed) / ms : 0;
        const value = rest + (peak - rest) * share + (random() - 0.5) * Math.abs(supple - stiff) * 0.02;
        pointsOf(side).push([Math.round(at + passed), random() < 0.01 ? null : rounded(value)]);
      }
    }
    at = Math.round(at + ms);
  };
  const base = () => ({ at, exercise });
  pass(6000 + 4000 * random(), 0, 0, reach);
  for (const side of sides) tell({ ...base(), type: 'range-set', measure, end, ...(side ? { side } : {}), ...own });
  tell({ ...base(), type: 'armed', range: 'personal', goals: sides.map(goalOf) });
  for (const side of sides) {
    const on = side ? { side } : {};
    for (let number = 1; number <= reps;) {
      const isMissed = random() < 0.12;
      const peak = rounded(rest + (reach - rest) * (isMissed ? 0.7 : 0.93 + 0.14 * random()));
      tell({ ...base(), type: 'attempt-opened', ...on });
      tell({ ...base(), type: 'phase-changed', from: 'ready', to: 'working' });
      const out = 1500 + 1200 * random();
      pass(out, 0, 1, peak, side);
      if (holdMs > 0 && !isMissed) {
        tell({ ...base(), type: 'hold-started', end, ...on });
        pass(holdMs, 1, 1, peak, side);
        tell({ ...base(), type: 'hold-completed', end, ...on });
        tell({ ...base(), type: 'hold-ended', heldMs: holdMs });
      }
      if (random() < 0.1) {
        tell({ ...base(), type: 'fault-noticed', fault: 'leans-back', ...on });
        tell({
          ...base(),
          type: 'cue-given',
          cue: 'sit-tall',
          urgency: cueUrgency['sit-tall'],
          reason: { kind: 'fault', fault: 'leans-back' },
        });
        tell({ ...base(), type: 'fault-cleared', fault: 'leans-back' });
      }
      const back = 1800 + 1500 * random();
      pass(back, 1, 0, peak, side);
      tell({ ...base(), type: 'phase-changed', from: 'returning', to: 'ready' });
      const goals = [goalOf(side)];
      if (isMissed) tell({ ...base(), type: 'rep-attempted', ...on, reason: missOf(random, made, peak), goals });
      else {
        const strokes = [{ end, out: Math.round(out), back: Math.round(back) }];
        const held = holdMs > 0 ? { heldMs: holdMs } : { full: peak >= reach };
        tell({ ...base(), type: 'rep-completed', number, ...on, ...held, peak, goals, strokes, stops: 0 });
        number += 1;
      }
      pass(700 + 500 * random(), 0, 0, peak, side);
    }
  }
  if (random() < 0.05)
    tell({
      ...base(),
      type: 'count-corrected',
      by: 1,
      of: 'own',
      number: reps + 1,
      ...(sides[0] ? { side: sides[0] } : {}),
    });
  if (random() < 0.1) {
    tell({ ...base(), type: 'not-seen', missing: ['left_elbow'], forMs: 400 });
    pass(1500, 0, 0, reach);
    tell({ ...base(), type: 'seen-again', forMs: 1900 });
  }
  tell({ ...base(), type: 'session-ended', why: 'completed' });
  return {
    version: 3,
    exercise,
    view,
    settings: { sets: 1, reps, holdMs, restMs: 0, strictness: 1, range: 'practice', easeLevel },
    events,
    traces: traces.map(({ side, ...trace }) => ({
      ...trace,
      ...(side ? { side } : {}),
      points: trace.points.map(([when, value]): [number, number | null] => [when, value]),
    })),
  };
};

const day = 24 * 60 * 60 * 1000;
const first = Date.UTC(2016, 10, 29, 7);
const notes = [
  undefined,
  undefined,
  undefined,
  undefined,
  'Slept badly.',
  '=1+1 after the garden',
  'Rücken "müde", links',
];

/**
 * Makes so many sessions over ten years, oldest first; the same seed makes the same ones. Most are the whole routine,
 * others a few exercises or one. Range grows slowly with setbacks, and pain falls and flares up.
 */
export function* makeSessions(count: number, seed = 1): Generator<KeptSession> {
  const chance = chanceFrom(seed);
  const random: Random = () => chance.within(0, 1);
  const gap = (10 * 365 * day) / Math.max(1, count);
  for (let index = 0; index < count; index += 1) {
    const startedAt = Math.round(first + gap * index + random() * Math.min(gap, day) * 0.4);
    const flare = Math.sin(index / 17) > 0.9 ? 3 : 0;
    const before = Math.max(0, Math.min(10, Math.round(5 - (3 * index) / count + flare + 2 * (random() - 0.5))));
    const ability = Math.max(0, Math.min(1, 0.2 + (0.6 * index) / count - flare / 15 + 0.15 * (random() - 0.5)));
    const kind = random();
    const start = Math.floor(random() * exercises.length);
    const chosen = kind < 0.6 ? exercises : exercises.slice(start, start + (kind < 0.8 ? 3 : 1));
    const isHurt = before >= 6;
    const done = isHurt ? [] : chosen;
    const skipped = !isHurt && chosen.length > 1 && random() < 0.15 ? 1 : -1;
    const steps = done.map((made, step) => ({
      exercise: made.exercise,
      isSkipped: step === skipped,
      session: step === skipped ? undefined : madeExport(random, made, ability, before >= 4 ? 1 : 0),
    }));
    const lasted = steps.reduce((sum, { session }) => sum + (session?.events.at(-1)?.at ?? 0) + 20_000, 15_000);
    const asked = chosen[0]?.exercise ?? 'cheer';
    const note = notes[Math.floor(random() * notes.length)];
    const kept = keptSession({
      routine: chosen.length === 1 ? asked : 'upper-back-relief',
      startedAt,
      endedAt: Math.round(startedAt + lasted),
      why: isHurt ? 'pain' : random() < 0.1 ? 'person' : 'completed',
      app: '0.1.0',
      model: index < count / 2 ? 'lightning' : 'thunder',
      place: random() < 0.3 ? 'near' : 'far',
      steps,
      pain: [
        { exercise: asked, moment: 'before', value: before },
        ...steps.map(({ exercise }) => ({
          exercise,
          moment: 'after' as const,
          ...(random() < 0.8 ? { value: Math.max(0, Math.round(before - random() * 2)) } : {}),
        })),
      ],
    });
    // With its fields in the order of the schema, as every record is written.
    yield v.parse(keptSessionSchema, { ...kept, ...(note === undefined ? {} : { note }) });
  }
}

/** So many sessions at once. */
export const madeSessions = (count: number, seed = 1): readonly KeptSession[] => [...makeSessions(count, seed)];
