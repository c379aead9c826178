import * as v from 'valibot';

/** How much is said: everything, corrections and hints only, counts only, or nothing. */
export const chattinesses = ['all', 'cues', 'counts', 'none'] as const;

/** How strict the judging is: what each tolerance is multiplied by. */
export const strictnesses = { gentle: 1.5, usual: 1, strict: 0.8 } as const;

/** Whether exercises are judged, or only timed. */
export const judgings = ['judged', 'timed'] as const;

/** A setting that has its usual value where it is missing, or is one that this version does not know. */
const setting = <const Schema extends v.GenericSchema>(schema: Schema, usual: v.InferOutput<Schema>) =>
  v.fallback(
    v.optional(schema, () => usual),
    () => usual,
  );

/**
 * The schema of the settings. Each is read by itself: one that is missing or unknown has its usual value, and the others are as they
 * were chosen.
 */
export const settingsSchema = v.object({
  /** Whether words are spoken, where the device has a voice of its own. */
  voice: setting(v.boolean(), true),
  /** How fast words are spoken; 1 as the voice likes it. */
  rate: setting(v.pipe(v.number(), v.minValue(0.5), v.maxValue(2)), 1),
  /** How loud voice and sounds are, 0-1. */
  volume: setting(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 1),
  /** Whether there are sounds. */
  sounds: setting(v.boolean(), true),
  chattiness: setting(v.picklist(chattinesses), 'all'),
  /** No safety limit is scaled by it. */
  strictness: setting(v.picklist(Object.values(strictnesses)), 1),
  judging: setting(v.picklist(judgings), 'judged'),
  /** When the safety page was accepted, ms since 1970; none, it has not been. */
  safetyAcceptedAt: v.fallback(v.optional(v.number()), undefined),
});

/** What the person has chosen. */
export type Settings = v.InferOutput<typeof settingsSchema>;

/** What holds before anybody chose. */
export const usualSettings: Settings = v.parse(settingsSchema, {});

/** Reads what was kept as settings; what is no settings at all is as if nothing had been chosen. */
export const readSettings = (kept: unknown): Settings => {
  const result = v.safeParse(settingsSchema, kept);
  return result.success ? result.output : usualSettings;
};
