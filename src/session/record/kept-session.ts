import * as v from 'valibot';
import { detectorModels } from '../../ports/detector-model.ts';
import { painSchema, type PainAnswer } from '../planning/pain.ts';
import { sessionExportSchema, type SessionExport } from './export.ts';

/**
 * Why a routine ended: it was done, the user ended it, pain, something felt wrong, the source ended, or the page was
 * left.
 */
export const routineEnds = ['completed', 'person', 'pain', 'red-flag', 'source-ended', 'left'] as const;

/** Where the device stood: within reach, as on a desk, or further away. */
export const devicePlaces = ['near', 'far'] as const;

/** Where the device stood. */
export type DevicePlace = (typeof devicePlaces)[number];

/** The maximum length of the user's note on a session, characters. */
export const longestNote = 1000;

/** A time, ms since 1970, that a `Date` can hold. */
const timeSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));

/** The entries that say with what a session was made; missing where an earlier version did not record it. */
export const originEntries = {
  /** The version of the app. */
  app: v.exactOptional(v.string()),
  /** The model that read the keypoints. */
  model: v.exactOptional(v.picklist(detectorModels)),
  place: v.exactOptional(v.picklist(devicePlaces)),
};

/** The app, the model and the place of the device with which a session was made. */
export type Origin = Readonly<v.InferOutput<v.ObjectSchema<typeof originEntries, undefined>>>;

/** The part of something that says with what it was made. */
export const originOf = ({ app, model, place }: Origin): Origin => ({
  ...(app === undefined ? {} : { app }),
  ...(model === undefined ? {} : { model }),
  ...(place === undefined ? {} : { place }),
});

/** The schema of a step: an exercise, and its record unless nothing of it was done. */
export const keptStepSchema = v.object({
  exercise: v.string(),
  isSkipped: v.boolean(),
  session: v.exactOptional(sessionExportSchema),
});

/**
 * The schema of a finished session of a routine, or of an exercise alone, which is a routine of one: the record that
 * the history and every file hold. Ids and numbers only, except for the user's note.
 */
export const keptSessionSchema = v.object({
  version: v.literal(3),
  /** Unique; the same session has the same id on every device and in every file. */
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  /** The routine's id; of an exercise alone, the exercise's. */
  routine: v.string(),
  /** Ms since 1970. */
  startedAt: timeSchema,
  endedAt: timeSchema,
  /** The difference of local time from UTC at the start, minutes; missing where an earlier version did not record it. */
  utcOffset: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(-24 * 60), v.maxValue(24 * 60))),
  why: v.picklist(routineEnds),
  ...originEntries,
  /** In the order in which they were begun; version 3 of the session of each exercise holds its settings and events. */
  steps: v.array(keptStepSchema),
  pain: v.array(painSchema),
  note: v.exactOptional(v.pipe(v.string(), v.maxLength(longestNote))),
  /** When the record was last written, ms since 1970: of two records with one id the later one is valid. */
  changedAt: timeSchema,
});

/** A finished session as the history and every file hold it. */
export type KeptSession = v.InferOutput<typeof keptSessionSchema>;

/** The id of the session of a routine that began at `startedAt`, ms since 1970. */
export const sessionIdOf = (routine: string, startedAt: number): string => `${startedAt}-${routine}`;

/** What a session came to, before it becomes a record; times in ms since 1970. */
export interface EndedSession extends Origin {
  readonly routine: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly why: KeptSession['why'];
  readonly steps: readonly {
    readonly exercise: string;
    readonly isSkipped: boolean;
    readonly session?: SessionExport | undefined;
  }[];
  readonly pain: readonly PainAnswer[];
}

/** Builds the record of a session that has ended. A clock that was set back leaves its end at its start. */
export const keptSession = (ended: EndedSession): KeptSession => {
  const { routine, startedAt, why, steps, pain } = ended;
  const endedAt = Math.max(startedAt, ended.endedAt);
  return {
    version: 3,
    id: sessionIdOf(routine, startedAt),
    routine,
    startedAt,
    endedAt,
    utcOffset: 0 - new Date(startedAt).getTimezoneOffset(),
    why,
    ...originOf(ended),
    steps: steps.map(({ exercise, isSkipped, session }) => ({ exercise, isSkipped, ...(session ? { session } : {}) })),
    pain: [...pain],
    changedAt: endedAt,
  };
};

/** The events that show that something was done: a repetition, an attempt, or a corrected count. */
const deeds: ReadonlySet<string> = new Set(['rep-completed', 'rep-attempted', 'repetition-timed', 'count-corrected']);

/** Whether a session belongs into the history: something was done, or pain was rated. */
export const isWorthHistory = ({ steps, pain }: Pick<KeptSession, 'steps' | 'pain'>): boolean =>
  pain.some(({ value }) => value !== undefined) ||
  steps.some(({ session }) => session?.events.some(({ type }) => deeds.has(type)));
