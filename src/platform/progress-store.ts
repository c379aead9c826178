import * as v from 'valibot';
import { eventSchema } from '../engine/coaching/events.ts';

/** Under what an unfinished routine is kept. */
const key = 'limber.unfinished';

/** For how long it may be gone on with, ms: after half a day one begins anew. */
const holdsFor = 12 * 60 * 60 * 1000;

/** As much of it as has to be right to go on; what is over is kept as it was. */
const keptSchema = v.looseObject({
  version: v.literal(1),
  savedAt: v.number(),
  progress: v.looseObject({
    routine: v.string(),
    link: v.string(),
    startedAt: v.number(),
    steps: v.array(v.looseObject({ exercise: v.string(), isSkipped: v.boolean() })),
    pain: v.array(v.looseObject({ exercise: v.string(), moment: v.string(), value: v.optional(v.number()) })),
    current: v.optional(
      v.object({
        events: v.array(eventSchema),
        counted: v.object({
          repetitions: v.array(v.number()),
          attempts: v.number(),
          timed: v.number(),
          eased: v.number(),
        }),
      }),
    ),
  }),
});

/** Keeps one unfinished routine for half a day, event by event, so that a page that is killed loses nothing; `Progress` is what it keeps. */
export const createProgressStore = <Progress extends object>(
  openStorage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = () => localStorage,
  now: () => number = () => Date.now(),
) => ({
  /** What was left unfinished; `undefined` where there is nothing, or nothing that can be read. */
  read(): Progress | undefined {
    try {
      const result = v.safeParse(keptSchema, JSON.parse(openStorage().getItem(key) ?? 'null'));
      const isFresh = result.success && now() - result.output.savedAt < holdsFor;
      return isFresh ? (result.output.progress as unknown as Progress) : undefined;
    } catch {
      return undefined;
    }
  },

  write(progress: Progress): void {
    try {
      openStorage().setItem(key, JSON.stringify({ version: 1, savedAt: now(), progress }));
    } catch {
      // Full or blocked: then it cannot be gone on with, and what runs is not disturbed.
    }
  },

  forget(): void {
    try {
      openStorage().removeItem(key);
    } catch {
      // What cannot be reached cannot be offered either.
    }
  },
});
