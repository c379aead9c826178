import { describe, expect, it } from 'vitest';
import type { ProgressSlot, RoutineProgress } from '../../../src/session/guide/progress.ts';
import { eventsOf } from '../../scenarios/play.ts';
import { guided, keeping, outcomeOf, routine, usualOptions, willing } from '../guided.ts';

const { signal } = new AbortController();
// Both are judged by the norm, without a practice.
const short = { ...routine, steps: [0, -1].flatMap((index) => routine.steps.at(index) ?? []) };
const [first, second] = short.steps.map(({ exercise }) => exercise);
const options = { ...usualOptions, reps: 2 };
const alone = { ...short, steps: short.steps.slice(0, 1) };
/** The figure is judged frame by frame. */
const patience = { timeout: 20_000 };

/** Stores what was left unfinished, and records every write. */
const watched = (): ProgressSlot & { readonly writes: readonly RoutineProgress[] } => {
  const kept = keeping();
  const writes: RoutineProgress[] = [];
  return {
    ...kept,
    writes,
    write: (progress) => {
      writes.push(structuredClone(progress));
      kept.write(progress);
    },
  };
};

const repetitionsIn = (progress: RoutineProgress | undefined): number =>
  (progress?.current?.counted.repetitions ?? []).reduce((sum, count) => sum + count, 0);

describe('what a session saves', () => {
  it('is written where a repetition, an exercise or a question is over, and not at every event', patience, async () => {
    const store = watched();
    const { guide, events } = guided({ routine: short, store, options });
    await guide.run(signal);
    const repetitions = eventsOf(events, 'rep-completed').length;
    expect(repetitions).toBe(4);
    // Each exercise and the question after it; the question before the first has no answer to save.
    expect(store.writes).toHaveLength(repetitions + 2 * 2);
  });

  it('is nothing before anything is done', async () => {
    const store = watched();
    const left = new AbortController();
    const { guide } = guided({ routine: short, store });
    guide.events.listen(({ type }) => type === 'attempt-opened' && left.abort());
    await guide.run(left.signal);
    expect(store.writes).toEqual([]);
    expect(store.read()).toBeUndefined();
  });

  it('has every repetition but the one under way, whenever the page is killed', patience, async () => {
    const store = watched();
    const { guide } = guided({ routine: short, store, options: { ...options, asksPain: false } });
    /** How many repetitions of the second exercise were over before an event, and what a page loaded then finds. */
    const found: { readonly done: number; readonly progress: RoutineProgress | undefined }[] = [];
    let [done, doneAt] = [0, -1];
    guide.events.listen((event) => {
      if (event.exercise !== second || event.type === 'routine-ended') return;
      // The results of a frame are written after all its events are published.
      if (event.at > doneAt) found.push({ done, progress: store.read() });
      if (event.type === 'rep-completed') [done, doneAt] = [event.number, event.at];
    });
    await guide.run(signal);
    expect(done).toBe(2);
    for (const one of found) {
      expect(one.progress?.steps.map(({ exercise }) => exercise)).toEqual([first]);
      expect(repetitionsIn(one.progress)).toBe(one.done);
    }
  });

  it('is up to date where the page is hidden, because a page may end so', patience, async () => {
    const store = watched();
    const { guide, states } = guided({ routine: alone, store, options });
    const atPause: number[] = [];
    guide.events.listen((event) => {
      const state = states.at(-1);
      if (state?.is !== 'training') return;
      if (event.type !== 'attempt-opened' || repetitionsIn(store.read()) !== 1) return;
      queueMicrotask(() => {
        state.workout.pause('page-hidden');
        atPause.push(store.read()?.current?.events.filter(({ type }) => type === 'attempt-opened').length ?? 0);
        state.workout.resume();
      });
    });
    await guide.run(signal);
    expect(atPause).toEqual([2]);
  });

  it('is up to date where the source goes away, also for a page that is loaded again', patience, async () => {
    let isWorking = true;
    const store = watched();
    const { guide, states } = guided({
      routine: alone,
      store,
      options,
      openSource: () => Promise.resolve(willing(() => isWorking)),
    });
    guide.events.listen((event) => {
      if (event.type === 'attempt-opened' && repetitionsIn(store.read()) === 1) isWorking = false;
    });
    await guide.run(signal);
    expect(states.at(-1)?.is).toBe('problem');
    const found = store.read();
    expect(repetitionsIn(found)).toBe(1);
    expect(found?.current?.events.filter(({ type }) => type === 'attempt-opened')).toHaveLength(2);
  });

  it('has every correction of the count at once', patience, async () => {
    const store = watched();
    const { guide, states } = guided({ routine: alone, store, options: { ...options, reps: 3, asksPain: false } });
    const found: number[] = [];
    guide.events.listen((event) => {
      const state = states.at(-1);
      if (event.type !== 'rep-completed' || event.number !== 1 || state?.is !== 'training') return;
      queueMicrotask(() => {
        state.workout.correctCount(1);
        found.push(repetitionsIn(store.read()), store.read()?.current?.counted.own?.added ?? 0);
      });
    });
    await guide.run(signal);
    expect(found).toEqual([2, 1]);
  });

  it('has the same steps until one more is over, so that they need not be written again', patience, async () => {
    const seen: RoutineProgress['steps'][] = [];
    const store: ProgressSlot = { ...keeping(), write: ({ steps }) => void seen.push(steps) };
    const { guide, states } = guided({ routine: short, store, options });
    await guide.run(signal);
    expect(outcomeOf(states).why).toBe('completed');
    expect(new Set(seen).size).toBe(3);
  });
});
