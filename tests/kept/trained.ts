import type { CoachingEvent } from '../../src/engine/exercise/events.ts';
import type { KeptSession } from '../../src/session/record/kept-session.ts';
import type { SessionExport } from '../../src/session/record/export.ts';
import type { ProgressSlot, ProgressStore, RoutineProgress } from '../../src/session/guide/progress.ts';
import type { DeviceHistory } from '../../src/session/history/device-history.ts';
import type { Summary } from '../../src/session/summary/summary.ts';
import { summarise } from '../../src/session/summary/summary.ts';
import { planOf } from '../../src/session/record/export.ts';
import { exercises } from '../../src/exercises/registry.ts';

/** A repetition of a session: the session's start, the place of its exercise and when it was counted. */
export type Repetition = `${number} ${number} ${number}`;

/** What a device has: finished and unfinished sessions. */
export interface Device {
  readonly history: DeviceHistory;
  readonly unfinished: ProgressStore;
}

/** How a training session is told and slowed down. */
export interface Training {
  /** Called with each repetition at the moment of its event. */
  readonly onRepetition: (repetition: Repetition) => void;
  /** Resolves after the time to the next event; rejects to end the training at once, without a trace. */
  readonly pause: () => Promise<void>;
}

const nothing = { sets: 0, repetitions: [0], attempts: 0, timed: 0, eased: 0 };

const summaryOf = (record: SessionExport): Summary => {
  const exercise = exercises.find(({ id }) => id === record.exercise);
  if (!exercise) throw new Error('It is one of the app.');
  return summarise(planOf(record, exercise), record.events);
};

const isRepetition = ({ type }: CoachingEvent): boolean => type === 'rep-completed';

/** The progress after so many events of an exercise, as the workout gives it. */
const currentOf = (
  { exercise, view, settings, events, traces }: SessionExport,
  count: number,
): RoutineProgress['current'] => {
  const done = events.slice(0, count);
  const at = done.at(-1)?.at ?? 0;
  return {
    events: done,
    counted: { ...nothing, repetitions: [done.filter(isRepetition).length] },
    traces: traces.map((trace) => ({
      ...trace,
      side: trace.side,
      points: trace.points.filter(([when]) => when <= at),
    })),
    setting: { exercise, view, settings },
  };
};

/** Trains a made session on a device as the guide does, from the start to its finish. */
export const train = async (
  session: KeptSession,
  slot: ProgressSlot,
  { onRepetition, pause }: Training,
): Promise<void> => {
  const { routine, startedAt, app, model } = session;
  let progress: RoutineProgress = {
    routine,
    link: `#/routine/${routine}`,
    startedAt,
    ...(app === undefined ? {} : { app }),
    ...(model === undefined ? {} : { model }),
    steps: [],
    pain: session.pain.slice(0, 1),
    current: undefined,
  };
  const keep = (change: Partial<RoutineProgress>): void => {
    progress = { ...progress, ...change };
    slot.write(progress);
  };
  for (const [index, { exercise, isSkipped, session: record }] of session.steps.entries()) {
    for (const [place, event] of (record?.events ?? []).entries()) {
      if (!record || !isRepetition(event)) continue;
      await pause();
      onRepetition(`${startedAt} ${index} ${event.at}`);
      keep({ current: currentOf(record, place + 1) });
    }
    const outcome = record && { summary: summaryOf(record), record };
    keep({ steps: [...progress.steps, { exercise, outcome, isSkipped }], current: undefined });
  }
  keep({ pain: session.pain });
  await pause();
  slot.finish(session);
};

/** The repetitions that a device has, in the history and in unfinished sessions. */
export const repetitionsOn = async (
  { history, unfinished }: Device,
  routines: readonly string[],
): Promise<ReadonlySet<Repetition>> => {
  const left = await unfinished.left(routines);
  const found = new Set<Repetition>();
  const add = (startedAt: number, index: number, events: readonly CoachingEvent[]): void => {
    for (const { at } of events.filter(isRepetition)) found.add(`${startedAt} ${index} ${at}`);
  };
  for (const { startedAt, steps, current } of left) {
    for (const [index, { outcome }] of steps.entries()) add(startedAt, index, outcome?.record.events ?? []);
    add(startedAt, steps.length, current?.events ?? []);
  }
  for (const { id } of await history.list()) {
    const session = await history.open(id);
    for (const [index, step] of (session?.steps ?? []).entries())
      add(session?.startedAt ?? 0, index, step.session?.events ?? []);
  }
  return found;
};
