import * as v from 'valibot';
import { eventSchema } from '../engine/coaching/events.ts';
import { keptUnder, type DeviceStorage } from './kept.ts';

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
          sets: v.optional(v.number(), 0),
          repetitions: v.array(v.number()),
          attempts: v.number(),
          timed: v.number(),
          eased: v.number(),
        }),
      }),
    ),
  }),
});

/** What is written of it; `savedAt` in ms since 1970. */
interface Unfinished<Progress> {
  readonly version: 1;
  readonly savedAt: number;
  readonly progress: Progress;
}

/** Keeps one unfinished routine for half a day, event by event, so that a page that is killed loses nothing; `Progress` is what it keeps. */
export const createProgressStore = <Progress extends object>(
  openStorage?: () => DeviceStorage,
  now: () => number = () => Date.now(),
) => {
  const readKept = (written: unknown): Unfinished<Progress> | undefined => {
    const result = v.safeParse(keptSchema, written);
    // What is over is not looked into: it is shown, and never judged again.
    return result.success ? (result.output as unknown as Unfinished<Progress>) : undefined;
  };
  const kept = keptUnder<Unfinished<Progress> | undefined>(
    'limber.unfinished',
    (written) => readKept(written),
    openStorage,
  );

  return {
    /** What was left unfinished; `undefined` where there is nothing, or nothing that can be read. */
    read(): Progress | undefined {
      const unfinished = kept.read();
      return unfinished && now() - unfinished.savedAt < holdsFor ? unfinished.progress : undefined;
    },

    write: (progress: Progress): void => kept.write({ version: 1, savedAt: now(), progress }),

    forget: (): void => kept.write(undefined),
  };
};
