import * as v from 'valibot';
import type { Exercise } from '../../engine/exercise/exercise.ts';
import { recordingSchema, type Recording } from '../../engine/pose/recording.ts';
import { personalRangeSchema } from '../../engine/rules/personal-range.ts';
import type { Plan } from '../../engine/rules/plan.ts';
import { detectorModels } from '../../ports/detector-model.ts';
import { sourceKinds, type SourceKind } from '../ports.ts';
import { planOf, settingEntries, settingOf } from './export.ts';
import { longestRecording } from './pose-recorder.ts';
import { parsed } from './parsed.ts';

/** The schema of what a recording was made of and judged by in a session. */
const madeSchema = v.object({
  /** When the exercise began, ms since 1970. */
  at: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)),
  /** The version of the app. */
  app: v.pipe(v.string(), v.maxLength(100)),
  source: v.picklist(sourceKinds),
  model: v.exactOptional(v.picklist(detectorModels)),
  ...settingEntries,
  /** The user's own ranges, where the session began with stored ones. */
  ranges: v.exactOptional(v.array(personalRangeSchema)),
});

/** What a recording was made of and judged by. */
export type Made = v.InferOutput<typeof madeSchema>;

/**
 * The schema of a recording as the app stores it and saves it: the format of every recording of keypoints, with what it
 * was made of where the app made it in a session.
 */
export const movementSchema = v.object({
  ...recordingSchema.entries,
  frames: v.pipe(
    recordingSchema.entries.frames,
    v.minLength(1, 'Expected at least one frame'),
    v.maxLength(2 * longestRecording, `Expected at most ${2 * longestRecording} frames`),
  ),
  made: v.exactOptional(madeSchema),
});

/** A recording, and what it was made of if that is known. */
export type Movement = v.InferOutput<typeof movementSchema>;

/** A recording that the app made in a session. */
export type MadeMovement = Movement & { readonly made: Made };

/** Builds the recording of an exercise that began at `at`, ms since 1970. */
export const movementOf = (
  recording: Recording,
  plan: Plan,
  { at, app, source, model }: Pick<Made, 'at' | 'app' | 'source'> & { readonly model: Made['model'] | undefined },
): MadeMovement => ({
  ...recording,
  made: {
    at,
    app,
    source,
    ...(model ? { model } : {}),
    ...settingOf(plan),
    ...(plan.range.is === 'kept' ? { ranges: [...plan.range.ranges] } : {}),
  },
});

/** The plan by which a recording was judged; throws if the exercise has no rules for its view. */
export const planOfMade = (made: Made, exercise: Exercise): Plan => {
  const plan = planOf(made, exercise);
  return made.ranges ? { ...plan, range: { is: 'kept', ranges: made.ranges } } : plan;
};

/** Whether a recording is judged as a film, in which neutral is looked for ahead; one of unknown origin is. */
export const isOfFilm = ({ made }: Pick<Movement, 'made'>): boolean => made === undefined || made.source === 'file';

/** Where a recording comes from; `undefined` if that is not known. */
export const sourceOf = ({ made }: Pick<Movement, 'made'>): SourceKind | undefined => made?.source;

/** How long a recording lasts, ms. */
export const durationOf = ({ frames }: Recording): number => (frames.at(-1)?.at ?? 0) - (frames[0]?.at ?? 0);

/** Why a text is no recording, with the place in it (empty if none can be named) and the reason, for a developer. */
export interface MovementRefusal {
  readonly trouble: 'not-json' | 'not-of-limber' | 'newer' | 'invalid';
  readonly at: string;
  readonly reason: string;
}

const versioned = v.looseObject({ version: v.number(), frames: v.unknown() });

const refusal = (trouble: MovementRefusal['trouble'], reason: string, at = ''): MovementRefusal => ({
  trouble,
  at,
  reason,
});

/** Reads the text of a recording; it never throws for what is in the text. */
export const readMovement = (text: string): { readonly movement: Movement } | MovementRefusal => {
  const json = parsed(text);
  if (json === undefined) return refusal('not-json', 'This is no JSON.');
  if (!v.is(versioned, json) || !Array.isArray(json.frames))
    return refusal('not-of-limber', 'This is no recording of keypoints.');
  if (json.version > 2) return refusal('newer', `A later version of Limber wrote this: ${json.version}.`, 'version');
  const { success, output, issues } = v.safeParse(movementSchema, json, { abortEarly: true });
  if (success) return { movement: output };
  const [issue] = issues;
  return refusal('invalid', issue.message, v.getDotPath(issue) ?? '');
};
