import * as v from 'valibot';

/** How much is said: everything, corrections and hints only, counts only, or nothing. */
export const chattinesses = ['all', 'cues', 'counts', 'none'] as const;

/** How strict the judging is: what each tolerance is multiplied by. */
export const strictnesses = { gentle: 1.5, usual: 1, strict: 0.8 } as const;

/** Whether exercises are judged, or only timed. */
export const judgings = ['judged', 'timed'] as const;

/** The schema of the settings, with what holds where nothing is said; it reads older settings and fills in what they lack. */
export const settingsSchema = v.object({
  /** Whether words are spoken, where the device has a voice of its own. */
  voice: v.optional(v.boolean(), true),
  /** How fast words are spoken; 1 as the voice likes it. */
  rate: v.optional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(2)), 1),
  /** How loud voice and sounds are, 0-1. */
  volume: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 1),
  /** Whether there are sounds. */
  sounds: v.optional(v.boolean(), true),
  chattiness: v.optional(v.picklist(chattinesses), 'all'),
  /** No safety limit is scaled by it. */
  strictness: v.optional(v.picklist(Object.values(strictnesses)), 1),
  judging: v.optional(v.picklist(judgings), 'judged'),
  /** When the safety page was accepted, ms since 1970; none, it has not been. */
  safetyAcceptedAt: v.optional(v.number()),
});

/** What the person has chosen. */
export type Settings = v.InferOutput<typeof settingsSchema>;

/** What holds before anybody chose. */
export const usualSettings: Settings = v.parse(settingsSchema, {});

/** Reads what was kept as settings; something broken is as if nobody had chosen. */
export const readSettings = (kept: unknown): Settings => {
  const result = v.safeParse(settingsSchema, kept);
  return result.success ? result.output : usualSettings;
};
