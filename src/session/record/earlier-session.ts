import * as v from 'valibot';
import { cueUrgency, cueSchema } from '../../engine/exercise/cues.ts';

/*
 * Sessions of versions 1 and 2 are converted to version 3 before validation. Data that they lack is left out or marked
 * as unknown: they have no strokes, since they measured stroke times in another way.
 */

const event = v.looseObject({ type: v.string(), at: v.number() });
const target = v.looseObject({ side: v.optional(v.string()) });
const earlier = v.looseObject({
  settings: v.looseObject({ targets: v.optional(v.string()) }),
  /** Since version 2. */
  targets: v.optional(v.array(target)),
  events: v.array(event),
});

type EarlierEvent = v.InferOutput<typeof event>;

const ranges: Readonly<Record<string, string>> = { norm: 'norm', personal: 'practice', timed: 'timed' };

/**
 * Converts a session of version 1 or 2 to version 3; anything else is returned unchanged, so that the schema reports
 * what is invalid.
 */
export const sinceThird = (json: unknown): unknown => {
  const read = v.safeParse(earlier, json, { abortEarly: true });
  if (!read.success) return json;
  const { targets, settings, events, ...rest } = read.output;
  const { targets: judgedBy, ...dose } = settings;
  const goals = (targets ?? []).map((one) => ({ ...one, easeLevel: 0 }));
  return {
    ...rest,
    version: 3,
    settings: { ...dose, sets: 1, restMs: 0, range: ranges[judgedBy ?? ''] ?? judgedBy, easeLevel: 0 },
    events: withLost(events).map(({ one, lost }) => withThird(one, goals, lost)),
  };
};

/** Each event with the last one before it that says that the body was lost. */
const withLost = (
  events: readonly EarlierEvent[],
): readonly { one: EarlierEvent; lost: EarlierEvent | undefined }[] => {
  let last: EarlierEvent | undefined;
  return events.map((one) => {
    const lost = last;
    if (one.type === 'not-seen') last = one;
    return { one, lost };
  });
};

const withThird = (
  one: EarlierEvent,
  goals: readonly v.InferOutput<typeof target>[],
  lost: EarlierEvent | undefined,
) => {
  switch (one.type) {
    case 'armed':
      return { ...one, goals };
    case 'rep-completed': {
      const { durations: _, ...kept } = one;
      return { ...kept, goals: goals.filter(({ side }) => side === undefined || side === one['side']), strokes: [] };
    }
    case 'rep-attempted':
      return { ...one, goals: [] };
    case 'cue-given':
      return {
        ...one,
        urgency: v.is(cueSchema, one['cue']) ? cueUrgency[one['cue']] : 'range',
        reason: { kind: 'unknown' },
      };
    case 'seen-again':
      return { ...one, forMs: lost ? one.at - lost.at + Number(lost['forMs'] ?? 0) : 0 };
    default:
      return one;
  }
};
