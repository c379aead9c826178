import { fileURLToPath } from 'node:url';
import type { Exercise } from '../../src/engine/exercise/exercise.ts';
import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import type { Recording } from '../../src/engine/pose/recording.ts';
import type { ArmChoice } from '../../src/session/settings.ts';
import type { View } from '../../src/engine/pose/view.ts';
import type { PersonalRange } from '../../src/engine/rules/personal-range.ts';
import { everyRepetition } from '../../src/session/planning/plan-for.ts';
import { exerciseNamed } from '../analyse/plan-in.ts';
import { exerciseById } from '../../src/exercises/registry.ts';
import { planFor } from '../../src/session/planning/plan-for.ts';
import type { SessionExport } from '../../src/session/record/export.ts';
import { analyseRecording } from '../analyse/analysis.ts';

/** The events of one run, at the times of the recording, ms. */
export interface Judged {
  readonly events: readonly CoachingEvent[];
  /** Of the primary measures, at the times of the recording, ms. */
  readonly traces: SessionExport['traces'];
  readonly ranges: readonly PersonalRange[];
  /** When its first and its last frame were taken, ms. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/**
 * How a set is judged: by the norm; by the own range that a practice repetition in the recording shows; by the own range
 * kept from that, for all of it; or by the norm, with the rest before the movement cut off, as a film that begins in
 * movement.
 */
export const ways = ['norm', 'practice', 'kept', 'film'] as const;

/** A way to judge a set. */
export type Way = (typeof ways)[number];

/** An exercise of the app, or one that was written for people's recordings. */
export const benchExercise = (id: string): Exercise =>
  exerciseById(id) ?? exerciseNamed(fileURLToPath(new URL(`../../tests/exercises/${id}.json`, import.meta.url)));

/** How a recording is judged. */
export interface JudgeOptions {
  /** What is before it is cut off, ms. */
  readonly from?: number;
  /** The norm, a practice repetition, or the own ranges that are kept. */
  readonly range?: 'norm' | 'practice' | readonly PersonalRange[];
  /** The arm that trains alone. */
  readonly arm?: ArmChoice | undefined;
  /** Whether it is a film, or a user before the camera. */
  readonly as?: 'film' | 'live';
}

/** Judges a recording as `npm run analyse` does. */
export const judge = async (
  name: string,
  recording: Recording,
  exercise: Exercise,
  view: View,
  { from = 0, range = 'norm', arm, as = 'live' }: JudgeOptions = {},
): Promise<Judged> => {
  const frames = recording.frames.filter(({ at }) => at >= from);
  const options = {
    view,
    arm,
    reps: everyRepetition,
    range: range === 'norm' ? ('norm' as const) : ('personal' as const),
  };
  const plan = planFor(exercise, options, typeof range === 'string' ? undefined : { read: () => range });
  const { record, ranges } = await analyseRecording(name, { ...recording, frames }, plan, as);
  // A session's time begins with its first frame.
  const zero = frames[0]?.at ?? 0;
  return {
    events: record.events.map((event) => ({ ...event, at: event.at + zero })),
    traces: record.traces.map((trace) => ({ ...trace, points: trace.points.map(([at, value]) => [at + zero, value]) })),
    ranges,
    startsAt: zero,
    endsAt: frames.at(-1)?.at ?? 0,
  };
};
