import * as v from 'valibot';
import { sides } from '../engine/pose/keypoints.ts';
import type { BackendName } from '../ports/backend.ts';

/** How much the voice says: all, corrections and hints only, counts only, or nothing; safety cues are always spoken. */
export const chattinesses = ['all', 'cues', 'counts', 'none'] as const;

/** The strictness of judging: the factor on each tolerance. */
export const strictnesses = { gentle: 1.5, usual: 1, strict: 0.8 } as const;

/** Whether exercises are judged, or only timed. */
export const judgings = ['judged', 'timed'] as const;

/** Which arms train an exercise that one arm can train alone. */
export const armChoices = ['both', ...sides] as const;

/** Both arms, or the one that trains alone. */
export type ArmChoice = (typeof armChoices)[number];

/** The backends to choose from; `auto`: the fastest that works on this device. */
export const backendChoices = ['auto', 'webgl', 'wasm'] as const satisfies readonly ('auto' | BackendName)[];

/** A backend, or the fastest. */
export type BackendChoice = (typeof backendChoices)[number];

/** A setting that takes its default if it is missing or unknown to this version. */
const setting = <const Schema extends v.GenericSchema>(schema: Schema, usual: v.InferOutput<Schema>) =>
  v.fallback(
    v.optional(schema, () => usual),
    () => usual,
  );

/**
 * The schema of the settings. Each is parsed separately: a missing or unknown one takes its default, and the others
 * keep their values.
 */
export const settingsSchema = v.object({
  /** Whether words are spoken, if the device has a voice of its own. */
  voice: setting(v.boolean(), true),
  /** The speech rate; 1 is the voice's normal rate. */
  rate: setting(v.pipe(v.number(), v.minValue(0.5), v.maxValue(2)), 1),
  /** The volume of the voice and the earcons, 0-1. */
  volume: setting(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 1),
  /** Whether earcons are played. */
  sounds: setting(v.boolean(), true),
  /** Whether single characters, such as F, are keys of the app. */
  shortcuts: setting(v.boolean(), true),
  chattiness: setting(v.picklist(chattinesses), 'all'),
  /** It does not scale safety limits. */
  strictness: setting(v.picklist(Object.values(strictnesses)), 1),
  judging: setting(v.picklist(judgings), 'judged'),
  /** Whether the keypoints of each exercise before the camera are kept as a recording. */
  movements: setting(v.boolean(), false),
  /** Chosen in the briefing of such an exercise, or after a practice in which one arm stayed still. */
  arm: setting(v.picklist(armChoices), 'both'),
  /** The camera that the user chose, by its id and its name; `undefined`: the browser's choice. */
  camera: v.fallback(
    v.optional(
      v.object({ deviceId: v.pipe(v.string(), v.maxLength(500)), label: v.pipe(v.string(), v.maxLength(500)) }),
    ),
    undefined,
  ),
  /** It takes effect when the detector is opened the next time. */
  backend: setting(v.picklist(backendChoices), 'auto'),
  /** When the safety page was accepted, ms since 1970; `undefined` if it was not. */
  safetyAcceptedAt: v.fallback(v.optional(v.number()), undefined),
});

/** The settings that the user has chosen. */
export type Settings = v.InferOutput<typeof settingsSchema>;

/** The default settings. */
export const usualSettings: Settings = v.parse(settingsSchema, {});

/** Parses stored settings; returns the defaults for invalid data. */
export const readSettings = (kept: unknown): Settings => {
  const result = v.safeParse(settingsSchema, kept);
  return result.success ? result.output : usualSettings;
};
